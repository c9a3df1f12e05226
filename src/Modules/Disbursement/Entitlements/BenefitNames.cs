using SocialAssistance.Contracts.Programs;

namespace SocialAssistance.Disbursement.Entitlements;

/// <summary>Chinese names of the benefits of the calculation.</summary>
internal static class BenefitNames
{
    private static readonly Dictionary<string, string> Names = new()
    {
        ["minimum-living-allowance"] = "低保金", ["category-supplement"] = "分类施保金", ["extreme-poverty-basic"] = "特困基本生活费", ["extreme-poverty-care"] = "特困照料护理费",
        ["orphan-basic"] = "孤儿基本生活费", ["de-facto-unattended-child-basic"] = "事实无人抚养儿童基本生活费", ["hiv-infected-child-basic"] = "艾滋病病毒感染儿童基本生活费",
        ["disabled-orphan-care"] = "残疾孤儿照料护理补贴", ["disability-living-subsidy"] = "困难残疾人生活补贴", ["severe-disability-nursing-subsidy"] = "重度残疾人护理补贴",
        ["retrenched-worker-relief"] = "精简退职职工救济",
    };

    public static string Of(string benefit) => Names.GetValueOrDefault(benefit, benefit);
}

/// <summary>How programmes are called on rosters and in the bank's purpose line.</summary>
internal sealed class ProgramNames(IEnumerable<IAssistanceProgram> programs)
{
    public const string MinimumLiving = "minimum-living";

    /// <summary>Programmes that have a monthly roster.</summary>
    public IReadOnlyDictionary<string, string> All { get; } =
        programs.Select(p => (p.Code, p.Name)).Append((MinimumLiving, "低保")).GroupBy(p => p.Item1).ToDictionary(g => g.Key, g => g.Key == MinimumLiving ? "低保" : g.First().Item2);
}

internal static class MonthDates
{
    /// <summary>The first day of the day's month.</summary>
    public static DateOnly FirstOfMonth(this DateOnly day) => new(day.Year, day.Month, 1);
}
