using SocialAssistance.Rules.Determinations;
using SocialAssistance.Rules.Households;
using SocialAssistance.Rules.Standards;
using SocialAssistance.Rules.Values;

namespace SocialAssistance.Standards.Comparison;

/// <summary>A parameter two counties set differently.</summary>
/// <param name="Parameter">The key.</param>
/// <param name="Area">The area, where the key differs by it.</param>
/// <param name="Left">The deciding entry of the first county; null: not configured.</param>
/// <param name="Right">That of the second one.</param>
internal sealed record ParameterDifference(Parameter Parameter, Area? Area, Entry? Left, Entry? Right);

/// <summary>A parameter that makes a family's result differ: what the first county would pay with the second one's value.</summary>
internal sealed record Cause(ParameterDifference Difference, Money TotalWithRight);

/// <summary>One benefit of one person in both counties; null: not paid.</summary>
internal sealed record ComparedLine(string Person, string Benefit, Money? Left, Money? Right);

/// <summary>A family in both counties, and which parameters make the difference.</summary>
internal sealed record ComparedFamily(IReadOnlyList<ComparedLine> Lines, HouseholdMonthResult Left, HouseholdMonthResult Right, IReadOnlyList<Cause> Causes);

/// <summary>Two counties side by side (两县对照): where their rules differ, and what that does to one family. The core decides.</summary>
internal static class CountyComparison
{
    /// <summary>Every key whose value on the day differs.</summary>
    public static IReadOnlyList<ParameterDifference> Differences(PolicyBook left, PolicyBook right, DateOnly day)
    {
        var (l, r) = (new Resolver(left), new Resolver(right));
        return
        [
            .. from parameter in ParameterCatalogue.All
               from area in parameter.ByArea ? new Area?[] { Area.Urban, Area.Rural } : [null]
               let difference = new ParameterDifference(parameter, area, l.FindEntry(parameter, day, area), r.FindEntry(parameter, day, area))
               where Written(difference.Left) != Written(difference.Right)
               select difference,
        ];
    }

    /// <summary>Determines the family in both counties and tries each differing value of the second one in the first.</summary>
    public static ComparedFamily Compare(PolicyBook left, PolicyBook right, BenefitMonth month, Household family)
    {
        var (before, after) = (Determine(left, [], month, family), Determine(right, [], month, family));
        var causes = Differences(left, right, month.FirstDay)
            .Where(d => d.Area is null || d.Area == family.Area)
            .Select(d => (Difference: d, Result: Determine(left, [With(d)], month, family)))
            .Where(tried => Signature(tried.Result) != Signature(before))
            .Select(tried => new Cause(tried.Difference, tried.Result.Total));
        return new(Lines(before, after, family), before, after, [.. causes]);
    }

    private static HouseholdMonthResult Determine(PolicyBook book, IReadOnlyList<Override> overrides, BenefitMonth month, Household family) =>
        HouseholdMonth.Determine(new HouseholdMonthRequest(month, family), new MonthFigures(new Resolver(book, overrides), month));

    private static Override With(ParameterDifference difference) =>
        Override.Of(difference.Parameter, difference.Right?.Value, difference.Area, null, null, null);

    private static string Signature(HouseholdMonthResult result) =>
        string.Join(';', result.Entitlements.Select(e => $"{e.Member} {e.Benefit} {e.Amount}").Order(StringComparer.Ordinal));

    private static List<ComparedLine> Lines(HouseholdMonthResult left, HouseholdMonthResult right, Household family)
    {
        var names = family.Members.ToDictionary(m => m.Id, m => m.Name ?? m.Id);
        return
        [
            .. left.Entitlements.Concat(right.Entitlements).Select(e => (e.Member, e.Benefit)).Distinct()
                .Select(key => new ComparedLine(key.Member is { } m ? names[m] : "全户", Wording.Of(key.Benefit), Of(left, key), Of(right, key))),
        ];
    }

    private static Money? Of(HouseholdMonthResult result, (string? Member, Benefit Benefit) key) =>
        result.Entitlements.FirstOrDefault(e => e.Member == key.Member && e.Benefit == key.Benefit)?.Amount;

    private static string Written(Entry? entry) => entry?.Value is { } value ? ParameterText.Write(entry.Parameter, value) : "";
}
