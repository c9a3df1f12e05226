using static SocialAssistance.Rules.Rulebook.Documents;

namespace SocialAssistance.Rules.Rulebook;

internal static class AssistanceRules
{
    public static readonly RuleEntry[] All =
    [
        new("TA-01", "分期金额合并为一次审批；规定天数内同一事由的审批合并确定层级。", "Instalments are one amount; approvals for the same cause within the days set are added for routing.", "E-28"),
        new("TA-02", "乡镇审批额度：规定金额，或城市低保标准的倍数。", "The township's limit: the amount set, or a multiple of the urban standard.", $"{Xinxiang} 三（一）", "C-21", "E-28"),
        new("TA-03", "审批层级：村（社区）、乡镇、县；一事一议由县级决定。", "Level: village, township, county; case-by-case aid is the county's.", $"{Xinxiang} 三（一）", $"{Fuliang} 二（四）12", $"{Ningxia} 二（四）13", $"{Maguan} 二（三）1", "D-46", "D-47"),
        new("TA-04", "小金额：规定金额，或当地低保标准的倍数。", "Small amount: the amount set, or a multiple of the area's standard.", $"{Law} 第五十条", Opinion2026),
        new("TA-05", "先行救助：急难型小金额可以或应当先行救助；马关不限金额。", "Pay-first: small urgent cases may or must be paid first; in Maguan whatever the amount.", $"{Maguan} 二（三）1", $"{Temporary} 二（二）", $"{Law} 第五十条", "C-22", "D-45"),
        new("TA-06", "小额快救：情况紧急的急难型小金额。", "Fast lane: small urgent cases in an emergency.", Opinion2026, "D-48"),
        new("TA-07", "急难型及已认定的对象不再核对；急难型不公示。", "Urgent cases and recognised applicants are not verified again; urgent cases are not publicised.", $"{Temporary} 二（二）", $"{Xinxiang} 三（一）", Opinion2026, "D-49"),
        new("TA-08", "规定的类型可一次审批、分阶段救助。", "One approval may be paid in stages for the types set.", $"{Fuliang} 二（四）12", $"{Xinxiang} 三（一）", $"{YuduPlan} 二（二）6", $"{Ningxia} 二（四）13", $"{Temporary} 二（四）", "C-22"),
        new("TA-09", "办理时限：小时、小额快救日、支出型工作日。", "Time limit: hours, fast-lane days, or working days for the expenditure type.", $"{Maguan} 二（三）1", "E-30", "D-50"),
        new("TA-10", "按金额分档上门回访。", "Follow-up visits by tier of amount.", $"{YuduPlan} 二（二）6", "E-29"),
        new("TA-11", "事由不在列、次数超过、金额超过上限的提示，不阻止。", "Cause not listed, too many approvals, amount above the maximum: pointed out, never blocked.", $"{YuduRaise} 一（八）"),
        new("TA-12", "急难发生地符合规定的受理，不符合的转交。", "The place of the emergency is accepted where so ruled; otherwise handed over, never turned away.", $"{Fuliang} 二（四）12", $"{YuduPlan} 二（二）6", $"{Law} 第三十七条", "C-23"),
    ];
}
