namespace SocialAssistance.Rules.Standards;

// The part of the catalogue for income disregards.
public static partial class ParameterCatalogue
{
    public static class Income
    {
        public static class Excluded
        {
            public static readonly Parameter<bool> Wage = Switch("income.excluded.wage", "工资性收入不计入收入", "income of type 'wage' is not counted", IfUnset.Off);
            public static readonly Parameter<bool> Business = Switch("income.excluded.business", "经营净收入不计入收入", "income of type 'business' is not counted", IfUnset.Off);
            public static readonly Parameter<bool> Property = Switch("income.excluded.property", "财产净收入不计入收入", "income of type 'property' is not counted", IfUnset.Off);
            public static readonly Parameter<bool> Pension = Switch("income.excluded.pension", "养老金、离退休金不计入收入", "income of type 'pension' is not counted", IfUnset.Off);
            public static readonly Parameter<bool> BasicPensionCentral = Switch("income.excluded.basic-pension-central", "中央确定的城乡居民基本养老保险基础养老金不计入收入", "income of type 'basic-pension-central' is not counted", IfUnset.Off);
            public static readonly Parameter<bool> SupportPayment = Switch("income.excluded.support-payment", "赡养（抚养、扶养）费不计入收入", "income of type 'support-payment' is not counted", IfUnset.Off);
            public static readonly Parameter<bool> OtherTransfer = Switch("income.excluded.other-transfer", "其他转移性收入不计入收入", "income of type 'other-transfer' is not counted", IfUnset.Off);
            public static readonly Parameter<bool> Other = Switch("income.excluded.other", "其他收入不计入收入", "income of type 'other' is not counted", IfUnset.Off);
            public static readonly Parameter<bool> PreferentialPension = Switch("income.excluded.preferential-pension", "优待抚恤金不计入收入", "income of type 'preferential-pension' is not counted", IfUnset.Off);
            public static readonly Parameter<bool> FamilyPlanningReward = Switch("income.excluded.family-planning-reward", "计划生育奖励与扶助金不计入收入", "income of type 'family-planning-reward' is not counted", IfUnset.Off);
            public static readonly Parameter<bool> Scholarship = Switch("income.excluded.scholarship", "奖学金不计入收入", "income of type 'scholarship' is not counted", IfUnset.Off);
            public static readonly Parameter<bool> BraveryAward = Switch("income.excluded.bravery-award", "见义勇为等奖励性补助不计入收入", "income of type 'bravery-award' is not counted", IfUnset.Off);
            public static readonly Parameter<bool> SocialAssistance = Switch("income.excluded.social-assistance", "政府发放的社会救助款物不计入收入", "income of type 'social-assistance' is not counted", IfUnset.Off);
            public static readonly Parameter<bool> DisabilitySubsidy = Switch("income.excluded.disability-subsidy", "残疾人两项补贴不计入收入", "income of type 'disability-subsidy' is not counted", IfUnset.Off);
            public static readonly Parameter<bool> ChildAllowance = Switch("income.excluded.child-allowance", "孤儿、事实无人抚养儿童基本生活费不计入收入", "income of type 'child-allowance' is not counted", IfUnset.Off);
            public static readonly Parameter<bool> RetrenchedWorkerRelief = Switch("income.excluded.retrenched-worker-relief", "精简退职老弱残职工救济金不计入收入", "income of type 'retrenched-worker-relief' is not counted", IfUnset.Off);
            public static readonly Parameter<bool> OldAgeAllowance = Switch("income.excluded.old-age-allowance", "高龄津贴不计入收入", "income of type 'old-age-allowance' is not counted", IfUnset.Off);
        }
    }
}
