using FluentValidation;
using MediatR;
using Microsoft.EntityFrameworkCore;
using SocialAssistance.Cases.CaseFiles;
using SocialAssistance.Cases.Data;
using SocialAssistance.Cases.Decisions;
using SocialAssistance.Cases.Reviews;
using SocialAssistance.Cases.Steps;
using SocialAssistance.Contracts.Cases;
using SocialAssistance.Contracts.Programs;
using SocialAssistance.Platform.Messaging;
using SocialAssistance.Platform.Security;
using SocialAssistance.Platform.TagHelpers;
using SocialAssistance.Rules.Values;

namespace SocialAssistance.Cases.Changes;

/// <summary>A second person confirms a change or sends it back (变更确认). The amount is the engine's.</summary>
internal sealed record DecideChange : ICommand<string>, IReasoned
{
    public Guid CaseId { get; init; }

    public Guid ChangeId { get; init; }

    public int Version { get; init; }

    /// <summary><c>confirm</c> or <c>return</c>.</summary>
    public string Decision { get; init; } = "";

    public string? Note { get; init; }

    public string? Reason => Note;
}

internal sealed class DecideChangeRules : AbstractValidator<DecideChange>
{
    public DecideChangeRules()
    {
        RuleFor(c => c.Decision).Must(d => d is "confirm" or "return").WithMessage("请选择确认或退回");
        RuleFor(c => c.Note).NotEmpty().When(c => c.Decision == "return").WithMessage("请写明退回的原因，经办人会看到");
        RuleFor(c => c.Note).MaximumLength(200).WithMessage("说明最多 200 字，请精简");
    }
}

internal sealed class DecideChangeHandler(
    CasesDb db, CaseDesk desk, ChangeDesk changes, StepGate gate, Deciders deciders, ChangeFollowing following, NewcomerCheck newcomers, ReviewCalendar calendar, ICurrentUser user, IMediator mediator) : IRequestHandler<DecideChange, Result<string>>
{
    public async Task<Result<string>> Handle(DecideChange command, CancellationToken cancellationToken)
    {
        var (file, refusal) = await gate.OpenAsync(command.CaseId, command.Version, "cases.confirm-change", cancellationToken, Stages.InBenefit);
        if (refusal is not null)
        {
            return refusal;
        }

        if (await db.BenefitChanges.FirstOrDefaultAsync(c => c.Id == command.ChangeId && c.CaseId == file!.Id, cancellationToken) is not { Status: ChangeStatus.Proposed } change)
        {
            return new Refusal("change-decided", "这项变更已经办理过。请返回待遇页查看结果");
        }

        if (change.ProposedBy == user.Id)
        {
            return new Refusal("own-change", "这项变更由你登记，不能由本人确认。请由其他负责人办理");
        }

        return command.Decision == "confirm" ? await ConfirmAsync(file!, change, command, cancellationToken) : await ReturnAsync(file!, change, command, cancellationToken);
    }

    private async Task<Result<string>> ConfirmAsync(CaseFile file, BenefitChange change, DecideChange command, CancellationToken cancellationToken)
    {
        var effect = await changes.TryAsync(file, change, cancellationToken);
        if (await deciders.RefuseAsync(file, effect.TotalAfter, "变更确认", cancellationToken) is { } undelegated)
        {
            return undelegated;
        }

        var superseded = change.Supersedes is { } corrected ? await db.BenefitChanges.SingleAsync(c => c.Id == corrected, cancellationToken) : null;
        if (Newcomer.Of(change, superseded, effect.Facts) is { } newcomer && await newcomers.RefuseAsync(file, newcomer, cancellationToken) is { } known)
        {
            return known;
        }

        var hearing = await HearingAsync(change, cancellationToken);
        if (Ground(change, effect, hearing) is not { } ground)
        {
            var loss = effect.Losses[0];
            return new Refusal("hearing-missing",
                $"{loss.PersonName}的{loss.BenefitName}将从 {Show.Money(loss.Before)} 元减为 {Show.Money(loss.After)} 元（{Show.Month(loss.Month.FirstDay)}起），须先听取意见，答复期限届满或者本人放弃以后才能确认（{HearingWords.Basis}）");
        }

        if (effect.First.Phase == Rules.Timelines.TimelinePhase.Undetermined)
        {
            return new Refusal("undetermined", $"{effect.First.Reason}，暂不能测算。请联系县局录入标准后再确认");
        }

        var record = Learn(file, change, effect);
        change.Confirm(desk.Today, user.Id!.Value, user.Name, string.IsNullOrWhiteSpace(command.Note) ? null : command.Note.Trim(), effect, ground, ground == RevisionGrounds.Hearing ? hearing!.Id : null, record.Id);
        superseded?.Supersede();
        await following.FollowAsync(file, change, superseded, effect, cancellationToken);
        var text = Text(change, effect);
        desk.Tell(file, "change-confirmed", text);
        await db.SaveChangesAsync(cancellationToken);
        await calendar.RefreshAsync([file.Id], cancellationToken);
        await mediator.Publish(Revised(file, change, effect, record, ground, hearing), cancellationToken);
        return $"已确认{file.ApplicantName}户的变更。{text}。";
    }

    private async Task<Result<string>> ReturnAsync(CaseFile file, BenefitChange change, DecideChange command, CancellationToken cancellationToken)
    {
        change.Return(desk.Today, user.Id!.Value, user.Name, command.Note!);
        file.Touch();
        desk.Tell(file, "change-returned", $"退回变更（{ChangeKinds.Name(change.Kind)}）：{command.Note}");
        await db.SaveChangesAsync(cancellationToken);
        return $"已退回{file.ApplicantName}户的变更，经办人可以重新登记。";
    }

    private Task<Hearing?> HearingAsync(BenefitChange change, CancellationToken cancellationToken) =>
        db.Hearings.AsNoTracking().Where(h => h.ChangeId == change.Id).OrderByDescending(h => h.RecordedAt).FirstOrDefaultAsync(cancellationToken);

    /// <summary>What allows the change; null: somebody loses and was not heard.</summary>
    private string? Ground(BenefitChange change, ChangeEffect effect, Hearing? hearing) =>
        change.Kind == ChangeKinds.Exit ? RevisionGrounds.VoluntaryExit
        : effect.Losses.Count == 0 ? effect.Deaths.Count > 0 ? RevisionGrounds.Death : RevisionGrounds.NoLoss
        : hearing?.IsOver(desk.Today) == true ? RevisionGrounds.Hearing
        : null;

    private DeterminationRecord Learn(CaseFile file, BenefitChange change, ChangeEffect effect)
    {
        return desk.Revise(file, effect.Facts, AssessmentOf(effect, desk.Profile(file.Program).ChangeBasis), change.Kind, change.SupersedeReason ?? change.Note);
    }

    /// <summary>The determination of a change: the first month that differs, as the timeline pays it.</summary>
    public static Assessment AssessmentOf(ChangeEffect effect, string basis) => AssessmentOf(effect.First, effect.First.Assessment ?? Nothing(effect, effect.First, basis));

    /// <summary>The determination of a month of a timeline, with the amounts it pays.</summary>
    public static Assessment AssessmentOf(ProjectedMonth month, Assessment assessment) =>
        assessment with { MonthlyAmount = month.Total, Amounts = month.Amounts, Warnings = [month.PhaseName, .. assessment.Warnings] };

    // An interrupted month is not calculated; the family's figures of the month before stay, with nothing paid.
    private static Assessment Nothing(ChangeEffect effect, ProjectedMonth month, string basis) =>
        effect.After.Months.Concat(effect.Before.Months).Select(m => m.Assessment).OfType<Assessment>().Last(a => a.Amounts.Count > 0 || a.Outcome.Length > 0) with
        {
            Month = month.Month.ToString(), Outcome = "ineligible", Steps = [new("待遇", month.Reason ?? month.PhaseName, "0.00", basis)],
        };

    private static string Text(BenefitChange change, ChangeEffect effect) =>
        $"{ChangeKinds.Name(change.Kind)}{(change.PersonName is { } name ? $"（{name}）" : "")}：{Show.Month(effect.From.FirstDay)}起每月由 {Show.Money(effect.TotalBefore)} 元变为 {Show.Money(effect.TotalAfter)} 元，{effect.First.PhaseName}";

    private static BenefitTimelineRevised Revised(CaseFile file, BenefitChange change, ChangeEffect effect, DeterminationRecord record, string ground, Hearing? hearing) => new(
        file.Id, file.Number, file.HouseholdId, effect.Village, file.Program, file.ApplicantName, effect.Facts.Area, effect.From, effect.After.Spans, effect.Deaths,
        ChangeKinds.Find(change.Kind)!.Cause, $"{ChangeKinds.Name(change.Kind)}{(change.PersonName is { } name ? $"（{name}）" : "")} {change.HappenedOn:yyyy-MM-dd}",
        $"{effect.First.PhaseName}；{AssessmentWords.Line(record.Assessment)}", record.Id, ground, ground == RevisionGrounds.Hearing ? hearing!.Id : null) { Moves = effect.Moves };
}
