using SocialAssistance.Rules.Determinations;
using SocialAssistance.Rules.Households;
using SocialAssistance.Rules.Standards;
using SocialAssistance.Rules.Values;

namespace SocialAssistance.Benchmarks.HouseholdMonths;

/// <summary>
/// The baseline: what a careful programmer writes by hand when there is one county and one month only. Yudu in August
/// 2026, decimal arithmetic, the figures as constants, no packs, no other county's rules, no working; buffers are used
/// again, and yearly sums keep it exact. It finds the same lines, refusals, warnings, class and hearing as the product.
/// </summary>
internal sealed partial class PlainYudu
{
    private const int Month = 2026 * 12 + 7;
    private static readonly DateOnly FirstDay = new(2026, 8, 1);

    private readonly PlainLine[] _lines = new PlainLine[128];
    private readonly PlainRefusal[] _refusals = new PlainRefusal[128];
    private readonly PlainWarning[] _warnings = new PlainWarning[256];
    private readonly PlainPerson[] _people = new PlainPerson[64];

    private Household _household = null!;
    private Standing? _standing;
    private HouseholdEvent[] _events = [];
    private int _count, _counted;
    private bool _urban, _hasStandingLine, _unitInBenefit, _inside, _locked, _pending;
    private bool _warnedMultiple;
    private decimal _standard, _floor, _income, _wholeStanding, _wholeLine;

    public int LineCount { get; private set; }
    public int RefusalCount { get; private set; }
    public int WarningCount { get; private set; }
    public HouseholdClass Class { get; private set; }
    public bool HearingRequired { get; private set; }
    public decimal Total { get; private set; }

    public void Determine(in HouseholdMonthRequest request)
    {
        Begin(in request);
        FindPresent();
        ChooseProgrammes();
        CountMembers();
        Review();
        SumIncome();
        Classify();
        Allowance();
        Supplements();
        PersonBenefits();
        Hear();
        Total = 0;
        for (var i = 0; i < LineCount; i++)
        {
            Total += _lines[i].Amount;
        }
    }

    private void Begin(in HouseholdMonthRequest request)
    {
        _household = request.Household;
        _standing = request.Standing;
        _events = System.Runtime.InteropServices.ImmutableCollectionsMarshal.AsArray(request.Events) ?? [];
        _count = _household.Members.Length;
        _urban = AreaNow() == Area.Urban;
        _standard = _urban ? 885m : 660m;
        _floor = _urban ? 290m : 220m;
        (LineCount, RefusalCount, WarningCount) = (0, 0, 0);
        (_unitInBenefit, _inside, _locked, _pending, _warnedMultiple) = (false, false, false, false, false);
        _wholeLine = -1m;
        for (var i = 0; i < _count; i++)
        {
            ref var person = ref _people[i];
            person = default;
            person.Facts = _household.Members[i];
            person.Standing = person.StandingSupplement = person.FrozenAmount = person.Line = -1m;
        }

        PlaceStanding();
    }

    private void PlaceStanding()
    {
        _hasStandingLine = false;
        _wholeStanding = -1m;
        if (_standing is null)
        {
            return;
        }

        foreach (var line in _standing.Benefits)
        {
            if (line.Benefit == Benefit.MinimumLivingAllowance)
            {
                _hasStandingLine = true;
                if (line.Member is null)
                {
                    _wholeStanding = line.Amount.Yuan;
                }
                else
                {
                    _people[IndexOf(line.Member)].Standing = line.Amount.Yuan;
                }
            }
            else if (line.Benefit == Benefit.CategorySupplement)
            {
                _people[IndexOf(line.Member)].StandingSupplement = line.Amount.Yuan;
            }
        }

        if (_standing.PhaseOut is { } running)
        {
            foreach (var frozen in running.Amounts)
            {
                _people[IndexOf(frozen.Member)].FrozenAmount = frozen.Amount.Yuan;
            }
        }
    }

    private Area AreaNow()
    {
        var area = _household.Area;
        var (bestMonth, bestDate) = (int.MinValue, DateOnly.MinValue);
        foreach (var happened in _events)
        {
            if (happened.Type == EventType.Moved)
            {
                var month = MonthOf(happened.DecidedOn ?? happened.Date);
                if (month < Month && (month > bestMonth || (month == bestMonth && happened.Date >= bestDate)))
                {
                    (area, bestMonth, bestDate) = (happened.Area!.Value, month, happened.Date);
                }
            }
        }

        return area;
    }

    private int IndexOf(string? id)
    {
        for (var i = 0; i < _count; i++)
        {
            if (_people[i].Facts.Id == id)
            {
                return i;
            }
        }

        return -1;
    }

    private static int MonthOf(DateOnly day)
    {
        var (year, month, _) = day; // One reckoning for both.
        return year * 12 + month - 1;
    }

    private static bool IsEffective(HouseholdEvent happened) => MonthOf(happened.DecidedOn ?? happened.Date) < Month;

    private void Pay(int member, Benefit benefit, decimal amount, Basis basis) => _lines[LineCount++] = new(member, benefit, amount, basis);

    private void Refuse(int member, Benefit benefit, RefusalReason reason) => _refusals[RefusalCount++] = new(member, benefit, reason);

    private void Warn(string code, string? key = null, int member = -1, decimal value = 0m) => _warnings[WarningCount++] = new(code, key, member, value);
}
