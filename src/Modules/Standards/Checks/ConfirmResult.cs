using System.Globalization;
using FluentValidation;
using MediatR;
using Microsoft.EntityFrameworkCore;
using SocialAssistance.Platform.Messaging;
using SocialAssistance.Platform.Security;
using SocialAssistance.Standards.Data;
using SocialAssistance.Standards.Versions;

namespace SocialAssistance.Standards.Checks;

/// <summary>Enters the result that a golden case has from now on, worked out by hand; it must be what the version gives.</summary>
internal sealed record ConfirmResult(Guid Id, int RowVersion, string? CaseId, DateOnly? Day, string? Expected, Guid? DocumentId, string? Article) : ICommand<string>;

internal sealed class ConfirmResultValidator : AbstractValidator<ConfirmResult>
{
    public ConfirmResultValidator()
    {
        RuleFor(c => c.Article).NotEmpty().WithMessage("请填写新结果依据的条款").MaximumLength(60).WithMessage("条款最多 60 字");
        RuleFor(c => c.DocumentId).NotNull().WithMessage("请选择新结果依据的文件");
        RuleFor(c => c.Expected).NotEmpty().WithMessage("请填写按文件手工算出的结果");
    }
}

internal sealed class ConfirmResultHandler(StandardsDb db, VersionDesk desk, VersionChecks checks, ICurrentUser user, TimeProvider time) : IRequestHandler<ConfirmResult, Result<string>>
{
    public async Task<Result<string>> Handle(ConfirmResult command, CancellationToken cancellationToken)
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
        if (report.Golden.FirstOrDefault(g => g.Case.Id == command.CaseId && g.Day == command.Day) is not { } golden)
        {
            return new Refusal("golden-unknown", "没有这个样例，请重新打开本页");
        }

        var typed = command.Expected!.Trim();
        var expected = golden.Case.Kind != "figure" && decimal.TryParse(typed.Replace(",", ""), NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var amount)
            ? amount.ToString("0.00", CultureInfo.InvariantCulture) : typed;
        if (expected != golden.Run.Result)
        {
            return new Refusal("golden-differs", $"手工结果是 {expected}，按本版本计算是 {golden.Run.Result}，两者不一致。请核对数值和文件，改正后再确认");
        }

        var stored = await db.ExpectedResults.SingleOrDefaultAsync(r => r.VersionId == version.Id && r.CaseId == golden.Case.Id && r.Day == golden.Day, cancellationToken);
        if (stored is null)
        {
            stored = new() { Id = Guid.CreateVersion7(), VersionId = version.Id, CaseId = golden.Case.Id, Day = golden.Day, Expected = "", DocumentId = command.DocumentId!.Value, Article = "", ConfirmedByName = "", ConfirmedAt = default };
            db.Add(stored);
        }

        (stored.Expected, stored.DocumentId, stored.Article) = (expected, command.DocumentId!.Value, command.Article!.Trim());
        (stored.ConfirmedByName, stored.ConfirmedAt) = (user.Name, time.GetUtcNow());
        version.Touch(user.Id!.Value);
        await db.SaveChangesAsync(cancellationToken);
        return $"已确认样例“{golden.Case.Title}”的新结果 {expected}。";
    }
}
