using SocialAssistance.Cases.CaseFiles;
using SocialAssistance.Cases.Reviews;
using SocialAssistance.Contracts.Cases;
using SocialAssistance.Contracts.Disbursement;
using SocialAssistance.Contracts.Programs;
using SocialAssistance.Contracts.Standards;
using SocialAssistance.Platform.Time;
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
/// <param name="Village">Where the family lives from the first month that differs.</param>
/// <param name="Facts">The newest facts with the change.</param>
internal sealed record ChangeEffect(
    BenefitMonth From, BenefitProjection Before, BenefitProjection After, IReadOnlyList<BenefitLoss> Losses, IReadOnlyDictionary<Guid, BenefitMonth> Deaths,
    IReadOnlyList<CaseEvent> Events, string Village, CaseFacts Facts)
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
        return Project(file, Build(file, facts, changes, await CourseAsync(file, cancellationToken)));
    }

    /// <summary>The timeline before and after a change that is decided today.</summary>
    public async Task<ChangeEffect> TryAsync(CaseFile file, BenefitChange change, CancellationToken cancellationToken)
    {
        var (facts, changes) = await histories.ReadAsync(file.Id, cancellationToken);
        var others = changes.Where(c => c.Id != change.Id).ToList();
        var course = await CourseAsync(file, cancellationToken);
        var history = Build(file, facts, [.. others, change], course);
        var (before, after) = (Project(file, Build(file, facts, others, course)), Project(file, history));
        var effective = HistoryBuilder.MonthOf(change, change.CountsFrom ?? time.Today(), county.ChangeMonth);
        var from = before.Months.Zip(after.Months).Where(p => !p.First.Amounts.SequenceEqual(p.Second.Amounts)).Select(p => (BenefitMonth?)p.First.Month).FirstOrDefault() ?? Later(effective, history.Start);
        var recorded = await entitlements.OfCaseAsync(file.Id, cancellationToken);
        return new(from, before, after, BenefitSpans.Losses(recorded, after.Spans, from, history.Deaths), history.Deaths,
            history.Events, HistoryBuilder.Village(file, [.. others, change], county.ChangeMonth, time.Today()), history.Facts.OrderBy(f => f.Number).Last().Facts);
    }

    private async Task<ReviewCourse> CourseAsync(CaseFile file, CancellationToken cancellationToken) => (await histories.CoursesAsync([file], cancellationToken))[file.Id];

    private BenefitHistory Build(CaseFile file, CaseFacts facts, IReadOnlyList<BenefitChange> changes, ReviewCourse course) =>
        HistoryBuilder.Build(file, facts, changes, county.ChangeMonth, time.Today(), course);

    private BenefitProjection Project(CaseFile file, BenefitHistory history) =>
        programs.Single(p => p.Code == file.Program).Project(history, new(county.PolicyCode, Later(BenefitMonth.Of(time.Today()), history.Start).AddMonths(MonthsAhead)));

    private static BenefitMonth Later(BenefitMonth a, BenefitMonth b) => a > b ? a : b;
}
