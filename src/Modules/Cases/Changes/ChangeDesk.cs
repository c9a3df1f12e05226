using SocialAssistance.Cases.CaseFiles;
using SocialAssistance.Cases.Reviews;
using SocialAssistance.Contracts.Cases;
using SocialAssistance.Contracts.Disbursement;
using SocialAssistance.Contracts.Programs;
using SocialAssistance.Contracts.Standards;
using SocialAssistance.Platform.Time;
using SocialAssistance.Rules.Standards;
using SocialAssistance.Rules.Timelines;
using SocialAssistance.Rules.Values;

namespace SocialAssistance.Cases.Changes;

/// <summary>What a change does to a case, by the same code whether it is tried, shown or decided.</summary>
/// <param name="From">First month that differs.</param>
/// <param name="Before">The timeline as decided until now.</param>
/// <param name="After">The timeline with the change.</param>
/// <param name="Losses">Who gets less than recorded.</param>
/// <param name="Deaths">Last month of each person who died.</param>
/// <param name="Events">What happened so far, the change included.</param>
/// <param name="Village">Where the family is looked after now.</param>
/// <param name="Moves">Moves ahead, the change included.</param>
/// <param name="Facts">The newest facts with the change.</param>
internal sealed record ChangeEffect(
    BenefitMonth From, BenefitProjection Before, BenefitProjection After, IReadOnlyList<BenefitLoss> Losses, IReadOnlyDictionary<Guid, BenefitMonth> Deaths,
    IReadOnlyList<CaseEvent> Events, string Village, IReadOnlyList<MoveAhead> Moves, CaseFacts Facts)
{
    /// <summary>The first month that differs, with its determination.</summary>
    public ProjectedMonth First => After.Months.First(m => m.Month >= From);

    /// <summary>Yuan a month before.</summary>
    public decimal TotalBefore => Before.Months.First(m => m.Month >= From).Total;

    /// <summary>Yuan a month from the first month that differs.</summary>
    public decimal TotalAfter => First.Total;

    /// <summary>Months of the phase-outs still ahead of the first month that differs.</summary>
    public IReadOnlyList<ProjectedMonth> PhaseOut => [.. After.Months.Where(m => m.Month >= From && m.Phase is (TimelinePhase.EmploymentPhaseOut or TimelinePhase.DeathPhaseOut))];

    /// <summary>The month in which nothing is paid any more; null while something is.</summary>
    public BenefitMonth? EndsWith => After.Months.Where(m => m.Phase == TimelinePhase.Ended).Select(m => (BenefitMonth?)m.Month).FirstOrDefault();
}

/// <summary>Tries changes out and reads timelines.</summary>
internal sealed class ChangeDesk(CaseHistories histories, IEnumerable<IAssistanceProgram> programs, IEntitlements entitlements, ICountySettings county, TimeProvider time)
{
    /// <summary>Months shown and projected after this one.</summary>
    public const int MonthsAhead = 24;

    /// <summary>The timeline of a case as decided.</summary>
    public async Task<BenefitProjection> TimelineAsync(CaseFile file, CancellationToken cancellationToken)
    {
        var (facts, changes) = await histories.ReadAsync(file.Id, cancellationToken);
        var course = await histories.CourseAsync(file, cancellationToken);
        return ChangeTrial.Project(Program(file), HistoryBuilder.Build(file, facts, changes, county.ChangeMonth, time.Today(), course), Now(course));
    }

    /// <summary>The timeline of a case whose history was read before.</summary>
    public BenefitProjection Timeline(CaseHistory history) =>
        ChangeTrial.Project(programs.Single(p => p.Code == history.Program), history.History, Now(ReviewCourse.None));

    /// <summary>The timeline before and after a change that is decided today.</summary>
    public async Task<ChangeEffect> TryAsync(CaseFile file, BenefitChange change, CancellationToken cancellationToken)
    {
        var (facts, changes) = await histories.ReadAsync(file.Id, cancellationToken);
        var recorded = await entitlements.OfCaseAsync(file.Id, cancellationToken);
        return ChangeTrial.Effect(Program(file), file, facts, [.. changes.Where(c => c.Id != change.Id)], change, recorded, Now(await histories.CourseAsync(file, cancellationToken)));
    }

    private TrialMoment Now(ReviewCourse reviews) => new(time.Today(), county.PolicyCode, null, null, county.ChangeMonth, reviews);

    private IAssistanceProgram Program(CaseFile file) => programs.Single(p => p.Code == file.Program);
}

/// <summary>The day on which something is tried, and what is known on it.</summary>
/// <param name="Today">The day.</param>
/// <param name="PolicyCode">Six-digit code of the county.</param>
/// <param name="Book">Figures known; null: the county's of now.</param>
/// <param name="KnownAt">Use only what was published by then; null: everything known.</param>
/// <param name="ChangeMonth">First month in which a change decided on a day counts.</param>
/// <param name="Reviews">Reviews done by then, and the rule for the next.</param>
internal sealed record TrialMoment(DateOnly Today, string PolicyCode, PolicyBook? Book, DateOnly? KnownAt, Func<DateOnly, BenefitMonth> ChangeMonth, ReviewCourse Reviews);

/// <summary>What a change does, as a pure function: the same when it is tried, decided, or replayed years later.</summary>
internal static class ChangeTrial
{
    public static ChangeEffect Effect(
        IAssistanceProgram program, CaseFile file, CaseFacts facts, IReadOnlyList<BenefitChange> others, BenefitChange change, IReadOnlyList<BenefitSpan> recorded, TrialMoment at)
    {
        var history = HistoryBuilder.Build(file, facts, [.. others, change], at.ChangeMonth, at.Today, at.Reviews);
        var (before, after) = (Project(program, HistoryBuilder.Build(file, facts, others, at.ChangeMonth, at.Today, at.Reviews), at), Project(program, history, at));
        var effective = HistoryBuilder.MonthOf(change, change.CountsFrom ?? at.Today, at.ChangeMonth);
        var from = before.Months.Zip(after.Months).Where(p => !p.First.Amounts.SequenceEqual(p.Second.Amounts)).Select(p => (BenefitMonth?)p.First.Month).FirstOrDefault() ?? Later(effective, history.Start);
        var (village, ahead) = HistoryBuilder.Places(history.Start, file.DivisionCode, [.. others, change], at.ChangeMonth, at.Today);
        return new(from, before, after, BenefitSpans.Losses(recorded, after.Spans, from, history.Deaths), history.Deaths,
            history.Events, village, ahead, history.Facts.OrderBy(f => f.Number).Last().Facts);
    }

    /// <summary>The timeline as far as it is shown.</summary>
    public static BenefitProjection Project(IAssistanceProgram program, BenefitHistory history, TrialMoment at) =>
        program.Project(history, new(at.PolicyCode, Later(BenefitMonth.Of(at.Today), history.Start).AddMonths(ChangeDesk.MonthsAhead), at.KnownAt, at.Book));

    private static BenefitMonth Later(BenefitMonth a, BenefitMonth b) => a > b ? a : b;
}
