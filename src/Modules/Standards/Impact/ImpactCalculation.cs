using SocialAssistance.Contracts.Cases;
using SocialAssistance.Contracts.Disbursement;
using SocialAssistance.Contracts.Programs;
using SocialAssistance.Contracts.Standards;
using SocialAssistance.Rules.Standards;
using SocialAssistance.Rules.Values;

namespace SocialAssistance.Standards.Impact;

/// <summary>
/// What a version does to each case of a programme and township: the same projections that pay, once with today's figures
/// and once with the version's.
/// </summary>
internal sealed class ImpactCalculation(ICaseHistories histories, IEntitlements entitlements, IDeclinedCases declined, ICountySettings county)
{
    // Whoever was declined longer ago applies anew anyhow.
    private const int MonthsLookedBack = 12;

    public async Task<List<ImpactLine>> LinesAsync(ImpactRun run, IAssistanceProgram program, string prefix, PolicyBook tried, CancellationToken cancellationToken)
    {
        var now = county.Book(county.PolicyCode);
        var (from, paid, month) = (BenefitMonth.Of(run.FromMonth), BenefitMonth.Of(run.PaidThrough), BenefitMonth.Of(run.Month));
        var lines = new List<ImpactLine>();
        var cases = await histories.InBenefitAsync(program.Code, prefix, cancellationToken).ToListAsync(cancellationToken);
        var recorded = await entitlements.OfCasesAsync([.. cases.Select(c => c.CaseId)], cancellationToken);
        foreach (var known in cases)
        {
            lines.Add(Of(run, known, recorded.GetValueOrDefault(known.CaseId, []), Spans(program, known, month, now), Spans(program, known, month, tried), from, paid, month));
        }

        var since = run.Month.AddMonths(-MonthsLookedBack);
        await foreach (var refused in declined.SinceAsync(program.Code, prefix, since, cancellationToken))
        {
            var before = program.Assess(refused.Facts, new(county.PolicyCode, month, Book: now));
            var after = program.Assess(refused.Facts, new(county.PolicyCode, month, Book: tried));
            if (before.Outcome != "eligible" && after.Outcome == "eligible")
            {
                lines.Add(Line(run, refused.CaseId, refused.CaseNumber, program.Code, refused.DivisionCode, refused.Area, refused.Facts.Members.Count, ImpactKinds.Qualifies, 0, after.MonthlyAmount, 0, 0));
            }
        }

        return lines;
    }

    private IReadOnlyList<BenefitSpan> Spans(IAssistanceProgram program, CaseHistory known, BenefitMonth month, PolicyBook book) =>
        program.Project(known.History, new(county.PolicyCode, month, Book: book, Explains: false)).Spans;

    // Before is what is recorded: whoever gets more gets it on top of that, and only that can be lost.
    private static ImpactLine Of(
        ImpactRun run, CaseHistory known, IReadOnlyList<BenefitSpan> recorded, IReadOnlyList<BenefitSpan> without, IReadOnlyList<BenefitSpan> with, BenefitMonth first, BenefitMonth paid, BenefitMonth month)
    {
        var from = first > known.History.Start ? first : known.History.Start;
        var effect = BenefitDifferences.Effect(recorded, without, with, from, month, known.History.Deaths);
        var was = BenefitDifferences.At(recorded, month);
        var becomes = effect == OrderEffect.None ? was : BenefitDifferences.At(with, month);
        var (months, backPay) = effect == OrderEffect.Raises ? BenefitDifferences.Raises(recorded, with, from, paid) : (0, 0);
        var persons = with.Concat(recorded).Select(s => s.PersonId).Distinct().Count();
        return Line(run, known.CaseId, known.CaseNumber, known.Program, known.DivisionCode, known.Area, persons, ImpactKinds.Of(effect), was, becomes, months, backPay);
    }

    private static ImpactLine Line(ImpactRun run, Guid caseId, string number, string program, string division, string area, int persons, string kind, decimal before, decimal after, int months, decimal backPay) => new()
    {
        RunId = run.Id, CaseId = caseId, CaseNumber = number, Program = program, DivisionCode = division, Area = area, Persons = persons, Kind = kind,
        Before = before, After = after, BackMonths = months, BackPay = backPay,
    };
}
