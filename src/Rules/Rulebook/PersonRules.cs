using static SocialAssistance.Rules.Rulebook.Documents;

namespace SocialAssistance.Rules.Rulebook;

internal static class PersonRules
{
    public static readonly RuleEntry[] All =
    [
        new("HM-24", "同时符合多项基本生活保障的，享受标准最高的一项。", "Of several basic-living programmes the highest is paid.", $"{YuduRaise} 一（十）", $"{ExtremePoverty} 第九条", "E-16", "E-23"),
        new("HM-25", "未成年特困人员满龄后停止，在规定学段就读的延续；满龄后离校的不再恢复。", "Extreme-poverty support of minors ends at the age limit, goes on at school in the stages set, and ends for good on leaving school.",
            $"{ExtremePoverty} 第二十四条", $"{Law} 第十六条", $"{Xinxiang} 一（二）", "E-18", "D-34"),
        new("HM-26", "基本生活费按公布标准；艾滋病病毒感染儿童按孤儿标准的比例。", "Basic benefits are paid as published; HIV-infected children get the share of the orphan amount.",
            $"{YuduRaise} 一（三）至（五）、一（十）", $"{Fuliang} 二（二）4", "E-09", "E-24"),
        new("HM-27", "特困自理标准低于低保标准规定倍数的提示。", "A self-caring standard below the multiple of the allowance standard is pointed out.", $"{Fuliang} 二（二）4", "E-09"),
        new("HM-28", "照料护理费按公布标准；文件以最低工资比例或护理补贴定标准的，按其下限并提示。", "Care is paid as published; where the text sets it by minimum wage or nursing subsidy, that floor is paid with a warning.",
            $"{YuduRaise} 一（七）", $"{Xinxiang} 一（三）", $"{Ningxia} 二（二）5", "E-39", "D-40"),
        new("HM-29", "临近或超过年龄界限的提示。", "Reaching or nearing an age limit is pointed out.", "E-18"),
        new("HM-30", "残疾孤儿、残疾事实无人抚养儿童照料护理补贴。", "Care subsidy for disabled orphans and de-facto-unattended children.", $"{YuduRaise} 一（十一）", $"{Fuliang} 二（三）11", "D-38"),
        new("HM-31", "困难残疾人生活补贴：低保对象，规定延伸的低收入家庭成员；特困和领取儿童基本生活费的除外。",
            "Living subsidy for disabled allowance recipients and, where so ruled, low-income households; not beside extreme poverty or child allowances.", $"{Maguan} 二（二）6", $"{YuduRaise} 一（十二）", "D-39"),
        new("HM-32", "重度残疾人护理补贴：特困、工伤护理、残疾孤儿照料护理补贴的不重复享受。", "Nursing subsidy for the severely disabled; not beside extreme poverty, work-injury nursing or disabled-orphan care.", $"{YuduRaise} 一（十一）（十二）"),
        new("HM-33", "六十年代精简退职老弱残职工救济。", "Relief for workers retrenched in the 1960s.", $"{YuduRaise} 一（九）"),
        new("HM-34", "高龄低收入老年人生活补贴。", "Subsidy for the old on low income.", $"{Ningxia} 二（三）12"),
        new("HM-35", "调减、终止待遇前应听取意见。", "Views are heard before a benefit is cut or ended.", $"{Law} 第四十八条", "D-33"),
        new("HM-36", "合计等于各项待遇之和。", "The total is the sum of the entitlements.", "HM-36"),
    ];
}
