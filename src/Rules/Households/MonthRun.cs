using System.Collections.Immutable;
using SocialAssistance.Rules.Determinations;
using SocialAssistance.Rules.Standards;
using SocialAssistance.Rules.Values;

namespace SocialAssistance.Rules.Households;

/// <summary>
/// The bench one household month is worked on: facts, what is known of each member, and the rows of the result. It is
/// emptied and used again for the next household.
/// </summary>
internal sealed class MonthRun
{
    public const int Household = -1;
    private static readonly Standing NothingStanding = new();
    private MemberState[] _members = new MemberState[4];

    public Rows<IncomeRow> IncomeLines { get; } = new();
    public Rows<DeductionRow> Deductions { get; } = new();
    public Rows<EntitlementRow> Entitlements { get; } = new();
    public Rows<RefusalRow> Refusals { get; } = new();
    public Rows<PhaseOutRow> PhaseOuts { get; } = new();
    public Rows<WarningRow> Warnings { get; } = new();
    public NotCountedReason[] NotCounted { get; private set; } = new NotCountedReason[4];

    public Household Facts { get; private set; } = null!;
    public Standing Standing { get; private set; } = NothingStanding;
    public ImmutableArray<HouseholdEvent> Events { get; private set; } = [];
    public BenefitMonth Month { get; private set; }

    /// <summary>Back pay recomputes amounts and never a state: no lock, no start month, no phase-out (BP-02).</summary>
    public bool RecomputesPast { get; private set; }

    public HouseholdMonthFigures Figures { get; set; } = null!;

    public int MemberCount { get; private set; }

    /// <summary>n, the divisor.</summary>
    public int Counted { get; set; }

    public bool HasStandingLine { get; private set; }

    /// <summary>The standing allowance line of the household as a whole; -1 is none.</summary>
    public long HouseholdStandingFen { get; private set; }

    /// <summary>Some payable member who does not apply alone is a recipient (HM-06).</summary>
    public bool UnitInBenefit { get; set; }

    public bool InsideReview { get; set; }
    public bool Locked { get; set; }
    public bool Pending { get; set; }

    /// <summary>Counted income before deductions, twelfths of a fen (G × 1).</summary>
    public long GrossTwelfths { get; set; }

    /// <summary>I, net income per month in <see cref="Exact"/>.</summary>
    public Int128 Income { get; set; }

    public HouseholdClass Class { get; set; }

    /// <summary>The household-level allowance line found; -1 is none.</summary>
    public long HouseholdLineFen { get; set; }

    public Basis HouseholdLineBasis { get; set; }

    public bool HearingRequired { get; set; }

    /// <summary>No band covers the gap (E-42); there is no result.</summary>
    public bool BandMissing { get; set; }

    public long TotalFen { get; set; }

    public Span<MemberState> Members => _members.AsSpan(0, MemberCount);

    public bool PendingUnverified => Pending && Standing.LastVerified is null;

    /// <summary>y &lt; S, exactly: I &lt; S × n.</summary>
    public bool IncomeBelowStandard => Income < unchecked((Int128)Figures.Standard.Fen * Exact.PerFen * Counted);

    public void Begin(in HouseholdMonthRequest request, bool recomputesPast)
    {
        Facts = request.Household;
        Standing = request.Standing ?? NothingStanding;
        Events = request.Events.IsDefault ? [] : request.Events;
        Month = request.Month;
        RecomputesPast = recomputesPast;
        MemberCount = Facts.Members.Length;
        if (MemberCount > _members.Length)
        {
            _members = new MemberState[MemberCount];
            NotCounted = new NotCountedReason[MemberCount];
        }

        IncomeLines.Clear();
        Deductions.Clear();
        Entitlements.Clear();
        Refusals.Clear();
        PhaseOuts.Clear();
        Warnings.Clear();
        Counted = 0;
        (UnitInBenefit, InsideReview, Locked, Pending, HearingRequired, BandMissing) = (false, false, false, false, false, false);
        (GrossTwelfths, Income, TotalFen, HouseholdLineFen) = (0, 0, 0, -1);
        Class = HouseholdClass.None;
        for (var i = 0; i < MemberCount; i++)
        {
            ref var state = ref _members[i];
            state = default;
            state.Facts = Facts.Members[i];
            state.StandingFen = state.StandingSupplementFen = state.FrozenFen = state.LineFen = -1;
        }

        PlaceStanding();
    }

    /// <summary>Position of a member; the household does not hold strangers.</summary>
    public int IndexOf(string? id)
    {
        for (var i = 0; id is not null && i < MemberCount; i++)
        {
            if (_members[i].Facts.Id == id)
            {
                return i;
            }
        }

        return Household;
    }

    public void Pay(int member, Benefit benefit, long fen, Basis basis) => Entitlements.Add(new(member, benefit, fen, basis));

    public void Refuse(int member, Benefit benefit, RefusalReason reason)
    {
        var row = new RefusalRow(member, benefit, reason);
        if (!Refusals.Span.Contains(row))
        {
            Refusals.Add(row);
        }
    }

    public void Warn(string code, string? key = null, int member = Household) => Warn(new(code, key, member, WarningValue.None, 0));

    public void WarnMoney(string code, string? key, long fen) => Warn(new(code, key, Household, WarningValue.Money, fen));

    public void WarnCount(string code, int count) => Warn(new(code, null, Household, WarningValue.Count, count));

    public void NotConfigured(string key) => Warn(WarningCodes.NotConfigured, key);

    private void Warn(in WarningRow row)
    {
        if (!Warnings.Span.Contains(row))
        {
            Warnings.Add(row);
        }
    }

    private void PlaceStanding()
    {
        HasStandingLine = false;
        HouseholdStandingFen = -1;
        foreach (ref readonly var line in Standing.Benefits.AsSpan())
        {
            var member = line.Member is null ? Household : IndexOf(line.Member);
            if (line.Benefit == Benefit.MinimumLivingAllowance)
            {
                HasStandingLine = true;
                if (member == Household)
                {
                    HouseholdStandingFen = line.Amount.Fen;
                }
                else
                {
                    _members[member].StandingFen = line.Amount.Fen;
                }
            }
            else if (line.Benefit == Benefit.CategorySupplement && member != Household)
            {
                _members[member].StandingSupplementFen = line.Amount.Fen;
            }
        }

        if (Standing.PhaseOut is { } running)
        {
            foreach (ref readonly var frozen in running.Amounts.AsSpan())
            {
                if (IndexOf(frozen.Member) is var member and not Household)
                {
                    _members[member].FrozenFen = frozen.Amount.Fen;
                }
            }
        }
    }
}
