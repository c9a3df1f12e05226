namespace SocialAssistance.Rules.Standards;

// The part of the catalogue for medical, housing and price assistance.
public static partial class ParameterCatalogue
{
    public static class Medical
    {
        public static readonly Parameter<Choices<Category>> PremiumFullClasses = ChoiceList<Category>("medical.premium-full-classes", "全额资助参保对象", "persons whose premium is paid in full", IfUnset.Off, Category.ExtremePoverty, Category.MinimumLivingAllowance, Category.Orphan, Category.Margin, Category.IllnessPoverty, Category.ExpenditureHardship);
        public static readonly Parameter<Choices<Category>> PremiumFixedClasses = ChoiceList<Category>("medical.premium-fixed-classes", "定额资助参保对象", "persons who get a fixed premium subsidy", IfUnset.Off, Category.ExtremePoverty, Category.MinimumLivingAllowance, Category.Orphan, Category.Margin, Category.IllnessPoverty, Category.ExpenditureHardship);
        public static readonly Parameter<decimal> PremiumFixedAmount = Money("medical.premium-fixed-amount", "定额资助标准", "fixed premium subsidy", Units.YuanPerYear, IfUnset.Warn);
        public static readonly Parameter<Choices<Category>> KeyClasses = ChoiceList<Category>("medical.key-classes", "重点救助对象", "classes treated as 重点救助对象, whose premium is paid in full", IfUnset.Off, Category.ExtremePoverty, Category.MinimumLivingAllowance, Category.Orphan, Category.Margin, Category.IllnessPoverty, Category.ExpenditureHardship);
        public static readonly Parameter<bool> TwoTier = Switch("medical.two-tier", "重点、一般救助对象", "persons are divided into key and general", IfUnset.Off);
        public static readonly Parameter<Choices<Category>> ResidualClasses = ChoiceList<Category>("medical.residual-classes", "自付费用兜底对象", "classes whose remaining medical cost the county covers", IfUnset.Off, Category.ExtremePoverty, Category.MinimumLivingAllowance, Category.Orphan, Category.Margin, Category.IllnessPoverty, Category.ExpenditureHardship);

        public static class DeductibleShare
        {
            public static readonly Parameter<Ratio> ExtremePoverty = Share("medical.deductible-share.extreme-poverty", "起付标准比例（特困）", "deductible, class extreme-poverty", Units.ShareOfDisposableIncome, IfUnset.Warn);
            public static readonly Parameter<Ratio> MinimumLivingAllowance = Share("medical.deductible-share.minimum-living-allowance", "起付标准比例（低保）", "deductible, class minimum-living-allowance", Units.ShareOfDisposableIncome, IfUnset.Warn);
            public static readonly Parameter<Ratio> Orphan = Share("medical.deductible-share.orphan", "起付标准比例（孤儿）", "deductible, class orphan", Units.ShareOfDisposableIncome, IfUnset.Warn);
            public static readonly Parameter<Ratio> Margin = Share("medical.deductible-share.margin", "起付标准比例（低保边缘）", "deductible, class margin", Units.ShareOfDisposableIncome, IfUnset.Warn);
            public static readonly Parameter<Ratio> IllnessPoverty = Share("medical.deductible-share.illness-poverty", "起付标准比例（因病致贫重病患者）", "deductible, class illness-poverty", Units.ShareOfDisposableIncome, IfUnset.Warn);
        }

        public static class AidRatio
        {
            public static readonly Parameter<Ratio> ExtremePoverty = Share("medical.aid-ratio.extreme-poverty", "救助比例（特困）", "aid ratio, class extreme-poverty", Units.ShareOfEligibleCost, IfUnset.Warn);
            public static readonly Parameter<Ratio> MinimumLivingAllowance = Share("medical.aid-ratio.minimum-living-allowance", "救助比例（低保）", "aid ratio, class minimum-living-allowance", Units.ShareOfEligibleCost, IfUnset.Warn);
            public static readonly Parameter<Ratio> Orphan = Share("medical.aid-ratio.orphan", "救助比例（孤儿）", "aid ratio, class orphan", Units.ShareOfEligibleCost, IfUnset.Warn);
            public static readonly Parameter<Ratio> Margin = Share("medical.aid-ratio.margin", "救助比例（低保边缘）", "aid ratio, class margin", Units.ShareOfEligibleCost, IfUnset.Warn);
            public static readonly Parameter<Ratio> IllnessPoverty = Share("medical.aid-ratio.illness-poverty", "救助比例（因病致贫重病患者）", "aid ratio, class illness-poverty", Units.ShareOfEligibleCost, IfUnset.Warn);
        }

        public static class AidCeiling
        {
            public static readonly Parameter<decimal> ExtremePoverty = Money("medical.aid-ceiling.extreme-poverty", "年度救助限额（特困）", "yearly ceiling, class extreme-poverty", Units.YuanPerYear, IfUnset.Off);
            public static readonly Parameter<decimal> MinimumLivingAllowance = Money("medical.aid-ceiling.minimum-living-allowance", "年度救助限额（低保）", "yearly ceiling, class minimum-living-allowance", Units.YuanPerYear, IfUnset.Off);
            public static readonly Parameter<decimal> Orphan = Money("medical.aid-ceiling.orphan", "年度救助限额（孤儿）", "yearly ceiling, class orphan", Units.YuanPerYear, IfUnset.Off);
            public static readonly Parameter<decimal> Margin = Money("medical.aid-ceiling.margin", "年度救助限额（低保边缘）", "yearly ceiling, class margin", Units.YuanPerYear, IfUnset.Off);
            public static readonly Parameter<decimal> IllnessPoverty = Money("medical.aid-ceiling.illness-poverty", "年度救助限额（因病致贫重病患者）", "yearly ceiling, class illness-poverty", Units.YuanPerYear, IfUnset.Off);
        }

        public static readonly Parameter<bool> SeriousIllnessCeilingRemoved = Switch("medical.serious-illness-ceiling-removed", "取消大病保险封顶线", "no ceiling of the serious-illness insurance for poor persons", IfUnset.Off);
    }

    public static class Housing
    {
        public static readonly Parameter<Choices<Category>> Groups = ChoiceList<Category>("housing.groups", "住房救助对象", "categories that may get housing assistance (extreme poverty: scattered support only)", IfUnset.Warn, Category.MinimumLivingAllowance, Category.ExtremePoverty, Category.Margin, Category.ExpenditureHardship, Category.RegisteredPoverty);
        public static readonly Parameter<RuralHousingForm> RuralForm = Choice<RuralHousingForm>("housing.rural-form", "农村住房救助方式", "rural form of housing assistance", IfUnset.Required);
        public static readonly Parameter<bool> OneToOne = Switch("housing.one-to-one", "一比一配租", "every qualified urban applicant gets a dwelling", IfUnset.Off);
        public static readonly Parameter<Choices<Category>> HighestTierClasses = ChoiceList<Category>("housing.highest-tier-classes", "最高租赁补贴档", "urban categories that always get the highest rent-subsidy tier", IfUnset.Off, Category.MinimumLivingAllowance, Category.ExtremePoverty, Category.Margin, Category.ExpenditureHardship, Category.RegisteredPoverty);
        public static readonly Parameter<RentRule> RentRule = Choice<RentRule>("housing.rent-rule", "公租房租金规则", "rent of public rental housing for assisted households", IfUnset.Off);
        public static readonly Parameter<bool> TemporaryRentRelief = Switch("housing.temporary-rent-relief", "阶段性减免租金", "temporary rent relief in special hardship is possible", IfUnset.Off);
    }

    public static class PriceSubsidy
    {
        public static readonly Parameter<Choices<Category>> Groups = ChoiceList<Category>("price-subsidy.groups", "价格补贴对象", "groups that get the price subsidy", IfUnset.Required, Category.MinimumLivingAllowance, Category.ExtremePoverty, Category.Margin, Category.UnemploymentBenefit, Category.UnemploymentAssistance, Category.PreferentialTreatment, Category.Orphan, Category.DeFactoUnattendedChild, Category.HivInfectedChild);
        public static readonly Parameter<decimal> CpiThreshold = Number("price-subsidy.cpi-threshold", "CPI启动条件", "start when the consumer price rise reaches this", Units.PercentYearOnYear, IfUnset.Warn);
        public static readonly Parameter<decimal> FoodThreshold = Number("price-subsidy.food-threshold", "食品价格启动条件", "start when the food price rise reaches this", Units.PercentYearOnYear, IfUnset.Warn);
        public static readonly Parameter<decimal> MinimumAmount = Money("price-subsidy.minimum-amount", "价格补贴下限", "least price subsidy", Units.FundPerPersonMonth, IfUnset.Off);
    }
}
