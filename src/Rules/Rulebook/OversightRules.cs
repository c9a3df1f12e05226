using static SocialAssistance.Rules.Rulebook.Documents;

namespace SocialAssistance.Rules.Rulebook;

internal static class OversightRules
{
    public static readonly RuleEntry[] All =
    [
        new("OV-01", "按比例抽查，逐单位向上取整；规定互查的，每个乡镇都互查。", "Samples by share, rounded up per unit; with cross-checks every township is checked by another.", $"{Xinxiang} 五（一）", $"{ExtremePoverty} 第十六条", $"{YuduPlan} 二（四）13", "E-33"),
        new("OV-02", "按时办结率低于规定的约谈。", "A township strictly below the on-time rate is called in.", $"{YuduPlan} 二（八）26", "E-32", "D-68"),
        new("OV-03", "按对象人数配备力量，从严、从宽两算。", "Staff by recipients, by the strict and the loose divisor.", $"{Xinxiang} 六（三）", "E-36", "D-67"),
        new("OV-04", "对象人数超过门槛的村设服务站。", "A village with more recipients than the threshold needs a station.", $"{Fuliang} 二（六）18", "E-37"),
        new("OV-05", "购买服务不超过资金比例；受益对象须由资金保障，救助资金须够用。", "Purchased services stay within the share of the fund; beneficiaries fund-financed, benefits covered.", $"{Xinxiang} 四（三）", "E-27", "E-41"),
        new("OV-06", "县级资金逐项测算。", "The county's funds line by line.", $"{YuduRaise} 二", "E-26", "D-69"),
        new("OV-07", "照料护理标准下限。", "Floors of care standards.", $"{Xinxiang} 一（三）", $"{Ningxia} 二（二）5", "E-39"),
        new("OV-08", "新标准校验：倍数、指导标准、同步调整。", "Checks of new standards: multiple, guidance, same date.", $"{Fuliang} 二（二）4", $"{Maguan} 二（一）3", $"{Ningxia} 二（二）5", "E-09", "C-05", "C-06"),
        new("OV-09", "社工岗位下限。", "Least number of social-work posts.", $"{Fuliang} 二（五）16"),
        new("OV-10", "就业服务按滚动年度计次。", "Job services by rolling year.", $"{Fuliang} 二（三）9", "E-35", "D-70"),
        new("OV-11", "达到预案启动条件规定比例的可建议启动。", "A response may be proposed from the share of the plan's threshold.", $"{Fuliang} 二（三）10"),
    ];
}
