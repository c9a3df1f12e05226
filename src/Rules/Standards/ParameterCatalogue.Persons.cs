namespace SocialAssistance.Rules.Standards;

// The part of the catalogue for extreme poverty, children, disability and other persons.
public static partial class ParameterCatalogue
{
    public static class ExtremePoverty
    {
        public static class Basic
        {
            public static readonly Parameter<decimal> SelfCaring = Money("extreme-poverty.basic.self-caring", "特困基本生活标准（自理）", "basic living standard, grade self-caring", Units.YuanPerPersonMonth, IfUnset.Warn, byArea: true);
            public static readonly Parameter<decimal> PartialLoss = Money("extreme-poverty.basic.partial-loss", "特困基本生活标准（半失能（部分丧失））", "basic living standard, grade partial-loss", Units.YuanPerPersonMonth, IfUnset.Warn, byArea: true);
            public static readonly Parameter<decimal> FullLoss = Money("extreme-poverty.basic.full-loss", "特困基本生活标准（失能（完全丧失））", "basic living standard, grade full-loss", Units.YuanPerPersonMonth, IfUnset.Warn, byArea: true);
        }

        public static readonly Parameter<Ratio> MinimumMultiple = Share("extreme-poverty.minimum-multiple", "特困标准下限倍数", "basic standard should not be below this multiple of S", Units.MultipleOfStandard, IfUnset.Off);
        public static readonly Parameter<decimal> MultipleTolerance = Money("extreme-poverty.multiple-tolerance", "倍数校验容差", "shortfall tolerated without warning", Units.Yuan, IfUnset.Off);

        public static class Care
        {
            public static readonly Parameter<decimal> SelfCaring = Money("extreme-poverty.care.self-caring", "照料护理标准（自理）", "published care standard, grade self-caring", Units.YuanPerPersonMonth, IfUnset.Warn);
            public static readonly Parameter<decimal> PartialLoss = Money("extreme-poverty.care.partial-loss", "照料护理标准（半失能（部分丧失））", "published care standard, grade partial-loss", Units.YuanPerPersonMonth, IfUnset.Warn);
            public static readonly Parameter<decimal> FullLoss = Money("extreme-poverty.care.full-loss", "照料护理标准（失能（完全丧失））", "published care standard, grade full-loss", Units.YuanPerPersonMonth, IfUnset.Warn);
        }

        public static class CareWageShare
        {
            public static readonly Parameter<Ratio> PartialLoss = Share("extreme-poverty.care-wage-share.partial-loss", "照料护理标准占最低工资比例（半失能（部分丧失））", "care standard not below this share of the monthly minimum wage, grade partial-loss", Units.ShareOfMinimumWage, IfUnset.Off);
            public static readonly Parameter<Ratio> FullLoss = Share("extreme-poverty.care-wage-share.full-loss", "照料护理标准占最低工资比例（失能（完全丧失））", "care standard not below this share of the monthly minimum wage, grade full-loss", Units.ShareOfMinimumWage, IfUnset.Off);
        }

        public static readonly Parameter<CareWageBasis> CareWageBasis = Choice<CareWageBasis>("extreme-poverty.care-wage-basis", "最低工资口径", "minimum wage in force in the payment month, or on 31 December of the previous year", IfUnset.Required);
        public static readonly Parameter<CareLink> CareSelfCaringLink = Choice<CareLink>("extreme-poverty.care-self-caring-link", "自理照料护理标准挂钩", "care standard of self-caring persons equals another standard", IfUnset.Off);
        public static readonly Parameter<Choices<CareSetting>> CareSupportForms = ChoiceList<CareSetting>("extreme-poverty.care-support-forms", "照料护理适用供养形式", "forms of support for which a care standard exists", IfUnset.Required);
        public static readonly Parameter<int> MinorAge = Count("extreme-poverty.minor-age", "特困未成年人年龄上限", "a minor is supported until this age", Units.Years, IfUnset.Warn);
        public static readonly Parameter<Choices<EducationStage>> MinorContinuationStages = ChoiceList<EducationStage>("extreme-poverty.minor-continuation-stages", "成年后在校延续供养学段", "school stages in which support continues after the age limit", IfUnset.Warn);
        public static readonly Parameter<Choices<EducationStage>> MinorStatutoryStages = ChoiceList<EducationStage>("extreme-poverty.minor-statutory-stages", "法定延续供养学段", "stages named by the statute; continuing beyond them needs a local basis", IfUnset.Off);
        public static readonly Parameter<bool> RecoverAfterDeath = Switch("extreme-poverty.recover-after-death", "死亡后追回", "money paid for months after the month of death is examined for recovery", IfUnset.Off);
    }

    public static class MinimumWage
    {
        public static readonly Parameter<decimal> Monthly = Money("minimum-wage.monthly", "月最低工资标准", "local monthly minimum wage", Units.YuanPerMonth, IfUnset.Warn);
    }

    public static class Orphan
    {
        public static class Basic
        {
            public static readonly Parameter<decimal> Institutional = Money("orphan.basic.institutional", "机构养育孤儿基本生活费", "orphan in an institution", Units.YuanPerMonth, IfUnset.Warn);
            public static readonly Parameter<decimal> Scattered = Money("orphan.basic.scattered", "散居孤儿基本生活费", "orphan living with a guardian", Units.YuanPerMonth, IfUnset.Warn);
        }
    }

    public static class DeFactoUnattendedChild
    {
        public static readonly Parameter<decimal> Basic = Money("de-facto-unattended-child.basic", "事实无人抚养儿童基本生活费", "de-facto-unattended child", Units.YuanPerMonth, IfUnset.Warn);
    }

    public static class HivInfectedChild
    {
        public static readonly Parameter<Ratio> OrphanShare = Share("hiv-infected-child.orphan-share", "艾滋病病毒感染儿童比例", "HIV-infected child: share of the orphan amount of the same care setting", Units.ShareOfOrphanAmount, IfUnset.Warn);
    }

    public static class DisabledOrphanCare
    {
        public static readonly Parameter<bool> Enabled = Switch("disabled-orphan-care.enabled", "残疾孤儿照料护理补贴", "care subsidy for disabled orphans and disabled de-facto-unattended children exists", IfUnset.Off);
        public static readonly Parameter<OrphanDisability> Severity = Choice<OrphanDisability>("disabled-orphan-care.severity", "残疾孤儿残疾程度", "any certified disability, or grades 1 and 2 only", IfUnset.Off);
        public static readonly Parameter<decimal> Amount = Money("disabled-orphan-care.amount", "残疾孤儿照料护理补贴标准", "amount of the care subsidy", Units.YuanPerMonth, IfUnset.Warn);
    }

    public static class DisabilityLivingSubsidy
    {
        public static readonly Parameter<decimal> Amount = Money("disability-living-subsidy.amount", "困难残疾人生活补贴标准", "living subsidy for disabled persons in hardship", Units.YuanPerMonth, IfUnset.Warn, byArea: true);
        public static readonly Parameter<bool> LowIncomeHouseholds = Switch("disability-living-subsidy.low-income-households", "生活补贴延伸至低收入家庭", "disabled members of low-income households also get the living subsidy", IfUnset.Off);
    }

    public static class SevereDisabilityNursingSubsidy
    {
        public static readonly Parameter<decimal> Amount = Money("severe-disability-nursing-subsidy.amount", "重度残疾人护理补贴标准", "nursing subsidy for severely disabled persons", Units.YuanPerMonth, IfUnset.Warn, byArea: true);
        public static readonly Parameter<bool> Grade3IntellectualMental = Switch("severe-disability-nursing-subsidy.grade-3-intellectual-mental", "护理补贴扩大至三级智力、精神残疾", "nursing subsidy also for grade 3 intellectual or mental disability", IfUnset.Off);
    }

    public static class Exclusion
    {
        public static readonly Parameter<NursingExclusion> ExtremePovertyNursingSubsidy = Choice<NursingExclusion>("exclusion.extreme-poverty-nursing-subsidy", "特困与护理补贴", "person in extreme-poverty support: nursing subsidy excluded, or paid with a warning", IfUnset.Off);
    }

    public static class RetrenchedWorkerRelief
    {
        public static readonly Parameter<decimal> Amount = Money("retrenched-worker-relief.amount", "六十年代精简退职老弱残职工救济标准", "relief for workers retrenched in the 1960s", Units.YuanPerMonth, IfUnset.Warn, byArea: true);
    }

    public static class OldAgeSubsidy
    {
        public static readonly Parameter<int> MinimumAge = Count("old-age-subsidy.minimum-age", "高龄低收入老年人年龄", "age from which the old-age low-income subsidy is paid", Units.Years, IfUnset.Off);
        public static readonly Parameter<decimal> Amount = Money("old-age-subsidy.amount", "高龄低收入老年人生活补贴标准", "amount of the old-age low-income subsidy", Units.YuanPerMonth, IfUnset.Off);
    }
}
