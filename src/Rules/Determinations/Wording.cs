namespace SocialAssistance.Rules.Determinations;

/// <summary>The stable names in the words a clerk reads aloud (中文表述). An infection is health data: no wording that reaches lists or papers names it.</summary>
public static class Wording
{
    public static string Of(Benefit benefit) => benefit switch
    {
        Benefit.MinimumLivingAllowance => "低保金",
        Benefit.CategorySupplement => "分类施保金",
        Benefit.ExtremePovertyBasic => "特困人员基本生活费",
        Benefit.ExtremePovertyCare => "特困人员照料护理费",
        Benefit.OrphanBasic => "孤儿基本生活费",
        Benefit.DeFactoUnattendedChildBasic => "事实无人抚养儿童基本生活费",
        Benefit.HivInfectedChildBasic => "儿童基本生活费",
        Benefit.DisabledOrphanCare => "残疾孤儿照料护理补贴",
        Benefit.DisabilityLivingSubsidy => "困难残疾人生活补贴",
        Benefit.SevereDisabilityNursingSubsidy => "重度残疾人护理补贴",
        Benefit.RetrenchedWorkerRelief => "精简退职老弱残职工救济",
        Benefit.OldAgeSubsidy => "高龄低收入老年人生活补贴",
        _ => "应急期提标",
    };

    public static string Of(HouseholdClass household) => household switch
    {
        HouseholdClass.MinimumLivingAllowance => "低保家庭",
        HouseholdClass.Margin => "低保边缘家庭",
        HouseholdClass.ExpenditureHardship => "刚性支出困难家庭",
        HouseholdClass.None => "不属于低收入家庭",
        _ => "待定（所需数值未配置）",
    };

    public static string Of(RefusalReason reason) => reason switch
    {
        RefusalReason.IncomeNotBelowStandard => "家庭人均收入不低于低保标准",
        RefusalReason.PropertyAboveLimit => "家庭财产超过低保限额",
        RefusalReason.BeforeStartMonth => "尚未到起发月",
        RefusalReason.NotConfigured => "所需标准未配置，不能计算",
        RefusalReason.PhaseOutIncomeLimit => "人均收入超过渐退收入上限",
        RefusalReason.PhaseOutCompleted => "渐退期已满",
        RefusalReason.SinglePersonGroup => "不属于可参照单人户纳入的人员",
        RefusalReason.SinglePersonHouseholdClass => "家庭不属于可参照单人户纳入的类型",
        RefusalReason.SinglePersonOwnProperty => "本人财产超过限额",
        RefusalReason.OwnIncomeNotBelowStandard => "本人收入不低于低保标准",
        RefusalReason.WorkRefusal => "连续无正当理由拒绝就业",
        RefusalReason.ExcludedByExtremePoverty => "已纳入特困供养，不重复享受",
        RefusalReason.ExcludedByOrphan => "已享受孤儿基本生活费，不重复享受",
        RefusalReason.ExcludedByDeFactoUnattendedChild => "已享受事实无人抚养儿童基本生活费，不重复享受",
        RefusalReason.ExcludedByHivInfectedChild => "已享受其他儿童基本生活费，不重复享受",
        RefusalReason.ExcludedByChildAllowance => "已享受儿童基本生活费，不重复享受",
        RefusalReason.ExcludedByWorkInjuryNursing => "已享受工伤生活护理待遇，不重复享受",
        RefusalReason.ExcludedByDisabledOrphanCare => "已享受残疾孤儿照料护理补贴，不重复享受",
        RefusalReason.Absent => "服刑或失踪期间不享受",
        RefusalReason.AgedOut => "已满年龄且未在延续供养的学段就读",
        RefusalReason.LeftSchool => "超龄后离校，终止供养",
        RefusalReason.CareSupportForm => "该供养形式没有照料护理标准",
        _ => "家庭不属于规定的对象范围",
    };

    public static string Of(NotCountedReason reason) => reason switch
    {
        NotCountedReason.Deceased => "已去世",
        NotCountedReason.LeftHousehold => "已迁出家庭",
        NotCountedReason.NotYetJoined => "尚未加入家庭",
        NotCountedReason.Absent => "服刑、强制戒毒、失踪或独立修行等情形",
        NotCountedReason.Unrelated => "无法定赡养、抚养、扶养关系",
        NotCountedReason.NotLivingTogether => "不共同生活",
        _ => "已享受其他基本生活保障，本人及其收入一并扣出",
    };

    public static string Of(Basis basis) => basis switch
    {
        Basis.Difference => "差额补助",
        Basis.Floor => "最低补助额",
        Basis.Full => "常补全额",
        Basis.Band => "分档补助",
        Basis.SinglePerson => "参照单人户",
        Basis.Held => "核查期内保持原待遇",
        Basis.Unchanged => "变动生效前按原待遇",
        Basis.PhaseOut => "就业渐退",
        Basis.DeathPhaseOut => "死亡渐退",
        Basis.CategorySupplement => "分类施保",
        Basis.Uplift => "应急期提标",
        Basis.PublishedStandard => "公布标准",
        Basis.MinimumWageShare => "最低工资比例",
        _ => "挂钩标准",
    };

    /// <summary>What the office should look at; unknown codes are returned as they are.</summary>
    public static string OfWarning(string code) => code switch
    {
        WarningCodes.NotConfigured => "所需数值未配置，相关金额未计算",
        WarningCodes.NearBoundary => "人均收入与界线相差不超过一分，请复核",
        WarningCodes.MarginMultipleProvincial => "低保边缘线应由省级规定，暂按国家倍数",
        WarningCodes.DisregardExpired => "该项收入的不计入政策已到期，现已计入",
        WarningCodes.DisregardKeptUntilReview => "该项收入的不计入政策已到期，核查期满前仍不计入",
        WarningCodes.AmountLocked => "核查期内按上次核定收入计算",
        WarningCodes.AmountHeld => "核查期内保持原待遇",
        WarningCodes.PendingChange => "变动尚未生效，暂按原情况",
        WarningCodes.AllowanceClassNotUsed => "本地不区分常补与非常补",
        WarningCodes.CertificateExpired => "残疾人证已过期",
        WarningCodes.SinglePersonNotNeeded => "整户符合低保，无需参照单人户",
        WarningCodes.PhaseOutLastMonth => "渐退期最后一个月",
        WarningCodes.PhaseOutAboveNationalLimit => "渐退期超过国家上限",
        WarningCodes.WorkRefusalLimitReached => "拒绝就业次数达到规定",
        WarningCodes.StandardBelowMultiple => "特困基本生活标准低于低保标准的规定倍数",
        WarningCodes.StandardProposed => "特困基本生活标准未配置，建议值仅供参考",
        WarningCodes.CareStandardDerived => "照料护理标准按规定比例推算",
        WarningCodes.CareStandardBelowFloor => "照料护理标准低于规定下限",
        WarningCodes.BeyondStatute => "延续供养超出法定学段",
        WarningCodes.AgeLimitReview => "已满十八周岁，请复核待遇",
        WarningCodes.AgeingOutApproaching => "九十天内将达到年龄上限",
        WarningCodes.HivWithDisabledOrphanCare => "同时享受残疾孤儿照料护理补贴，请复核",
        WarningCodes.NursingWithExtremePoverty => "特困人员同时享受护理补贴，请复核",
        WarningCodes.RetrenchedReliefWithAllowance => "同时享受低保与精简退职救济，请复核",
        _ => code,
    };
}
