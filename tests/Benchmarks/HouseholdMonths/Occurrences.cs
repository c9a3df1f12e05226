using SocialAssistance.Rules.Determinations;
using SocialAssistance.Rules.Households;
using SocialAssistance.Rules.Standards;

namespace SocialAssistance.Benchmarks.HouseholdMonths;

/// <summary>
/// Counts what came out over the first chunk, and refuses a population in which an outcome the Yudu figures of the month
/// can bring about did not come up.
/// </summary>
internal static class Occurrences
{
    // What no Yudu household can get in the month: figures Yudu has not set, rules of other counties.
    private static readonly HashSet<string> Unreachable =
    [
        "class expenditure-hardship", "basis band", "basis phase-out", "basis death-phase-out", "basis uplift", "basis minimum-wage-share",
        "basis linked", "benefit old-age-subsidy", "benefit emergency-uplift", "refusal phase-out-income-limit",
        "refusal phase-out-completed", "refusal work-refusal", "refusal care-support-form", "warning allowance-class-not-used",
        "warning phase-out-last-month", "warning phase-out-above-national-limit", "warning standard-proposed",
        "warning care-standard-derived", "warning care-standard-below-floor", "warning beyond-statute",
        "warning nursing-with-extreme-poverty", "basis category-supplement",
    ];

    public static bool AreComplete(HouseholdMonthRequest[] requests, MonthFigures figures)
    {
        var counts = Expected().ToDictionary(name => name, _ => 0, StringComparer.Ordinal);
        var batch = new HouseholdMonthBatch();
        foreach (ref readonly var request in requests.AsSpan())
        {
            batch.Determine(in request, figures);
            foreach (var name in Of(batch.ToResult()))
            {
                counts[name] = counts.GetValueOrDefault(name) + 1;
            }
        }

        var missing = counts.Where(c => c.Value == 0).Select(c => c.Key).ToArray();
        Console.WriteLine($"{counts.Count} outcomes of the rules occur in the first {requests.Length:N0} households; rarest: {string.Join(", ", counts.OrderBy(c => c.Value).Take(3).Select(c => $"{c.Key} {c.Value}"))}");
        if (missing.Length > 0)
        {
            Console.Error.WriteLine($"These never came up: {string.Join(", ", missing)}");
        }

        return missing.Length == 0;
    }

    private static IEnumerable<string> Expected() => new[]
    {
        Named<HouseholdClass>("class"), Named<Basis>("basis"), Named<Benefit>("benefit"), Named<RefusalReason>("refusal"), Named<NotCountedReason>("not counted"),
        Named<IncomeReason>("income").Where(name => !name.EndsWith(" none", StringComparison.Ordinal)), WarningNames().Select(code => $"warning {code}"),
    }.SelectMany(names => names).Where(name => !Unreachable.Contains(name));

    private static IEnumerable<string> Named<T>(string what) where T : struct, Enum => Vocabulary<T>.Words.Select(word => $"{what} {word}");

    private static IEnumerable<string> WarningNames() =>
        typeof(WarningCodes).GetFields().Select(field => (string)field.GetRawConstantValue()!);

    private static IEnumerable<string> Of(HouseholdMonthResult result) =>
    [
        $"class {Vocabulary.Word(result.Class)}",
        .. result.Entitlements.SelectMany(e => new[] { $"benefit {Vocabulary.Word(e.Benefit)}", $"basis {Vocabulary.Word(e.Basis)}" }),
        .. result.Refusals.Select(r => $"refusal {Vocabulary.Word(r.Reason)}"),
        .. result.NotCounted.Select(n => $"not counted {Vocabulary.Word(n.Reason)}"),
        .. result.IncomeLines.Where(l => l.Reason != IncomeReason.None).Select(l => $"income {Vocabulary.Word(l.Reason)}"),
        .. result.Warnings.Select(w => $"warning {w.Code}"),
    ];
}
