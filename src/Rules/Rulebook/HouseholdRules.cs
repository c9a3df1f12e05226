using static SocialAssistance.Rules.Rulebook.Documents;

namespace SocialAssistance.Rules.Rulebook;

internal static class HouseholdRules
{
    public static readonly RuleEntry[] All =
    [
        new("HM-00", "年龄按上月末日的周岁计算，满龄当月仍按原年龄。", "Age is completed years on the last day of the month before, so the birthday's month still belongs to the younger age.", "E-18", "D-07"),
        new("HM-01", "变动自作出决定的次月生效（县可定为当月）；死亡和离校另有规定。", "A change takes effect in the month after its decision (a county may say the same month); death and leaving school have rules of their own.",
            "E-22", $"{Confirmation} 第二十一条", $"{ExtremePoverty} 第二十六条"),
        new("HM-02", "家庭适用一个地域：最近生效的迁移，没有迁移的为申报地域。", "A household has one area: that of the latest effective move, else the one stated.", "E-15"),
        new("HM-03", "死亡当月足额发放，次月起不在户；迁入迁出按生效月确定是否在户。", "The month of death is paid in full; joining and leaving decide presence by their effective months.", "E-19", "E-22"),
        new("HM-04", "先确定每名在户成员的基本生活保障身份（特困、孤儿、事实无人抚养儿童、艾滋病病毒感染儿童）。", "First each present member's basic-living programme is found.", "E-16"),
        new("HM-05", "共同生活的家庭成员：配偶、未成年子女、不能独立生活或在读（硕士以下）的成年子女、共同居住的其他人；服刑等人员及另有基本生活保障的人员不计。",
            "Counted members: spouse, minor children, dependent or studying (below master's) adult children, others living together; absent persons and those on another programme are not counted.",
            $"{Confirmation} 第七条", "E-16", "D-16", "D-17"),
        new("HM-06", "现享受低保的成员和家庭。", "Who is a recipient, and which household is in benefit.", "E-13"),
        new("HM-07", "核查期内收入、财产无明显变化的不调整；变动已发生未生效的按原额。", "Between reviews, without a material change, the amount is locked; a change not yet effective leaves the old amount.",
            "E-10", "E-22", $"{Confirmation} 第三十一条", "D-22", "D-23"),
        new("HM-08", "家庭收入按人、按类计月额，不计入的除外；不计入政策到期的，核查期内仍不计，否则计入并提示。",
            "Income per member and type by the month, without what is disregarded; an expired disregard lasts until the review, else counts with a warning.",
            $"{Confirmation} 第十三条", $"{YuduPlan} 二（一）1", "E-38"),
        new("HM-09", "就业成本按规定方式扣减，以工资收入为限。", "Employment cost is deducted by the method set, at most the wages.", $"{Xinxiang} 二（四）", "E-13", "D-18"),
        new("HM-10", "规定扣减刚性支出的，按类别扣减。", "Rigid expenditure is deducted by type where so ruled.", $"{Ningxia} 二（二）4", "C-09"),
        new("HM-11", "家庭净收入不低于零；人均收入不舍入。", "Net income is never negative; per-capita income is not rounded.", "E-03", "E-10"),
        new("HM-12", "家庭类别依次为低保、低保边缘、刚性支出困难、都不是；缺数值无法判断的为待定。",
            "The class is allowance, margin, expenditure hardship or none, in this order; undetermined where a needed value is missing.",
            $"{Confirmation} 第八条", $"{Layered} 二", $"{Hardship} 第四条、第五条", $"{Law} 第十八条、第二十一条、第二十二条"),
        new("HM-13", "人均收入与界限相差一分以内的提示。", "Per-capita income within one fen of a line is pointed out.", "E-03", "D-42"),
    ];
}
