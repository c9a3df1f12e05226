namespace SocialAssistance.Rules.Rulebook;

/// <summary>Every rule of the calculation, in the order of the specification. The rulebook page is printed from it.</summary>
public static class RuleCatalogue
{
    /// <summary>The parts of the rulebook: a Chinese and an English heading, and the rules.</summary>
    public static IReadOnlyList<(string Chinese, string English, IReadOnlyList<RuleEntry> Rules)> Parts { get; } =
    [
        ("取值与舍入", "Values and rounding", ParameterRules.All),
        ("家庭月待遇：时间、成员、收入、类别", "Household month: time, members, income, class", HouseholdRules.All),
        ("家庭月待遇：最低生活保障", "Household month: minimum living allowance", AllowanceRules.All),
        ("家庭月待遇：个人待遇", "Household month: persons", PersonRules.All),
        ("补发", "Back pay", BackPayRules.All),
        ("临时救助", "Temporary assistance", AssistanceRules.All),
        ("期限", "Deadlines", DeadlineRules.All),
        ("监督", "Oversight", OversightRules.All),
        ("专项救助", "Special assistance", SpecialAssistanceRules.All),
    ];

    public static IEnumerable<RuleEntry> All => Parts.SelectMany(p => p.Rules);
}
