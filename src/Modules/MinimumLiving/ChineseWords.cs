using SocialAssistance.Rules.Determinations;
using SocialAssistance.Rules.Households;
using SocialAssistance.Rules.Standards;

namespace SocialAssistance.MinimumLiving;

/// <summary>The core's answers in the words of the window.</summary>
internal static class ChineseWords
{
    public static string Of(Benefit benefit) => benefit switch
    {
        Benefit.CategorySupplement => "分类施保金",
        Benefit.EmergencyUplift => "应急期提标",
        _ => "低保金",
    };

    public static string Of(Basis basis) => basis switch
    {
        Basis.Difference => "差额补助",
        Basis.Floor => "最低补助额",
        Basis.Full => "常补对象全额",
        Basis.Band => "分档补助",
        Basis.SinglePerson => "单人户差额补助",
        Basis.Held => "核查期内保持",
        Basis.Unchanged => "按上月",
        Basis.PhaseOut => "就业渐退",
        Basis.DeathPhaseOut => "死亡渐退",
        Basis.CategorySupplement => "分类施保",
        Basis.Uplift => "应急提标",
        _ => "公布标准",
    };

    public static string Of(RefusalReason reason) => reason switch
    {
        RefusalReason.IncomeNotBelowStandard => "家庭人均月收入不低于保障标准",
        RefusalReason.PropertyAboveLimit => "家庭财产不符合低保财产规定",
        RefusalReason.BeforeStartMonth => "还没有到起发月份",
        RefusalReason.NotConfigured => "计算需要的标准还没有公布",
        RefusalReason.PhaseOutIncomeLimit => "人均月收入超过渐退期上限",
        RefusalReason.PhaseOutCompleted => "渐退期已满",
        RefusalReason.SinglePersonGroup => "不属于可以参照单人户的人员（重残一、二级，三级智力、精神残疾，重病等）",
        RefusalReason.SinglePersonHouseholdClass => "家庭类型不符合参照单人户的规定",
        RefusalReason.SinglePersonOwnProperty => "本人财产不符合规定",
        RefusalReason.OwnIncomeNotBelowStandard => "本人月收入不低于保障标准",
        RefusalReason.WorkRefusal => "连续拒绝就业，减发本人部分",
        RefusalReason.ExcludedByExtremePoverty => "已享受特困人员救助供养",
        RefusalReason.ExcludedByOrphan => "已享受孤儿基本生活保障",
        RefusalReason.ExcludedByDeFactoUnattendedChild => "已享受事实无人抚养儿童基本生活保障",
        RefusalReason.ExcludedByHivInfectedChild => "已享受艾滋病病毒感染儿童基本生活费",
        RefusalReason.HouseholdNotEligible => "家庭不符合条件",
        RefusalReason.Absent => "不在家庭共同生活",
        _ => "不符合条件",
    };

    public static string Of(Warning warning, string? name) => warning.Code switch
    {
        WarningCodes.NotConfigured => $"“{Named(warning.Key)}”没有文件规定，相关金额没有计入",
        WarningCodes.NearBoundary => $"人均月收入非常接近界线 {warning.Value} 元，请复核收入",
        WarningCodes.MarginMultipleProvincial => "低保边缘家庭的收入倍数用的是全国规定，本省可能另有规定",
        WarningCodes.DisregardExpired => $"收入豁免已到期，已计入收入{For(name)}",
        WarningCodes.AllowanceClassNotUsed => $"本县不区分常补对象，按差额补助计算{For(name)}",
        WarningCodes.CertificateExpired => $"残疾证已过有效期，按无残疾计算{For(name)}",
        WarningCodes.SinglePersonNotNeeded => $"整户符合条件，不需要参照单人户{For(name)}",
        WarningCodes.WorkRefusalLimitReached => $"连续拒绝就业达到规定次数{For(name)}",
        WarningCodes.DisregardKeptUntilReview => $"收入豁免已到期，核查期内暂不计入{For(name)}",
        WarningCodes.AmountLocked => "核查期内金额保持不变",
        WarningCodes.AmountHeld => $"核查期内保持原金额{For(name)}",
        WarningCodes.PendingChange => "有变更还没有生效，下月起调整",
        WarningCodes.PhaseOutLastMonth => "本月是渐退期最后一个月",
        WarningCodes.PhaseOutAboveNationalLimit => $"渐退期 {warning.Value} 个月，超过国家规定的上限",
        WarningCodes.StandardBelowMultiple => $"特困基本生活标准低于低保标准的规定倍数，差 {warning.Value} 元",
        WarningCodes.StandardProposed => $"标准没有公布，按规定倍数应为 {warning.Value} 元，公布后才能发放",
        WarningCodes.CareStandardDerived => $"照料护理标准没有公布，按规定推算为 {warning.Value} 元{For(name)}",
        WarningCodes.CareStandardBelowFloor => $"照料护理标准低于规定下限 {warning.Value} 元{For(name)}",
        WarningCodes.BeyondStatute => $"继续供养的就学阶段超出法律规定，依据本地文件{For(name)}",
        WarningCodes.AgeLimitReview => $"已满 18 周岁，请复核是否继续享受{For(name)}",
        WarningCodes.AgeingOutApproaching => $"90 日内达到年龄上限{For(name)}",
        WarningCodes.HivWithDisabledOrphanCare => $"同时享受残疾孤儿照料护理补贴，请核对{For(name)}",
        WarningCodes.NursingWithExtremePoverty => $"特困人员同时享受护理补贴，请核对{For(name)}",
        WarningCodes.RetrenchedReliefWithAllowance => $"同时享受精简退职职工救济和低保，请核对{For(name)}",
        _ => $"请县局核对本户情况{For(name)}",
    };

    public static string Of(FactChange change, string name) => $"{name}“{Of(change.Fact)}”的情况有变化的，每月合计 {change.NewTotal.ToDisplay()} 元";

    private static string Of(CaseFact fact) => fact switch
    {
        CaseFact.PropertyWithinAllowanceLimit => "财产符合低保规定",
        CaseFact.RegisteredPoverty => "原建档立卡、脱贫户",
        CaseFact.LivesTogether => "共同生活",
        CaseFact.Dependent => "成年子女不能独立生活",
        CaseFact.DisabilityCertificate => "持有有效残疾证",
        CaseFact.SeriousIllness => "重病",
        CaseFact.SpecialHardship => "特殊困难",
        CaseFact.Employed => "已就业",
        CaseFact.SupportedByParentsOrSiblings => "靠父母、兄弟姐妹供养",
        CaseFact.AppliesAlone => "单独申请",
        CaseFact.OwnPropertyWithinLimit => "本人财产符合规定",
        CaseFact.FullClass => "常补对象",
        CaseFact.WorkInjuryNursing => "享受工伤护理费",
        _ => "在校就读",
    };

    private static string Named(string? key) => ParameterCatalogue.All.FirstOrDefault(p => p.Key == key)?.Name ?? "标准";

    private static string For(string? name) => name is null ? "" : $"（{name}）";
}
