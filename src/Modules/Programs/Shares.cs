using SocialAssistance.Contracts.Programs;
using SocialAssistance.Rules.Determinations;
using SocialAssistance.Rules.Households;
using SocialAssistance.Rules.Standards;
using SocialAssistance.Rules.Values;

namespace SocialAssistance.Programs;

/// <summary>Which lines of one determination are whose: a programme's own, and what other programmes would pay.</summary>
internal static class Shares
{
    public static (IReadOnlyList<Entitlement> Own, IReadOnlyList<Entitlement> Others) Split(ProgramDefinition definition, HouseholdMonthResult result)
    {
        var own = result.Entitlements.Where(e => Owner(e, result) == definition.Code).ToArray();
        return (own, [.. result.Entitlements.Where(e => Owner(e, result) is { } code && code != definition.Code)]);
    }

    /// <summary>The working of the programme: how the household stands, its own lines, and their sum.</summary>
    public static IEnumerable<AssessmentStep> Steps(ProgramDefinition definition, HouseholdMonthResult result, IReadOnlyList<Entitlement> own)
    {
        var means = definition.Profile.Asks.HasFlag(ProgramFacts.Means) && !definition.Profile.Asks.HasFlag(ProgramFacts.ExtremePoverty);
        foreach (var step in result.Steps.SkipLast(1))
        {
            if (step.Benefit is { } benefit ? definition.Benefits.Any(b => Vocabulary.Word(b) == benefit) : means || step.Source == "HM-24")
            {
                yield return new(step.Label, step.Formula, step.Result, step.Source, step.Member is { } member ? Guid.Parse(member) : null, step.Benefit);
            }
        }

        var sum = Money.FromFen(own.Sum(e => e.Amount.Fen));
        yield return new("本月合计", own.Count == 0 ? "没有应发待遇" : string.Join(" + ", own.Select(e => e.Amount.ToDisplay())), sum.ToDisplay(), "HM-36");
    }

    public static OtherBenefit Other(Entitlement line, HouseholdMonthResult result, Dictionary<string, string> names)
    {
        var program = ProgramCatalogue.All.Single(p => p.Code == Owner(line, result));
        var step = result.Steps.FirstOrDefault(s => s.Member == line.Member && s.Benefit == Vocabulary.Word(line.Benefit));
        return new(program.Code, program.Name, line.Member is { } member ? names[member] : "本户", Wording.Of(line.Benefit), line.Amount.Yuan, step?.Source ?? "");
    }

    // The uplift follows the benefit it lifts (HM-23); a benefit no programme takes in is nobody's.
    private static string? Owner(Entitlement line, HouseholdMonthResult result) => line.Benefit == Benefit.EmergencyUplift
        ? result.Entitlements.Any(e => e.Member == line.Member && e.Benefit == Benefit.ExtremePovertyBasic) ? ProgramCatalogue.ExtremePoverty : ProgramCatalogue.MinimumLiving
        : ProgramCatalogue.All.FirstOrDefault(p => p.Benefits.Contains(line.Benefit))?.Code;
}
