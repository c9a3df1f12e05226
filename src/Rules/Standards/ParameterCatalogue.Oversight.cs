namespace SocialAssistance.Rules.Standards;

// The part of the catalogue for oversight, staffing and funds.
public static partial class ParameterCatalogue
{
    public static class SpotCheck
    {
        public static class Share
        {
            public static readonly Parameter<Ratio> MinimumLivingAllowance = Share("spot-check.share.minimum-living-allowance", "低保抽查比例", "least share of confirmed allowance cases the county checks", Units.ShareOfConfirmedCases, IfUnset.Warn);
            public static readonly Parameter<Ratio> ExtremePoverty = Share("spot-check.share.extreme-poverty", "特困抽查比例", "least share of extreme-poverty cases the county checks", Units.ShareOfConfirmedCases, IfUnset.Warn);
        }

        public static readonly Parameter<bool> CrossCheck = Switch("spot-check.cross-check", "乡镇互查", "every township is checked by another township", IfUnset.Off);
    }

    public static class OnTimeRate
    {
        public static readonly Parameter<Ratio> Threshold = Share("on-time-rate.threshold", "按时办结率", "a township below this share is called in", Units.ShareOfItems, IfUnset.Warn);
    }

    public static class Staffing
    {
        public static readonly Parameter<int> CountyRecipientsLower = Count("staffing.county-recipients-lower", "县级配备基数下限", "strict divisor, county", Units.Persons, IfUnset.Warn);
        public static readonly Parameter<int> CountyRecipientsUpper = Count("staffing.county-recipients-upper", "县级配备基数上限", "loose divisor, county", Units.Persons, IfUnset.Warn);
        public static readonly Parameter<int> CountyDedicated = Count("staffing.county-dedicated", "县级专职人员", "dedicated staff per divisor, county", Units.Persons, IfUnset.Warn);
        public static readonly Parameter<int> CountyStaff = Count("staffing.county-staff", "县级工作人员", "staff per divisor, county", Units.Persons, IfUnset.Warn);
        public static readonly Parameter<int> TownshipRecipientsLower = Count("staffing.township-recipients-lower", "乡镇配备基数下限", "strict divisor, township", Units.Persons, IfUnset.Warn);
        public static readonly Parameter<int> TownshipRecipientsUpper = Count("staffing.township-recipients-upper", "乡镇配备基数上限", "loose divisor, township", Units.Persons, IfUnset.Warn);
        public static readonly Parameter<int> TownshipDedicated = Count("staffing.township-dedicated", "乡镇专职人员", "dedicated staff per divisor, township", Units.Persons, IfUnset.Warn);
    }

    public static class Station
    {
        public static readonly Parameter<int> RecipientThreshold = Count("station.recipient-threshold", "服务站设立门槛", "a village with more recipients than this needs a service station", Units.Persons, IfUnset.Warn);
    }

    public static class Assistants
    {
        public static readonly Parameter<int> Minimum = Count("assistants.minimum", "协理员下限", "assistants per village, least", Units.PersonsPerVillage, IfUnset.Off);
        public static readonly Parameter<int> Maximum = Count("assistants.maximum", "协理员上限", "assistants per village, most", Units.PersonsPerVillage, IfUnset.Off);
    }

    public static class PurchasedService
    {
        public static readonly Parameter<Ratio> CapShare = Share("purchased-service.cap-share", "购买服务上限", "largest share of the assistance fund spent on purchased services", Units.ShareOfFund, IfUnset.Off);
        public static readonly Parameter<bool> FundRules = Switch("purchased-service.fund-rules", "购买服务资金规则", "beneficiary must be fund-financed and benefits must stay covered", IfUnset.Off);
    }

    public static class Fund
    {
        public static class CountyShare
        {
            public static readonly Parameter<decimal> MinimumLivingAllowance = Money("fund.county-share.minimum-living-allowance", "县级低保资金", "county share", Units.FundPerPersonMonth, IfUnset.Off, byArea: true);
            public static readonly Parameter<decimal> ExtremePovertyUrban = Money("fund.county-share.extreme-poverty-urban", "县级城镇特困资金", "county share", Units.FundPerPersonMonth, IfUnset.Off);
            public static readonly Parameter<decimal> ExtremePovertyRuralYearly = Money("fund.county-share.extreme-poverty-rural-yearly", "县级农村特困资金", "county share", Units.YuanPerPersonYear, IfUnset.Off);
            public static readonly Parameter<decimal> TemporaryAssistanceYearly = Money("fund.county-share.temporary-assistance-yearly", "县级临时救助资金", "county share", Units.YuanPerRegisteredPersonYear, IfUnset.Off);
            public static readonly Parameter<decimal> RetrenchedIncrement = Money("fund.county-share.retrenched-increment", "精简退职调标增量", "county pays the increment of the 2023 raise", Units.FundPerPersonMonth, IfUnset.Off, byArea: true);
        }

        public static class SpecialFund
        {
            public static readonly Parameter<decimal> ExtremePovertyUrban = Money("fund.special-fund.extreme-poverty-urban", "城镇贫困群众脱贫解困专项资金", "provincial special fund", Units.FundPerPersonMonth, IfUnset.Off);
        }

        public static readonly Parameter<decimal> AveragePaymentTarget = Money("fund.average-payment-target", "财政月人均补差", "average payment, an indicator only", Units.FundPerPersonMonth, IfUnset.Off, byArea: true);
    }

    public static class Standards
    {
        public static readonly Parameter<GuidanceLevels> Guidance = Choice<GuidanceLevels>("standards.guidance", "指导标准下限", "a local standard must reach the guidance of these levels", IfUnset.Off);
        public static readonly Parameter<bool> SameDate = Switch("standards.same-date", "特困与低保同步调整", "extreme-poverty and allowance standards change on the same day", IfUnset.Off);
    }

    public static class SocialWorkPosts
    {
        public static readonly Parameter<Ratio> Share = Share("social-work-posts.share", "社工岗位比例", "least share of social-work posts", Units.ShareOfPosts, IfUnset.Warn);
    }

    public static class JobServices
    {
        public static readonly Parameter<int> Notices = Count("job-services.notices", "岗位信息", "yearly least number: notices", Units.PerRollingYear, IfUnset.Warn);
        public static readonly Parameter<int> Guidance = Count("job-services.guidance", "职业指导", "yearly least number: guidance", Units.PerRollingYear, IfUnset.Warn);
        public static readonly Parameter<int> Training = Count("job-services.training", "免费技能培训信息", "yearly least number: training", Units.PerRollingYear, IfUnset.Warn);
    }

    public static class Disaster
    {
        public static readonly Parameter<Ratio> TriggerShare = Share("disaster.trigger-share", "灾害启动比例", "a response may be proposed from this share", Units.ShareOfThreshold, IfUnset.Warn);
    }
}
