using SocialAssistance.Contracts.Cases;
using SocialAssistance.Contracts.Programs;
using SocialAssistance.Contracts.Standards;
using SocialAssistance.Rules.Standards;
using SocialAssistance.Rules.Values;

namespace SocialAssistance.Standards.Impact;

/// <summary>
/// What a version does to each case of a programme and township: the same projections that pay, once with today's figures
/// and once with the version's.
/// </summary>
internal sealed class ImpactCalculation(ICaseHistories histories, IDeclinedCases declined, ICountySettings county)
{
    // Whoever was declined longer ago applies anew anyhow.
    private const int MonthsLookedBack = 12;

    public async Task<List<ImpactLine>> LinesAsync(ImpactRun run, IAssistanceProgram program, string prefix, PolicyBook tried, CancellationToken cancellationToken)
    {
        var now = county.Book(county.PolicyCode);
        var (from, paid, month) = (BenefitMonth.Of(run.FromMonth), BenefitMonth.Of(run.PaidThrough), BenefitMonth.Of(run.Month));
        var lines = new List<ImpactLine>();
        await foreach (var known in histories.InBenefitAsync(program.Code, prefix, cancellationToken))
        {
            lines.Add(Of(run, known, Spans(program, known, month, now), Spans(program, known, month, tried), from, paid, month));
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

    private static ImpactLine Of(ImpactRun run, CaseHistory known, IReadOnlyList<BenefitSpan> before, IReadOnlyList<BenefitSpan> after, BenefitMonth from, BenefitMonth paid, BenefitMonth month)
    {
        var (was, becomes) = (BenefitDifferences.At(before, month), BenefitDifferences.At(after, month));
        var (months, backPay) = BenefitDifferences.Raises(before, after, from > known.History.Start ? from : known.History.Start, paid);
        var persons = after.Concat(before).Select(s => s.PersonId).Distinct().Count();
        var kind = becomes > was || backPay > 0 ? ImpactKinds.Gain : becomes < was ? ImpactKinds.Loss : ImpactKinds.Unchanged;
        return Line(run, known.CaseId, known.CaseNumber, known.Program, known.DivisionCode, known.Area, persons, kind, was, becomes, months, backPay);
    }

    private static ImpactLine Line(ImpactRun run, Guid caseId, string number, string program, string division, string area, int persons, string kind, decimal before, decimal after, int months, decimal backPay) => new()
    {
        RunId = run.Id, CaseId = caseId, CaseNumber = number, Program = program, DivisionCode = division, Area = area, Persons = persons, Kind = kind,
        Before = before, After = after, BackMonths = months, BackPay = backPay,
    };
}
