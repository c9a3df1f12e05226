using SocialAssistance.Contracts.Programs;
using SocialAssistance.Rules.Determinations;

namespace SocialAssistance.Programs;

/// <summary>Every programme of monthly benefits. Another one is another entry here and its papers in <c>materials.csv</c>.</summary>
internal static class ProgramCatalogue
{
    public const string MinimumLiving = "minimum-living";
    public const string ExtremePoverty = "extreme-poverty";

    private static readonly ProgramReason Uncooperative = new("refuses-check", "不配合或者拒绝家庭经济状况调查", "民发〔2021〕57号 第三十六条");

    /// <summary>In the order of the window; the first is what a clerk gets who chooses nothing.</summary>
    public static IReadOnlyList<ProgramDefinition> All { get; } =
    [
        new(MinimumLiving, "低保", [Benefit.MinimumLivingAllowance, Benefit.CategorySupplement, Benefit.EmergencyUplift],
            ["minimum-living-allowance", "category-supplement", "emergency"],
            new()
            {
                FullName = "最低生活保障", MoneyName = "保障金",
                SupplementBasis = "《最低生活保障审核确认办法》（民发〔2021〕57号）第十条", ConditionBasis = "民发〔2021〕57号 第八条",
                ChangeBasis = "民发〔2021〕57号 第三十一条、第三十二条",
                Publicity = new(true, "民发〔2021〕57号 第十九条"), Asks = ProgramFacts.Means, MeansTested = true,
                ConfirmReasons =
                [
                    new("meets", "收入和财产符合规定", "民发〔2021〕57号 第八条、第十九条"),
                    new("single", "符合参照单人户条件", "民发〔2021〕57号 第八条"),
                ],
                DeclineReasons =
                [
                    new("income", "家庭人均月收入不低于当地保障标准", "民发〔2021〕57号 第八条"),
                    new("property", "家庭财产不符合当地规定", "民发〔2021〕57号 第八条"),
                    Uncooperative,
                    new("untrue", "未如实申报，经复查仍不符合条件", "民发〔2021〕57号 第十八条"),
                    new("other-programme", "已经享受其他基本生活保障", "于民字〔2023〕30号 一（十）"),
                ],
            },
            Screenings.Household),

        new(ExtremePoverty, "特困供养", [Benefit.ExtremePovertyBasic, Benefit.ExtremePovertyCare, Benefit.EmergencyUplift],
            ["extreme-poverty", "minimum-wage", "emergency"],
            new()
            {
                FullName = "特困人员救助供养", MoneyName = "供养金",
                SupplementBasis = "《特困人员认定办法》（民发〔2021〕43号）第十二条", ConditionBasis = "民发〔2021〕43号 第四条",
                ChangeBasis = "民发〔2021〕43号 第二十三条、第二十四条、第二十六条",
                Publicity = new(true, "民发〔2021〕43号 第十五条"), Asks = ProgramFacts.Means | ProgramFacts.ExtremePoverty,
                // Fifteen for survey and first opinion, fifteen for the decision.
                Limit = new(30, "民发〔2021〕43号 第十三条、第十六条"),
                ConfirmReasons = [new("meets", "符合特困人员认定条件", "民发〔2021〕43号 第四条")],
                DeclineReasons =
                [
                    new("work", "不属于无劳动能力的老年人、残疾人、未成年人", "民发〔2021〕43号 第五条"),
                    new("income", "有生活来源：收入不低于当地低保标准", "民发〔2021〕43号 第六条"),
                    new("property", "有生活来源：财产不符合当地规定", "民发〔2021〕43号 第六条"),
                    new("obligor", "法定义务人有履行义务能力", "民发〔2021〕43号 第四条、第八条"),
                    Uncooperative with { Text = "不配合调查核实", Basis = "民发〔2021〕43号 第十三条" },
                    new("other-programme", "选择享受孤儿、事实无人抚养儿童基本生活保障", "民发〔2021〕43号 第九条"),
                ],
            },
            Screenings.ExtremePoverty),

        new("children", "儿童基本生活保障", [Benefit.OrphanBasic, Benefit.DeFactoUnattendedChildBasic, Benefit.HivInfectedChildBasic, Benefit.DisabledOrphanCare],
            ["orphan", "de-facto-unattended-child", "hiv-infected-child", "disabled-orphan-care"],
            new()
            {
                FullName = "孤儿、事实无人抚养儿童基本生活保障", MoneyName = "基本生活费",
                SupplementBasis = "《关于进一步加强事实无人抚养儿童保障工作的意见》（民发〔2019〕62号）二", ConditionBasis = "国办发〔2010〕54号 一、民发〔2019〕62号 一",
                ChangeBasis = "民发〔2019〕62号 二（二）",
                Publicity = new(false, "民发〔2019〕62号 二（二）"), Asks = ProgramFacts.Children,
                Limit = new(30, "民发〔2019〕62号 二（二）、（三）"),
                ConfirmReasons =
                [
                    new("orphan", "符合孤儿认定条件", "国办发〔2010〕54号 一"),
                    new("unattended", "符合事实无人抚养儿童认定条件", "民发〔2019〕62号 一"),
                    // What the child suffers from is written on no paper; the papers on file say it.
                    new("other", "符合其他儿童基本生活保障条件", "于民字〔2023〕30号 一（十）"),
                ],
                DeclineReasons =
                [
                    new("parents", "父母有抚养能力，或者不属于规定情形", "民发〔2019〕62号 一"),
                    new("age", "已满十八周岁且不在校就读", "国办发〔2010〕54号 一"),
                    Uncooperative with { Text = "材料不真实，或者不配合查验", Basis = "民发〔2019〕62号 二（二）" },
                    new("other-programme", "已经享受更高的基本生活保障", "于民字〔2023〕30号 一（十）"),
                ],
            },
            Screenings.Children),

        new("disability", "残疾人两项补贴", [Benefit.DisabilityLivingSubsidy, Benefit.SevereDisabilityNursingSubsidy],
            ["disability-living-subsidy", "severe-disability-nursing-subsidy"],
            new()
            {
                FullName = "困难残疾人生活补贴和重度残疾人护理补贴", MoneyName = "补贴",
                SupplementBasis = "《国务院关于全面建立困难残疾人生活补贴和重度残疾人护理补贴制度的意见》（国发〔2015〕52号）三（二）", ConditionBasis = "国发〔2015〕52号 二（一）",
                ChangeBasis = "国发〔2015〕52号 三（四）",
                Publicity = new(false, "国发〔2015〕52号 三（二）"), Asks = ProgramFacts.Means | ProgramFacts.Disability, StartsWithApplication = true,
                ConfirmReasons =
                [
                    new("living", "符合困难残疾人生活补贴条件", "国发〔2015〕52号 二（一）"),
                    new("nursing", "符合重度残疾人护理补贴条件", "国发〔2015〕52号 二（一）"),
                    new("both", "同时符合两项补贴条件", "国发〔2015〕52号 二（三）"),
                ],
                DeclineReasons =
                [
                    new("household", "家庭不属于规定的对象范围，残疾等级不属于重度", "国发〔2015〕52号 二（一）"),
                    new("certificate", "没有有效的残疾人证", "国发〔2015〕52号 二（一）"),
                    new("other-programme", "已经享受特困供养、儿童基本生活保障或工伤护理费", "国发〔2015〕52号 二（三）"),
                ],
            },
            Screenings.Disability),

        new("retrenched-worker", "精简退职救济", [Benefit.RetrenchedWorkerRelief], ["retrenched-worker-relief"],
            new()
            {
                FullName = "六十年代精简退职老弱残职工救济", MoneyName = "救济金",
                SupplementBasis = "国发〔1965〕224号", ConditionBasis = "国发〔1965〕224号",
                ChangeBasis = "国发〔1965〕224号",
                Publicity = new(true, "于民字〔2023〕18号 二（五）18"), Asks = ProgramFacts.Retrenched,
                ConfirmReasons = [new("meets", "符合精简退职老弱残职工救济条件", "国发〔1965〕224号")],
                DeclineReasons = [new("status", "不属于精简退职老弱残职工", "国发〔1965〕224号"), Uncooperative with { Text = "不配合调查核实", Basis = "国发〔1965〕224号" }],
            },
            Screenings.Retrenched),
    ];
}
