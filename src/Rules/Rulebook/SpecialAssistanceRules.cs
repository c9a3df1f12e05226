using static SocialAssistance.Rules.Rulebook.Documents;

namespace SocialAssistance.Rules.Rulebook;

internal static class SpecialAssistanceRules
{
    public static readonly RuleEntry[] All =
    [
        new("EN-10", "教育救助：按学段和家庭困难情况确定方式。", "Education: forms of aid by stage and hardship.", $"{Xinxiang} 二（二）", $"{Fuliang} 二（三）7", $"{Maguan} 二（二）2", $"{Ningxia} 二（三）8", $"{Law} 第二十五条", "D-63"),
        new("EN-20", "住房救助：对象类别、住房困难、方式、租金和补贴档次。", "Housing: category, difficulty, form, rent and tier.", $"{Fuliang} 二（三）8", $"{Xinxiang} 二（三）", $"{Maguan} 二（二）3", $"{Ningxia} 二（三）9", $"{Law} 第二十六条", "D-64"),
        new("EN-30", "医疗救助：资助参保、起付标准、救助金、自付兜底（预估）。", "Medical: premium, deductible, aid and residual cost (a pre-estimate).", $"{Fuliang} 二（三）6", $"{YuduPlan} 二（二）5", $"{Maguan} 二（二）1", $"{Ningxia} 二（三）7", "C-34", "D-60", "D-61", "D-62"),
        new("EN-40", "价格临时补贴：达到启动条件的，按低保标准和涨幅发放，每人一次。", "Price subsidy: from the thresholds on, standard times the rise, once per person.", $"{YuduPlan} 二（二）7", $"{Maguan} 二（一）3", "D-65"),
        new("EN-50", "残疾人两项补贴（单人查询）。", "The two disability subsidies, asked for one person.", $"{Maguan} 二（二）6", $"{YuduRaise} 一（十一）（十二）", "D-66"),
        new("EN-60", "儿童待遇（单人查询）。", "Children's benefits, asked for one person.", $"{YuduRaise} 一（十）（十一）", "D-66"),
    ];
}
