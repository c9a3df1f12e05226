using FluentValidation;
using MediatR;
using Microsoft.EntityFrameworkCore;
using SocialAssistance.Cases.CaseFiles;
using SocialAssistance.Cases.Data;
using SocialAssistance.Cases.Steps;
using SocialAssistance.Contracts.Cases;
using SocialAssistance.Platform.Messaging;

namespace SocialAssistance.Cases.Verification;

/// <summary>
/// Decides on a difference or a missing answer, with a reason. Only an accepted difference reaches the calculation, as a
/// new version of the facts.
/// </summary>
internal sealed record Decide(Guid CaseId, int Version, Guid ResultId, string? Choice, string? Note) : ICommand<Decided>, IReasoned
{
    public string? Reason => VerificationWords.DifferenceReasons.Concat(VerificationWords.SilenceReasons).FirstOrDefault(r => r.Value == Choice)?.Text;
}

/// <summary>The amount before and after.</summary>
internal sealed record Decided(string Decision, decimal? PerCapitaBefore, decimal? PerCapitaAfter, decimal? AmountBefore, decimal? AmountAfter);

internal sealed class DecideRules : AbstractValidator<Decide>
{
    public DecideRules()
    {
        RuleFor(c => c.Choice).NotEmpty().WithMessage("请选择处理方式和理由");
        RuleFor(c => c.Note).MaximumLength(200).WithMessage("补充说明最多 200 字，请删减");
    }
}

internal sealed class DecideHandler(CasesDb db, StepGate gate, CaseDesk desk, TimeProvider time) : IRequestHandler<Decide, Result<Decided>>
{
    public async Task<Result<Decided>> Handle(Decide command, CancellationToken cancellationToken)
    {
        var (file, refusal) = await gate.OpenAsync(command.CaseId, command.Version, "cases.verify", cancellationToken, Stages.Investigating);
        if (refusal is not null)
        {
            return refusal;
        }

        var row = await db.VerificationResults.FirstOrDefaultAsync(r => r.Id == command.ResultId && r.CaseId == file!.Id, cancellationToken);
        if (row is null || row.IsResolved || row.Outcome is null)
        {
            return new Refusal("nothing-to-decide", "这一项已经处理或还没有核对结果。请返回信息核对页查看");
        }

        if (VerificationWords.ReasonsFor(row.Outcome).FirstOrDefault(r => r.Value == command.Choice) is not { } reason)
        {
            return new Refusal("wrong-reason", "所选理由不适用于这一项，请重新选择");
        }

        var (perCapita, amount) = (file!.PerCapitaIncome, file.MonthlyAmount);
        row.Decision = reason.Value.Split(':')[0];
        row.DecisionReason = string.IsNullOrWhiteSpace(command.Note) ? $"{reason.Text}（{reason.Hint}）" : $"{reason.Text}（{reason.Hint}）。{command.Note.Trim()}";
        (row.DecidedByName, row.DecidedAt) = (desk.UserName, time.GetUtcNow());
        var item = VerificationItems.Of(row.Item);
        if (row.Decision == VerificationWords.Accepted && item.HasValue)
        {
            var change = Change(row);
            desk.Learn(file, change.Apply(await desk.FactsAsync(file, cancellationToken)), "verified", $"{row.PersonName} {item.Title}：{row.DecisionReason}");
            (row.FactVersion, row.AmountBefore, row.AmountAfter) = (file.FactVersion, amount, file.MonthlyAmount);
        }
        else
        {
            file.Touch();
        }

        desk.Tell(file, "verification-decided", $"{row.PersonName}“{item.Title}”{VerificationWords.Decisions[row.Decision]}{(item.HasValue && row.Decision == VerificationWords.Accepted ? $"：{VerificationWords.Value(item, row.Declared)} → {VerificationWords.Value(item, row.Verified)}" : "")}");
        await db.SaveChangesAsync(cancellationToken);
        return new Decided(row.Decision, perCapita, file.PerCapitaIncome, amount, file.MonthlyAmount);
    }

    /// <summary>The change of the facts an accepted row makes.</summary>
    internal static FactChange Change(VerificationResult row)
    {
        var item = VerificationItems.Of(row.Item);
        return new(item.Target, item.OfHousehold ? null : row.PersonId, row.Verified!.Value, "month", $"{item.Department}核对");
    }
}
