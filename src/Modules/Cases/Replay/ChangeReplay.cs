using Microsoft.EntityFrameworkCore;
using SocialAssistance.Cases.CaseFiles;
using SocialAssistance.Cases.Changes;
using SocialAssistance.Cases.Data;
using SocialAssistance.Contracts.Cases;
using SocialAssistance.Contracts.Programs;
using SocialAssistance.Contracts.Standards;
using SocialAssistance.Platform.Time;
using SocialAssistance.Rules.Standards;
using SocialAssistance.Rules.Values;

namespace SocialAssistance.Cases.Replay;

/// <summary>
/// Decides again what changed a benefit (复算变更), a change, a published standard or a review: the facts and the changes that
/// stood then give the timeline its determination is a month of.
/// </summary>
internal sealed class ChangeReplay(CasesDb db, CaseHistories histories, IEnumerable<IAssistanceProgram> programs, ICountySettings county)
{
    /// <summary>Whether the determination is a month of a timeline, not of the facts alone.</summary>
    public static bool Covers(DeterminationRecord made) => made.Purpose is "standard" or "standard-back" or "review" || ChangeKinds.Find(made.Purpose) is not null;

    /// <summary>As decided then; and, for whoever asks, the same change with every figure known now.</summary>
    public async Task<(Assessment Then, Func<Assessment> Now)> RunAsync(DeterminationRecord made, CancellationToken cancellationToken)
    {
        var file = await db.CaseFiles.IgnoreQueryFilters().AsNoTracking().SingleAsync(c => c.Id == made.CaseId, cancellationToken);
        // Each decision appends a version of the facts, so their numbers are the order of the decisions.
        var decided = await (
            from change in db.BenefitChanges.IgnoreQueryFilters().AsNoTracking()
            join record in db.Determinations on change.DeterminationId equals record.Id
            where change.CaseId == made.CaseId && record.FactVersion <= made.FactVersion
            orderby record.FactVersion
            select change).ToListAsync(cancellationToken);
        var confirmed = await (
            from record in db.Determinations.AsNoTracking().Where(d => d.CaseId == made.CaseId && d.Purpose == "confirmation").OrderByDescending(d => d.MadeAt).Take(1)
            join version in db.FactVersions on new { record.CaseId, Number = record.FactVersion } equals new { version.CaseId, version.Number }
            select version.Facts).SingleAsync(cancellationToken);
        if (decided.SingleOrDefault(c => c.DeterminationId == made.Id) is not { } replayed)
        {
            return await CarriedAsync(file, confirmed, decided, made, cancellationToken);
        }

        var others = decided.Where(c => c.Id != replayed.Id).ToList();
        var day = replayed.DecidedOn!.Value;
        var (program, reviews) = (programs.Single(p => p.Code == file.Program), await histories.CourseThenAsync(file, made, day, cancellationToken));
        return (Run(county.Book(made.PolicyCode, made.MadeAt), DateOnly.FromDateTime(made.MadeAt.InChina().DateTime)), () => Run(county.Book(made.PolicyCode), null));

        Assessment Run(PolicyBook book, DateOnly? knownAt) => DecideChangeHandler.AssessmentOf(ChangeTrial.Effect(
            program, file, confirmed, others, replayed, [], new(day, made.PolicyCode, book, knownAt, decision => ChangeMonth(book, decision), reviews)), program.Profile.ChangeBasis);
    }

    // A standard or a review changes no facts: the timeline of that day gives the month that was kept.
    private async Task<(Assessment Then, Func<Assessment> Now)> CarriedAsync(CaseFile file, CaseFacts confirmed, IReadOnlyList<BenefitChange> decided, DeterminationRecord made, CancellationToken cancellationToken)
    {
        var (day, kept) = (DateOnly.FromDateTime(made.MadeAt.InChina().DateTime), BenefitMonth.Of(made.Month));
        var program = programs.Single(p => p.Code == file.Program);
        // A review done on the day itself counts: it is what a determination by a review follows from.
        var reviews = await histories.CourseThenAsync(file, made, day.AddDays(1), cancellationToken);
        return (Run(county.Book(made.PolicyCode, made.MadeAt), day), () => Run(county.Book(made.PolicyCode), null));

        Assessment Run(PolicyBook book, DateOnly? knownAt)
        {
            var history = HistoryBuilder.Build(file, confirmed, decided, decision => ChangeMonth(book, decision), day, reviews);
            var month = program.Project(history, new(made.PolicyCode, kept, knownAt, book)).Months.Last(m => m.Month <= kept && m.Assessment is not null);
            return DecideChangeHandler.AssessmentOf(month, month.Assessment!);
        }
    }

    private static BenefitMonth ChangeMonth(PolicyBook book, DateOnly decided) =>
        BenefitMonth.Of(decided).AddMonths(new Resolver(book).Required(ParameterCatalogue.Change.EffectiveMonth, decided).Value == MonthRule.Same ? 0 : 1);
}
