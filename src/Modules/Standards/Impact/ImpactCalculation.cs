using SocialAssistance.Contracts.Cases;
using SocialAssistance.Contracts.Disbursement;
using SocialAssistance.Contracts.Programs;
using SocialAssistance.Contracts.Standards;
using SocialAssistance.Rules.Standards;
using SocialAssistance.Rules.Values;

namespace SocialAssistance.Standards.Impact;

/// <summary>
/// What a version does to each case of a programme and township: the same projections that pay, once with today's figures
/// and once with the version's. While one page of cases is calculated, the next one is read.
/// </summary>
internal sealed class ImpactCalculation(ICaseHistories histories, IEntitlements entitlements, IDeclinedCases declined, ICountySettings county)
{
    private const int PageSize = 500;

    // Whoever was declined longer ago applies anew anyhow.
    private const int MonthsLookedBack = 12;

    public async Task<List<ImpactLine>> LinesAsync(ImpactRun run, IAssistanceProgram program, string prefix, PolicyBook tried, CancellationToken cancellationToken)
    {
        var trial = new Trial(run, program, county.PolicyCode, county.Book(county.PolicyCode), tried);
        var lines = new List<ImpactLine>();
        var calculated = Task.FromResult<ImpactLine[]>([]);
        await foreach (var cases in histories.InBenefitAsync(program.Code, prefix, cancellationToken).Chunk(PageSize).WithCancellation(cancellationToken))
        {
            var recorded = await entitlements.OfCasesAsync([.. cases.Select(c => c.CaseId)], cancellationToken);
            lines.AddRange(await calculated);
            calculated = Task.Run(() => Array.ConvertAll(cases, known => trial.Of(known, recorded.GetValueOrDefault(known.CaseId, []))), cancellationToken);
        }

        await foreach (var refused in declined.SinceAsync(program.Code, prefix, run.Month.AddMonths(-MonthsLookedBack), cancellationToken))
        {
            if (trial.Of(refused) is { } line)
            {
                lines.Add(line);
            }
        }

        lines.AddRange(await calculated);
        return lines;
    }

    /// <summary>One programme with both books; pure, so that it may run beside the reading.</summary>
    private sealed class Trial(ImpactRun run, IAssistanceProgram program, string policyCode, PolicyBook now, PolicyBook tried)
    {
        private readonly BenefitMonth _from = BenefitMonth.Of(run.FromMonth);
        private readonly BenefitMonth _paid = BenefitMonth.Of(run.PaidThrough);
        private readonly BenefitMonth _month = BenefitMonth.Of(run.Month);

        // Before is what is recorded: whoever gets more gets it on top of that, and only that can be lost.
        public ImpactLine Of(CaseHistory known, IReadOnlyList<BenefitSpan> recorded)
        {
            var horizon = BenefitDifferences.Horizon(recorded, _month);
            var (without, with) = (Project(known, now, horizon), Project(known, tried, horizon));
            var from = _from > known.History.Start ? _from : known.History.Start;
            var judged = BenefitDifferences.Effect(recorded, without, with, from, horizon, known.History.Deaths);
            var was = BenefitDifferences.At(recorded, _month);
            var becomes = judged.Effect switch
            {
                OrderEffect.None => was,
                OrderEffect.Review when with.Awaits <= _month => with.Otherwise,
                _ => BenefitDifferences.At(with.Spans, _month),
            };
            var paidBefore = BenefitDifferences.PersonsAt(recorded, _month);
            var paidAfter = judged.Effect == OrderEffect.Raises ? BenefitDifferences.PersonsAt(with.Spans, _month) : paidBefore;
            var (months, backPay) = judged.Effect == OrderEffect.Raises ? BenefitDifferences.Raises(recorded, with.Spans, from, _paid) : (0, 0);
            var persons = with.Spans.Concat(recorded).Select(s => s.PersonId).Distinct().Count();
            return Line(known.CaseId, known.CaseNumber, known.DivisionCode, known.Area, persons, paidBefore, paidAfter, ImpactKinds.Of(judged.Effect), was, becomes, months, backPay, judged.Reason);
        }

        /// <summary>The line of a declined family that would qualify with the version; null for all others.</summary>
        public ImpactLine? Of(DeclinedCase refused) =>
            Assess(refused, tried) is { Outcome: "eligible" } after && Assess(refused, now).Outcome != "eligible"
                ? Line(refused.CaseId, refused.CaseNumber, refused.DivisionCode, refused.Area, refused.Facts.Members.Count, 0, 0, ImpactKinds.Qualifies, 0, after.MonthlyAmount, 0, 0, null)
                : null;

        private BenefitProjection Project(CaseHistory known, PolicyBook book, BenefitMonth through) => program.Project(known.History, new(policyCode, through, Book: book, Explains: false));

        private Assessment Assess(DeclinedCase refused, PolicyBook book) => program.Assess(refused.Facts, new(policyCode, _month, Book: book, Explores: false));

        private ImpactLine Line(
            Guid caseId, string number, string division, string area, int persons, int personsBefore, int personsAfter, string kind, decimal before, decimal after, int months, decimal backPay, string? reason) => new()
        {
            RunId = run.Id, CaseId = caseId, CaseNumber = number, Program = program.Code, DivisionCode = division, Area = area, Persons = persons, PersonsBefore = personsBefore, PersonsAfter = personsAfter,
            Kind = kind, Before = before, After = after, BackMonths = months, BackPay = backPay, Reason = reason,
        };
    }
}
