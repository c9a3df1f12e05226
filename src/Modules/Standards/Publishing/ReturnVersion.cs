using FluentValidation;
using MediatR;
using SocialAssistance.Platform.Messaging;
using SocialAssistance.Platform.Security;
using SocialAssistance.Standards.Data;
using SocialAssistance.Standards.Versions;

namespace SocialAssistance.Standards.Publishing;

/// <summary>Gives a submitted version back to its authors, or takes it back oneself.</summary>
internal sealed record ReturnVersion(Guid Id, int RowVersion, string? ReturnReason) : ICommand<string>, IReasoned
{
    public string? Reason => ReturnReason;
}

internal sealed class ReturnVersionValidator : AbstractValidator<ReturnVersion>
{
    public ReturnVersionValidator() => RuleFor(c => c.ReturnReason).NotEmpty().WithMessage("请写明退回的原因").MaximumLength(200).WithMessage("原因最多 200 字");
}

internal sealed class ReturnVersionHandler(StandardsDb db, VersionDesk desk, ICurrentUser user) : IRequestHandler<ReturnVersion, Result<string>>
{
    public async Task<Result<string>> Handle(ReturnVersion command, CancellationToken cancellationToken)
    {
        if (await desk.FindAsync(command.Id, cancellationToken) is not { } version)
        {
            return new Refusal("version-unknown", "没有找到这个版本，请返回标准版本重新打开");
        }

        if (version.Require(command.RowVersion, VersionStatus.Submitted) is { } refusal)
        {
            return refusal;
        }

        var submitter = version.SubmittedByName;
        version.Return();
        version.Notes = $"{user.Name}退回：{command.ReturnReason!.Trim()}{(version.Notes is { } notes ? $"\n{notes}" : "")}";
        await db.SaveChangesAsync(cancellationToken);
        return $"已退回“{version.Title}”，{submitter}可以修改后再提交。";
    }
}
