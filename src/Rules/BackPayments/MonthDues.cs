using System.Collections.Immutable;
using SocialAssistance.Rules.Determinations;
using SocialAssistance.Rules.Households;
using SocialAssistance.Rules.Values;

namespace SocialAssistance.Rules.BackPayments;

/// <summary>What was due to whom in a month.</summary>
internal readonly record struct Due(string? Member, Benefit Benefit, long Fen);

/// <summary>Recomputes one month of one case with the facts and the figures as now known (BP-02, BP-03).</summary>
internal sealed class MonthDues(BackPayRequest request, Func<BenefitMonth, MonthFigures> figuresOf)
{
    private readonly MonthRun _run = new();
    private readonly HashSet<string> _notConfigured = new(StringComparer.Ordinal);

    /// <summary>Keys some month needed and found without a value.</summary>
    public IReadOnlyCollection<string> NotConfigured => _notConfigured;

    public void MissStandard(string key) => _notConfigured.Add(key);

    public static FactPeriod? PeriodOf(BackPayCase file, BenefitMonth month)
    {
        foreach (var period in file.Periods)
        {
            if (period.Covers(month))
            {
                return period;
            }
        }

        return null;
    }

    /// <summary>Every benefit due in the month; phase-out months keep the amounts of their basis.</summary>
    public List<Due> Of(BackPayCase file, FactPeriod period, BenefitMonth month)
    {
        var dues = Recompute(file, period, month, default(NoWorking));
        return period.PhaseOut is { } phaseOut ? InPhaseOut(file, phaseOut, month, dues) : dues;
    }

    /// <summary>
    /// Section 4 with the facts of the period and what was paid regularly as standing; a state is never opened or ended
    /// (D-56).
    /// </summary>
    public List<Due> Recompute<TWorking>(BackPayCase file, FactPeriod period, BenefitMonth month, TWorking working)
        where TWorking : struct, IWorking
    {
        var facts = new HouseholdMonthRequest(month, period.Household)
        {
            Standing = new() { Benefits = Regular(file, period.Household, month) },
            Events = Deaths(file, period.Household),
        };
        HouseholdMonthCalculation.Run(_run, in facts, figuresOf(month), recomputesPast: true, working);
        if (_run.BandMissing)
        {
            throw new BandNotFoundException();
        }

        foreach (ref readonly var warning in _run.Warnings.Span)
        {
            if (warning.Code == WarningCodes.NotConfigured)
            {
                _notConfigured.Add(warning.Key!);
            }
        }

        var dues = new List<Due>(_run.Entitlements.Count);
        foreach (ref readonly var row in _run.Entitlements.Span)
        {
            dues.Add(new(row.Member == MonthRun.Household ? null : _run.Members[row.Member].Facts.Id, row.Benefit, row.Fen));
        }

        return dues;
    }

    public static bool HasDiedBefore(BackPayCase file, string? member, BenefitMonth month)
    {
        foreach (var death in file.Deaths)
        {
            if (death.Member == member && BenefitMonth.Of(death.Date) < month)
            {
                return true;
            }
        }

        return false;
    }

    private List<Due> InPhaseOut(BackPayCase file, PhaseOutBasis phaseOut, BenefitMonth month, List<Due> ordinary)
    {
        var basis = Basis(file, phaseOut, month);
        var dues = ordinary.FindAll(due => due.Benefit is not (Benefit.MinimumLivingAllowance or Benefit.CategorySupplement));
        if (phaseOut.Cause == PhaseOutCause.Employment)
        {
            dues.AddRange(basis.Where(due => !HasDiedBefore(file, due.Member, month)));
            return dues;
        }

        dues.Add(new(null, Benefit.MinimumLivingAllowance, Math.Max(Allowances(basis), Allowances(ordinary))));
        dues.AddRange(ordinary.Where(due => due.Benefit == Benefit.CategorySupplement));
        return dues;
    }

    /// <summary>The amounts a phase-out goes back to: recomputed where the range holds the basis month, else as paid.</summary>
    private List<Due> Basis(BackPayCase file, PhaseOutBasis phaseOut, BenefitMonth month)
    {
        var inRange = phaseOut.BasisMonth >= request.From && phaseOut.BasisMonth < month;
        var dues = inRange && PeriodOf(file, phaseOut.BasisMonth) is { PhaseOut: null } period
            ? Recompute(file, period, phaseOut.BasisMonth, default(NoWorking))
            : [.. SumRegular(file, month).Select(line => new Due(line.Member, line.Benefit, line.Amount.Fen))];
        return dues.FindAll(due => due.Benefit is Benefit.MinimumLivingAllowance or Benefit.CategorySupplement);
    }

    private static long Allowances(List<Due> dues) => dues.Where(due => due.Benefit == Benefit.MinimumLivingAllowance).Sum(due => due.Fen);

    private static ImmutableArray<StandingBenefit> Regular(BackPayCase file, Household household, BenefitMonth month) =>
        [.. SumRegular(file, month).Where(line => line.Member is null || household.Members.Any(member => member.Id == line.Member))];

    private static IEnumerable<StandingBenefit> SumRegular(BackPayCase file, BenefitMonth month) => file.Payments
        .Where(payment => payment.Month == month && payment.Type == PaymentType.Regular)
        .GroupBy(payment => (payment.Member, payment.Benefit))
        .Select(group => new StandingBenefit(group.Key.Member, group.Key.Benefit, Money.FromFen(group.Sum(payment => payment.Amount.Fen))));

    private static ImmutableArray<HouseholdEvent> Deaths(BackPayCase file, Household household) =>
    [
        .. file.Deaths
            .Where(death => household.Members.Any(member => member.Id == death.Member))
            .Select(death => new HouseholdEvent { Type = EventType.Death, Date = death.Date, Member = death.Member }),
    ];
}
