using SocialAssistance.Contracts.Cases;

namespace SocialAssistance.Cases.Steps;

/// <summary>
/// One corrected value of the facts: a member's income of one kind (<c>income:wage</c>) or the household's property of
/// one kind (<c>property:vehicle</c>). The amount of the benefit is never changed, only what it rests on.
/// </summary>
/// <param name="Target">Kind of value, see <see cref="Targets"/>.</param>
/// <param name="PersonId">Whose income; null for property.</param>
/// <param name="Value">Yuan per period, or yuan or pieces of property.</param>
/// <param name="Period"><c>month</c> or <c>year</c>; income only.</param>
/// <param name="Note">Where the value comes from.</param>
internal sealed record FactChange(string Target, Guid? PersonId, decimal Value, string Period, string? Note)
{
    private const string Income = "income:";
    private const string Property = "property:";

    /// <summary>Everything that can be corrected, in the order of the forms.</summary>
    public static IReadOnlyDictionary<string, string> Targets { get; } =
        CaseVocabulary.IncomeTypes.ToDictionary(t => Income + t.Key, t => "收入：" + t.Value)
            .Concat(CaseVocabulary.PropertyKinds.ToDictionary(k => Property + k.Key, k => "财产：" + k.Value))
            .ToDictionary();

    public static bool IsIncome(string target) => target.StartsWith(Income, StringComparison.Ordinal);

    /// <summary>The value the facts hold now; income per month. Null: not known yet.</summary>
    public static decimal? Current(CaseFacts facts, string target, Guid? personId)
    {
        if (!IsIncome(target))
        {
            return facts.Property.Where(p => p.Kind == target[Property.Length..]).Sum(p => p.Value);
        }

        var lines = facts.Members.Where(m => m.PersonId == personId).SelectMany(m => m.Income).Where(i => i.Type == target[Income.Length..]).ToArray();
        return lines.Any(i => i.Amount is null) ? null : lines.Sum(i => i.Period == "year" ? decimal.Round(i.Amount!.Value / 12m, 2) : i.Amount!.Value);
    }

    /// <summary>The facts with this value in place of what was there.</summary>
    public CaseFacts Apply(CaseFacts facts) => IsIncome(Target)
        ? facts with { Members = [.. facts.Members.Select(m => m.PersonId == PersonId ? m with { Income = Replace(m.Income) } : m)] }
        : facts with { Property = [.. facts.Property.Where(p => p.Kind != Target[Property.Length..]), .. Value == 0 ? (PropertyFacts[])[] : [new(Target[Property.Length..], Value, Note)]] };

    private IReadOnlyList<IncomeFacts> Replace(IReadOnlyList<IncomeFacts> lines)
    {
        var type = Target[Income.Length..];
        return [.. lines.Where(i => i.Type != type), new(type, Value, Period, Note)];
    }
}
