using System.Collections.Immutable;
using SocialAssistance.Rules.Determinations;
using SocialAssistance.Rules.Values;

namespace SocialAssistance.Rules.Households;

/// <summary>
/// What would have changed the outcome: the smallest change of income in either direction, and each yes/no fact on which
/// it hangs. Found by asking the same calculation again with one thing changed, never by a formula of its own.
/// </summary>
/// <param name="More">The least additional monthly income that changes the outcome; null where none does.</param>
/// <param name="Less">The least reduction of monthly income that changes the outcome; null where none does.</param>
/// <param name="Facts">The facts whose opposite changes class, benefits or amounts.</param>
public sealed record Counterfactual(IncomeChange? More, IncomeChange? Less, ImmutableArray<FactChange> Facts)
{
    /// <summary>
    /// Asks around one case. For income, the outcome is the class and who gets which benefit; amounts follow income
    /// anyway. For facts, a different total is a different outcome too.
    /// </summary>
    public static Counterfactual Find(in HouseholdMonthRequest request, MonthFigures figures)
    {
        var probe = new Probe(in request, figures);
        return new(IncomeSearch.More(in request, probe), IncomeSearch.Less(in request, probe), FactSearch.All(in request, probe));
    }

    /// <summary>The request with its monthly income changed by <paramref name="change"/>.</summary>
    public static HouseholdMonthRequest WithIncome(in HouseholdMonthRequest request, MonthFigures figures, Money change) =>
        IncomeSearch.Apply(in request, new Probe(in request, figures), change.Fen);

    /// <summary>The request with one fact turned into its opposite.</summary>
    public static HouseholdMonthRequest WithFact(in HouseholdMonthRequest request, FactChange change) =>
        request with { Household = FactSearch.Turn(request.Household, change.Member, change.Fact) };
}

/// <summary>A change of monthly household income and what it leads to.</summary>
public sealed record IncomeChange(Money Change, HouseholdClass NewClass, Money NewTotal)
{
    /// <summary>For reading aloud.</summary>
    public string Sentence =>
        $"家庭月收入{(Change.Fen < 0 ? "减少" : "增加")} {Money.FromFen(Math.Abs(Change.Fen)).ToDisplay()} 元，结果变为{Wording.Of(NewClass)}，本月合计 {NewTotal.ToDisplay()} 元";
}

/// <summary>A fact turned into its opposite and what it leads to; without a member it is one of the household.</summary>
public sealed record FactChange(string? Member, CaseFact Fact, HouseholdClass NewClass, Money NewTotal);

/// <summary>The yes/no facts a case may hang on.</summary>
public enum CaseFact
{
    PropertyWithinAllowanceLimit, RegisteredPoverty, LivesTogether, Dependent, DisabilityCertificate, SeriousIllness,
    SpecialHardship, Employed, SupportedByParentsOrSiblings, AppliesAlone, OwnPropertyWithinLimit, FullClass,
    WorkInjuryNursing, Enrolled,
}

/// <summary>Asks the calculation again and compares with the outcome as it is.</summary>
internal sealed class Probe
{
    private readonly HouseholdMonthBatch _batch = new();
    private readonly MonthFigures _figures;
    private readonly string _benefits;

    public Probe(in HouseholdMonthRequest request, MonthFigures figures)
    {
        _figures = figures;
        _batch.Determine(in request, figures);
        (Class, Total, _benefits) = (_batch.Class, _batch.Total, Benefits());
        Counted = _batch.FirstCounted;
        Area = _batch.Area;
    }

    public HouseholdClass Class { get; }

    public Money Total { get; }

    public Standards.Area Area { get; }

    /// <summary>Position of the first counted member; -1 is none.</summary>
    public int Counted { get; }

    public HouseholdMonthFigures Figures => _figures.For(Area);

    public HouseholdClass NewClass => _batch.Class;

    public Money NewTotal => _batch.Total;

    /// <summary>Another class, or other benefits for somebody. A hole in a band table is no outcome.</summary>
    public bool Flips(in HouseholdMonthRequest request)
    {
        _batch.Determine(in request, _figures);
        return !_batch.BandMissing && (_batch.Class != Class || Benefits() != _benefits);
    }

    public bool Changes(in HouseholdMonthRequest request) => Flips(in request) || (!_batch.BandMissing && _batch.Total != Total);

    private string Benefits()
    {
        var text = new System.Text.StringBuilder();
        for (var i = 0; i < _batch.EntitlementCount; i++)
        {
            var (member, benefit, _, _) = _batch.Entitlement(i);
            text.Append(member).Append(':').Append((int)benefit).Append(' ');
        }

        return text.ToString();
    }
}
