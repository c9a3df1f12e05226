using SocialAssistance.Rules.Determinations;
using SocialAssistance.Rules.Values;

namespace SocialAssistance.Rules.Households;

/// <summary>
/// The same calculation for many households: nothing is explained and nothing allocated; each answer is valid until the
/// next one. One instance per thread.
/// </summary>
public sealed class HouseholdMonthBatch
{
    private readonly MonthRun _run = new();

    public HouseholdClass Class => _run.Class;

    public Money Total => Money.FromFen(_run.TotalFen);

    /// <summary>No band of the table covers a gap (E-42): this household has no answer.</summary>
    public bool BandMissing => _run.BandMissing;

    public bool HearingRequired => _run.HearingRequired;

    internal Standards.Area Area => _run.Figures.Area;

    /// <summary>Position of the first counted member; -1 is none.</summary>
    internal int FirstCounted
    {
        get
        {
            for (var i = 0; i < _run.MemberCount; i++)
            {
                if (_run.Members[i].Counted)
                {
                    return i;
                }
            }

            return -1;
        }
    }

    public int EntitlementCount => _run.Entitlements.Count;

    public int RefusalCount => _run.Refusals.Count;

    public int WarningCount => _run.Warnings.Count;

    /// <summary>One entitlement; member is the position in the household, -1 for the household as a whole.</summary>
    public (int Member, Benefit Benefit, Money Amount, Basis Basis) Entitlement(int index)
    {
        ref readonly var row = ref _run.Entitlements.Span[index];
        return (row.Member, row.Benefit, Money.FromFen(row.Fen), row.Basis);
    }

    public void Determine(in HouseholdMonthRequest request, MonthFigures figures) =>
        HouseholdMonthCalculation.Run(_run, in request, figures, recomputesPast: false, default(NoWorking));

    /// <summary>The last answer as a value to keep, without working.</summary>
    public HouseholdMonthResult ToResult() => HouseholdMonthAnswer.From(_run, []);
}
