using SocialAssistance.Contracts.Programs;
using SocialAssistance.Disbursement.OneOff;
using SocialAssistance.Rules.Determinations;
using SocialAssistance.Rules.Standards;

namespace SocialAssistance.Disbursement.Entitlements;

/// <summary>Chinese names of stored benefit codes, as the calculation words them.</summary>
internal static class BenefitNames
{
    public static string Of(string benefit) => Vocabulary<Benefit>.TryParse(benefit, out var known) ? Wording.Of(known) : OneOffPurposes.Names.GetValueOrDefault(benefit, benefit);
}

/// <summary>How programmes are called on rosters and in the bank's purpose line.</summary>
internal sealed class ProgramNames(IEnumerable<IAssistanceProgram> programs)
{
    public const string MinimumLiving = "minimum-living";

    /// <summary>Programmes that have a monthly roster.</summary>
    public IReadOnlyDictionary<string, string> All { get; } =
        programs.Select(p => (p.Code, p.Name)).Append((MinimumLiving, "低保")).GroupBy(p => p.Item1).ToDictionary(g => g.Key, g => g.Key == MinimumLiving ? "低保" : g.First().Item2);

    /// <summary>Codes of every benefit a programme can pay, in the order of the programmes.</summary>
    public IReadOnlyList<string> Benefits { get; } = [.. programs.SelectMany(p => p.Profile.Benefits).Distinct()];
}

internal static class MonthDates
{
    /// <summary>The first day of the day's month.</summary>
    public static DateOnly FirstOfMonth(this DateOnly day) => new(day.Year, day.Month, 1);
}
