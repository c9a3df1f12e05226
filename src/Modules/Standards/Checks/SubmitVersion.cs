using FluentValidation;
using MediatR;
using SocialAssistance.Platform.Messaging;
using SocialAssistance.Platform.Security;
using SocialAssistance.Standards.Data;
using SocialAssistance.Standards.Versions;

namespace SocialAssistance.Standards.Checks;

/// <summary>Hands a draft to a second person; blocked by findings that must be mended, and by warnings without a reason.</summary>
internal sealed record SubmitVersion(Guid Id, int RowVersion, string? WarningReason) : ICommand<string>, IReasoned
{
    public string? Reason => WarningReason;
}

internal sealed class SubmitVersionValidator : AbstractValidator<SubmitVersion>
{
    public SubmitVersionValidator() => RuleFor(c => c.WarningReason).MaximumLength(500).WithMessage("说明最多 500 字");
}

internal sealed class SubmitVersionHandler(StandardsDb db, VersionDesk desk, VersionChecks checks, ICurrentUser user, TimeProvider time) : IRequestHandler<SubmitVersion, Result<string>>
{
    public async Task<Result<string>> Handle(SubmitVersion command, CancellationToken cancellationToken)
    {
        if (await desk.FindAsync(command.Id, cancellationToken) is not { } version)
        {
            return new Refusal("version-unknown", "没有找到这个版本，请返回标准版本重新打开");
        }

        if (version.Require(command.RowVersion, VersionStatus.Draft) is { } refusal)
        {
            return refusal;
        }

        var report = await checks.RunAsync(version, cancellationToken);
        if (report.Blocks.Count > 0)
        {
            return new Refusal("version-blocked", $"有 {report.Blocks.Count} 项必须先改正，没有提交。{report.Blocks[0].Text}");
        }

        if (report.Warnings.Count > 0 && string.IsNullOrWhiteSpace(command.WarningReason))
        {
            throw new ValidationException([new(nameof(command.WarningReason), $"有 {report.Warnings.Count} 项警告，请写明为什么仍然提交")]);
        }

        version.Submit(user.Id!.Value, user.Name, time.GetUtcNow(), report.Warnings.Count > 0 ? command.WarningReason!.Trim() : null);
        await db.SaveChangesAsync(cancellationToken);
        return $"已提交“{version.Title}”。由另一名管理员核对文件原文后发布。";
    }
}
