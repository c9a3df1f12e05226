namespace SocialAssistance.Rules.Standards;

// The part of the catalogue for temporary assistance.
public static partial class ParameterCatalogue
{
    public static class TemporaryAssistance
    {
        public static readonly Parameter<decimal> TownshipLimit = Money("temporary-assistance.township-limit", "乡镇审批额度", "largest amount the township decides", Units.YuanPerApproval, IfUnset.Off);
        public static readonly Parameter<Ratio> TownshipLimitStandardMultiple = Share("temporary-assistance.township-limit-standard-multiple", "乡镇审批额度倍数", "largest amount the township decides, as a multiple of the urban S", Units.MultipleOfUrbanStandard, IfUnset.Off);
        public static readonly Parameter<decimal> VillageLimit = Money("temporary-assistance.village-limit", "村（社区）实施额度", "largest amount a village may handle by delegation", Units.YuanPerApproval, IfUnset.Off);
        public static readonly Parameter<decimal> SmallAmount = Money("temporary-assistance.small-amount", "小金额", "amount that counts as small for pay-first", Units.Yuan, IfUnset.Off);
        public static readonly Parameter<Ratio> SmallAmountStandardMultiple = Share("temporary-assistance.small-amount-standard-multiple", "小金额倍数", "small amount as a multiple of S", Units.MultipleOfAreaStandard, IfUnset.Off);
        public static readonly Parameter<PayFirstRule> PayFirst = Choice<PayFirstRule>("temporary-assistance.pay-first", "先行救助", "pay first and document later: allowed or required", IfUnset.Off);
        public static readonly Parameter<bool> PayFirstAnyAmount = Switch("temporary-assistance.pay-first-any-amount", "先行救助不限金额", "pay-first does not depend on the amount being small", IfUnset.Off);
        public static readonly Parameter<int> UrgentHours = Count("temporary-assistance.urgent-hours", "急难救助时限（小时）", "hours from registration to aid delivered", Units.Hours, IfUnset.Off);
        public static readonly Parameter<int> FastLaneDays = Count("temporary-assistance.fast-lane-days", "小额快救时限（日）", "days to decide a small urgent case", Units.CalendarDays, IfUnset.Off);
        public static readonly Parameter<int> ExpenditureWorkingDays = Count("temporary-assistance.expenditure-working-days", "支出型办理时限", "working days for an expenditure case", Units.WorkingDays, IfUnset.Off);
        public static readonly Parameter<bool> EmergencyPlace = Switch("temporary-assistance.emergency-place", "急难发生地救助", "the place of the emergency decides", IfUnset.Off);
        public static readonly Parameter<Choices<AssistanceType>> EmergencyPlaceTypes = ChoiceList<AssistanceType>("temporary-assistance.emergency-place-types", "急难地适用类型", "types for which the place of the emergency is accepted", IfUnset.Off);
        public static readonly Parameter<Choices<Category>> VerificationWaivedClasses = ChoiceList<Category>("temporary-assistance.verification-waived-classes", "不再核对家庭经济状况的对象", "applicants whose income and property are not verified again", IfUnset.Off, Category.MinimumLivingAllowance, Category.ExtremePoverty, Category.Margin, Category.ExpenditureHardship);
        public static readonly Parameter<Choices<AssistanceType>> StagedTypes = ChoiceList<AssistanceType>("temporary-assistance.staged-types", "一次审批、分阶段救助", "types for which one approval may be paid in stages", IfUnset.Off);
        public static readonly Parameter<Choices<AssistanceCause>> ExpenditureCauses = ChoiceList<AssistanceCause>("temporary-assistance.expenditure-causes", "支出型救助事由", "causes accepted for the expenditure type", IfUnset.Off);
        public static readonly Parameter<int> AntiSplittingDays = Count("temporary-assistance.anti-splitting-days", "防拆分天数", "approvals for the same cause within so many days are added for routing", Units.Days, IfUnset.Off);
        public static readonly Parameter<int> YearlyLimit = Count("temporary-assistance.yearly-limit", "年度救助次数", "approvals per household and calendar year", Units.ApprovalsPerYear, IfUnset.Off);
        public static readonly Parameter<Ratio> MaximumStandardMultiple = Share("temporary-assistance.maximum-standard-multiple", "单次救助上限倍数", "largest single approval outside case-by-case decisions", Units.MultipleOfAreaStandard, IfUnset.Off);
        public static readonly Parameter<IReadOnlyList<decimal>> FollowUpTiers = MoneyList("temporary-assistance.follow-up-tiers", "回访金额档", "lower bounds of follow-up tiers 1, 2, 3", Units.YuanLowerBounds, IfUnset.Off);
        public static readonly Parameter<int> FollowUpDays = Count("temporary-assistance.follow-up-days", "回访期限", "days from approval to the follow-up visit", Units.Days, IfUnset.Off);
        public static readonly Parameter<bool> SpecialCoordination = Switch("temporary-assistance.special-coordination", "县级协调机制", "a case-by-case amount needs the county coordination mechanism", IfUnset.Off);
    }
}
