using MediatR;
using SocialAssistance.Platform.Modules;

namespace SocialAssistance.Disbursement.Verification;

/// <summary><c>verify-seals</c>: checks every sealed roster from the command line; status 1 names the first thing that differs.</summary>
internal sealed class VerifySealsVerb(IMediator mediator) : IVerb
{
    public string Name => "verify-seals";

    public async Task<int> RunAsync(IReadOnlyList<string> arguments, CancellationToken cancellationToken)
    {
        var report = await mediator.Send(new VerifySealsQuery(arguments.FirstOrDefault()), cancellationToken);
        await Console.Out.WriteLineAsync(report.Problem ?? $"已核验 {report.Rosters} 个封存批次，全部一致。最新封存码 {report.Head ?? "（还没有）"}");
        if (report.Paper is not null)
        {
            await Console.Out.WriteLineAsync(report.Paper);
        }

        return report.Problem is null && report.PaperFound ? 0 : 1;
    }
}
