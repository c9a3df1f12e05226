using static SocialAssistance.Rules.Rulebook.Documents;

namespace SocialAssistance.Rules.Rulebook;

internal static class AllowanceRules
{
    public static readonly RuleEntry[] All =
    [
        new("HM-14", "常补对象按低保标准全额；其余按差额（不低于下限）或分档。", "Full-class members get the standard; others the gap (not below the floor) or the band.",
            $"{Confirmation} 第二十三条", $"{Law} 第十八条", $"{YuduRaise} 三（二）", $"{Fuliang} 二（二）3", $"{Ningxia} 二（二）4"),
        new("HM-15", "差额按人舍入，或按户舍入一次后分到人。", "Gaps are rounded per person, or once per household and then apportioned to the fen.", "E-01", "D-21"),
        new("HM-16", "低保家庭：确认次月起发；变动待生效的按原额；核查期内不低于原额。", "Allowance households: paid from the month after confirmation; unchanged while a change is pending; not below the old amount while locked.",
            $"{Confirmation} 第二十一条、第三十一条", "E-07", "E-10", "E-22"),
        new("HM-17", "其他类别家庭，变动待生效的也按原额。", "Other classes too keep the old amounts while a change is pending.", "E-22", "D-22"),
        new("HM-18", "就业渐退：因就业超过低保标准的，在规定月数内按冻结金额继续发放，收入超过上限的除外。",
            "Employment phase-out: who passes the standard through work keeps the frozen amount for the months set, unless income exceeds the cap.",
            $"{Xinxiang} 二（四）", $"{Notice83} 一（三）", "E-05", "E-17", "D-27"),
        new("HM-19", "不符合低保的家庭，其重残、重病等成员申请的，可参照“单人户”纳入。", "In a household that is not eligible, a severely disabled or ill member who applies may enter alone.",
            $"{Confirmation} 第八条", $"{Notice83} 一（一）（四）", $"{Law} 第二十一条", $"{Fuliang} 二（二）3", $"{Xinxiang} 一（一）", $"{Maguan} 二（一）1", $"{Ningxia} 二（二）4"),
        new("HM-20", "无正当理由连续拒绝就业达到次数的提示，县可停发本人份额。", "Refusing work as often as the limit is pointed out; a county may stop the person's own share.", $"{Confirmation} 第三十四条", "D-30"),
        new("HM-21", "死亡渐退：成员死亡后规定月数内，家庭待遇总额不减。", "Death phase-out: for the months set after a recipient's death the household's sum does not fall.", $"{Xinxiang} 一（四）", "E-19", "E-20", "D-28"),
        new("HM-22", "分类施保：老年人、未成年人、重残、重病按规定增发，就高不重复（县可定叠加）。", "Category supplement for the old, minors, severely disabled and seriously ill; the highest once, or the sum where so set.",
            $"{Xinxiang} 一（一）", $"{Confirmation} 第二十七条", $"{Law} 第二十条", "D-29"),
        new("HM-23", "应急期提标：对低保和特困对象每人一笔。", "Emergency uplift: one line for each allowance and extreme-poverty recipient.", "E-40", "D-43"),
    ];
}
