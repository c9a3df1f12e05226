namespace SocialAssistance.Rules.Rulebook;

/// <summary>A choice made where the documents are silent (E, D) or differ (C); a county may overrule it by parameter.</summary>
public sealed record Decision(string Id, string Chinese, string English);

/// <summary>The decisions rules and values cite, so that every number in a step leads to a sentence.</summary>
public static class Decisions
{
    public static IReadOnlyList<Decision> All { get; } = [.. EngineDecisions.All, .. Conflicts.All, .. SpecificationDecisions.All];
}

internal static class Conflicts
{
    public static readonly Decision[] All =
    [
        new("C-01", "照料护理标准各地不同：按最低工资比例、按护理补贴、按公布金额，均为参数。", "Care standards differ: by minimum wage, nursing subsidy or published amount; all are parameters."),
        new("C-05", "特困与低保标准的联动：浮梁按倍数，宁夏同步，马关按两级指导标准。", "Extreme-poverty and allowance standards are tied by multiple, by date or by guidance."),
        new("C-06", "标准由哪一级制定各地不同，保存时向上级指导标准校验。", "Who sets the standard differs; it is checked against the guidance of the levels above."),
        new("C-09", "刚性支出只有宁夏在计算中扣减。", "Only Ningxia deducts rigid expenditure in the formula."),
        new("C-14", "核查期内是否锁定为参数；2021年7月起全国锁定。", "Locking between reviews is a parameter; nationwide from July 2021."),
        new("C-18", "于都两份文件的时限取较严的5月15日，两个日期都报告。", "Yudu's two dates: the stricter, 15 May, counts; both are reported."),
        new("C-19", "残疾人补贴向低收入家庭、三级智力精神残疾延伸的，由各地开启。", "Extending disability subsidies is switched on by each county."),
        new("C-20", "抽查方式：按比例、乡镇互查、随机。", "Spot checks: by share, cross-check, or random."),
        new("C-21", "乡镇临时救助额度：金额或标准的倍数。", "The township's limit is an amount or a multiple of a standard."),
        new("C-22", "先行救助和分期的适用类型各地不同。", "Pay-first and staged payment apply to different types."),
        new("C-23", "急难发生地：不因户籍拒绝，不受理的必须转交。", "Place of emergency: never refused for hukou without a hand-over."),
        new("C-29", "权限下放的项目和层级各地不同。", "Which programmes townships confirm differs."),
        new("C-34", "自付费用兜底：浮梁、于都对特困和孤儿。", "Residual medical cost: Fuliang and Yudu, extreme poverty and orphans."),
        new("C-35", "新乡高中免学费限农村低保、特困家庭。", "Xinxiang's senior-high waiver is for rural recipients."),
    ];
}

internal static class EngineDecisions
{
    public static readonly Decision[] All =
    [
        new("E-01", "文件未定舍入：精确计算，按人按项一次四舍五入到分。", "Rounding is not printed: exact arithmetic, once per person and item, half up to the fen."),
        new("E-02", "“不低于”进位，“不超过”舍去。", "Lower bounds round up, upper bounds down."),
        new("E-03", "比较用未舍入的数；一分以内提示。", "Comparisons are exact; within one fen a warning."),
        new("E-05", "人均等于标准的不是低保，但可从此渐退。", "Income equal to the standard is not below it, but may phase out."),
        new("E-07", "先看全户，不符合再看单人户；常补成员仍计入人口。", "The whole household first, then the single person; full-class members stay in the divisor."),
        new("E-09", "1.3倍只作校验和建议，不自动提高。", "The 1.3 multiple warns and proposes; it never pays."),
        new("E-10", "提标总要重算，但用上次核查的收入；算低的保持到核查。", "A raise recomputes with the last verified income; a lower result is held until the review."),
        new("E-12", "提标前被拒的列出重新审核，不自动纳入。", "Refusals between old and new standard are listed, not granted."),
        new("E-13", "就业成本按人扣减，不超过本人工资。", "Employment cost is per person, at most his wages."),
        new("E-15", "一户一个地域，变动次月生效。", "One area per household, a change from the next month."),
        new("E-16", "另有基本生活保障的人员既不领低保，也不计入人口。", "Persons on another programme are neither payable nor counted."),
        new("E-17", "渐退金额冻结；按发放月份计数。", "Phase-out amounts are frozen; payment months are counted."),
        new("E-18", "满龄当月仍发，次月停止；提前90日、30日提醒。", "The birthday's month is paid; tasks 90 and 30 days before."),
        new("E-19", "死亡当月足额发放。", "The month of death is paid in full."),
        new("E-20", "两种渐退同时发生的不累加。", "Two phase-outs are not added."),
        new("E-21", "下次核查自上次完成之日起算；类别变动不推迟。", "Reviews count from the last one; a change of class never postpones."),
        new("E-22", "变动自决定次月生效。", "Changes work from the month after the decision."),
        new("E-23", "同时符合两项的就高；艾滋病病毒感染儿童按文件优先。", "Of two programmes the higher; the HIV-child allowance overrides by text."),
        new("E-24", "艾滋病病毒感染儿童按供养方式比照孤儿；自理等级不由残疾等级推定。", "HIV-infected children follow the care setting; self-care is never read from the disability grade."),
        new("E-25", "补发按月逐人重算，已发的记录为准，不抵扣，可重复运行。", "Back pay recomputes month by month against payment records, never nets, and may be run again."),
        new("E-26", "资金按人月、月末平均或户籍人口计。", "Funds count person-months, month-end averages or registered persons."),
        new("E-27", "购买服务比例的分母为当年资金总量。", "The cap's denominator is the year's fund."),
        new("E-28", "分期合计，30日内同一事由合并，恰为额度的由乡镇审批。", "Instalments are summed, approvals within 30 days added; equal to the limit is the township's."),
        new("E-29", "回访档次：下限含本数；未定期限的30日。", "Follow-up tiers include their lower bound; 30 days where none is set."),
        new("E-30", "48小时自登记起连续计算到发放。", "48 elapsed hours from registration to delivery."),
        new("E-31", "工作日自次日起；没有日历的只知周末。", "Working days from the next day; without a calendar only weekends are known."),
        new("E-32", "恰为80%的不约谈；超期未办的算迟。", "Exactly 80 % does not trigger; open overdue items are late."),
        new("E-33", "抽查逐单位向上取整。", "Samples are rounded up per unit."),
        new("E-34", "超过三个月为次日，三个月以上为当日。", "More than three months is the day after; three months or more the day."),
        new("E-35", "就业服务按登记起的滚动年度。", "Job services run by rolling year."),
        new("E-36", "配备从严、从宽两算。", "Staffing by strict and loose divisor."),
        new("E-37", "服务站按不同的人计数。", "Stations count distinct persons."),
        new("E-38", "不计入政策到期后，下次核查起计入。", "An expired disregard counts from the next review."),
        new("E-39", "最低工资按发放月或上年末。", "Minimum wage of the payment month, or of the last year's end."),
        new("E-40", "应急提标单列，到期即止。", "An emergency uplift is a line of its own."),
        new("E-41", "购买服务的对象须由资金保障。", "Beneficiaries of purchased services must be fund-financed."),
        new("E-42", "分档含下限；没有档次的为错误，不为零。", "Bands include their lower bound; no band is an error, not zero."),
    ];
}
