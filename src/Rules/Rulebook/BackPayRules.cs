using static SocialAssistance.Rules.Rulebook.Documents;

namespace SocialAssistance.Rules.Rulebook;

internal static class BackPayRules
{
    public static readonly RuleEntry[] All =
    [
        new("BP-01", "每户每月按覆盖该月的情况重算；无情况而有发放的提示。", "Each month is recomputed from the facts that cover it; payments without facts are pointed out.", "E-25"),
        new("BP-02", "重算只改金额，不改变状态。", "A recomputation changes amounts, never a state.", "E-12", "E-25", "D-56"),
        new("BP-03", "渐退月份按基准月重算后的金额；死亡渐退不低于当月重算额。", "A phase-out month follows the recomputed basis month; a death phase-out is not below the month itself.", "E-17", "E-25", "D-58"),
        new("BP-04", "应发与已发按人、按项、按月比较：少发的补发，从未发过的另列，多发的不抵扣。", "Due and paid are compared line by line: short ones are paid, never-paid ones listed apart, excesses never netted.", "E-25", "D-57"),
        new("BP-05", "收款人：本人账户；死亡的，特困为登记领取人，其余为家庭。", "Payee: the account; after death the recorded payee for extreme poverty, otherwise the household.", "E-25"),
        new("BP-06", "死亡次月起多发的特困金，县规定不追回的不追回，其余核查处理。", "Extreme-poverty money paid after the month of death is not recovered where the county says so; otherwise examined.", $"{Xinxiang} 一（四）", "E-19", "D-59"),
        new("BP-07", "提标后人均收入低于新标准的不予确认案件应重新审核。", "Refusals whose income is below the raised standard are re-examined.", "E-12"),
        new("BP-08", "补发应在规定日期前到位。", "Back pay is complete by the day set.", $"{YuduRaise} 三（三）", $"{YuduPlan} 二（二）4", "C-18"),
    ];
}
