using MediatR;
using SocialAssistance.Platform.Audit;
using SocialAssistance.Platform.Messaging;
using SocialAssistance.Platform.Modules;

namespace SocialAssistance.Accounts.Trail;

/// <summary>Recomputes the chain of the trail (轨迹核验); <paramref name="Printed"/> is a hash from paper that must still be in it.</summary>
internal sealed record VerifyTrailQuery(string? Printed) : IQuery<AuditChainReport>;

internal sealed class VerifyTrailHandler(IAuditChain chain, IAuditVerification verification) : IRequestHandler<VerifyTrailQuery, AuditChainReport>
{
    public async Task<AuditChainReport> Handle(VerifyTrailQuery query, CancellationToken cancellationToken)
    {
        await chain.ExtendAsync(cancellationToken);
        return await verification.VerifyAsync(query.Printed, cancellationToken);
    }
}

/// <summary><c>verify-audit [HASH]</c>: checks the trail from the command line; status 1 names the first thing that differs.</summary>
internal sealed class VerifyTrailVerb(IMediator mediator) : IVerb
{
    public string Name => "verify-audit";

    public async Task<int> RunAsync(IReadOnlyList<string> arguments, CancellationToken cancellationToken)
    {
        var report = await mediator.Send(new VerifyTrailQuery(arguments.Count > 0 ? arguments[0] : null), cancellationToken);
        await Console.Out.WriteLineAsync(report.Problem ?? $"已核验 {report.Entries} 条轨迹、{report.Blocks} 个区块，全部一致。最新校验码 {report.Head ?? "（还没有）"}");
        return report.Problem is null ? 0 : 1;
    }
}
