namespace SocialAssistance.Rules.Standards;

// The part of the catalogue for the minimum living allowance and what it rests on.
public static partial class ParameterCatalogue
{
    public static class Rounding
    {
        public static readonly Parameter<decimal> Unit = Money("rounding.unit", "计量单位", "smallest unit of a computed amount", Units.Yuan, IfUnset.Required);
        public static readonly Parameter<RoundingMode> Mode = Choice<RoundingMode>("rounding.mode", "舍入方式", "direction of rounding of a computed amount", IfUnset.Required);
        public static readonly Parameter<RoundingStage> Stage = Choice<RoundingStage>("rounding.stage", "舍入阶段", "round each person's amount, or the household gap once", IfUnset.Required);
    }

    public static class Change
    {
        public static readonly Parameter<MonthRule> EffectiveMonth = Choice<MonthRule>("change.effective-month", "变动生效月", "month in which a decided change takes effect", IfUnset.Required);
    }

    public static class Payment
    {
        public static readonly Parameter<MonthRule> StartMonth = Choice<MonthRule>("payment.start-month", "起发月", "first month paid after confirmation", IfUnset.Required);
    }

    public static class Hearing
    {
        public static readonly Parameter<bool> Required = Switch("hearing.required", "听取意见", "views must be heard before a reduction or stop", IfUnset.Required);
    }

    public static class MinimumLivingAllowance
    {
        public static readonly Parameter<decimal> Standard = Money("minimum-living-allowance.standard", "低保标准", "S, the minimum living allowance standard", Units.YuanPerPersonMonth, IfUnset.Warn, byArea: true);
        public static readonly Parameter<PaymentMode> PaymentMode = Choice<PaymentMode>("minimum-living-allowance.payment-mode", "低保金计发方式", "difference (差额) or band (分档)", IfUnset.Required);
        public static readonly Parameter<IReadOnlyList<Band>> Bands = BandTable("minimum-living-allowance.bands", "分档表", "bands by gap S - y: gapFrom (inclusive), gapTo (exclusive or null), amount", Units.YuanPerPersonMonth, IfUnset.Warn, byArea: true);
        public static readonly Parameter<bool> FullClass = Switch("minimum-living-allowance.full-class", "常补", "members classed 'full' receive S whatever the household income", IfUnset.Off);
        public static readonly Parameter<decimal> Floor = Money("minimum-living-allowance.floor", "非常补下限", "least amount of a member paid by difference", Units.YuanPerPersonMonth, IfUnset.Off, byArea: true);
    }

    public static class EmploymentDeduction
    {
        public static readonly Parameter<DeductionMethod> Method = Choice<DeductionMethod>("employment-deduction.method", "就业成本扣减方式", "how the employment cost of a worker is computed", IfUnset.Warn);
        public static readonly Parameter<decimal> Value = Number("employment-deduction.value", "就业成本扣减额（率）", "amount per worker and month, or share of S or of the wage", Units.YuanOrShareByMethod, IfUnset.Warn);
        public static readonly Parameter<DeductionScope> Scope = Choice<DeductionScope>("employment-deduction.scope", "就业成本扣减对象", "only persons already in the allowance, or every assessed worker", IfUnset.Required);
    }

    public static class RigidExpenditure
    {
        public static readonly Parameter<bool> Deduct = Switch("rigid-expenditure.deduct", "刚性支出扣减", "deduct rigid expenditure before comparing with S", IfUnset.Off);
        public static readonly Parameter<Choices<ExpenditureType>> Types = ChoiceList<ExpenditureType>("rigid-expenditure.types", "可扣减刚性支出类别", "types of expenditure deducted", IfUnset.Warn);
    }

    public static class Margin
    {
        public static readonly Parameter<Ratio> IncomeMultiple = Share("margin.income-multiple", "低保边缘线倍数", "margin household: per-capita income below this multiple of S", Units.MultipleOfStandard, IfUnset.Warn);
        public static readonly Parameter<bool> ProvincialDetermination = Switch("margin.provincial-determination", "省定上浮比例", "the margin line is for the province to set; the national default is provisional", IfUnset.Off);
    }

    public static class LowIncome
    {
        public static readonly Parameter<Choices<Category>> Classes = ChoiceList<Category>("low-income.classes", "低收入家庭", "household classes meant by 低收入家庭 in the local texts", IfUnset.Required, Category.Margin, Category.ExpenditureHardship);
    }

    public static class DisposableIncome
    {
        public static readonly Parameter<decimal> PerCapita = Money("disposable-income.per-capita", "上年度居民人均可支配收入", "last year's local per-capita disposable income", Units.YuanPerYear, IfUnset.Warn, byArea: true);
    }

    public static class ExpenditureHardship
    {
        public static readonly Parameter<bool> Recognised = Switch("expenditure-hardship.recognised", "刚性支出困难家庭认定", "the class expenditure-hardship exists", IfUnset.Off);
        public static readonly Parameter<Ratio> MinimumShare = Share("expenditure-hardship.minimum-share", "刚性支出占比", "rigid expenditure of 12 months / household income of 12 months must exceed this share", Units.ShareOfHouseholdIncome, IfUnset.Warn);
        public static readonly Parameter<Choices<ExpenditureType>> Types = ChoiceList<ExpenditureType>("expenditure-hardship.types", "刚性支出项目", "expenditure types counted in the share", IfUnset.Required);
    }

    public static class Household
    {
        public static readonly Parameter<OtherProgrammeMembers> OtherProgrammeMembers = Choice<OtherProgrammeMembers>("household.other-programme-members", "其他基本生活保障人员", "persons on another basic-living programme: out of the divisor, or in it without payment", IfUnset.Required);
    }

    public static class SinglePerson
    {
        public static readonly Parameter<Choices<Category>> HouseholdClasses = ChoiceList<Category>("single-person.household-classes", "单人户家庭类型", "household classes from which a person may enter alone", IfUnset.Warn, Category.Margin, Category.ExpenditureHardship, Category.RegisteredPoverty);
        public static readonly Parameter<Choices<PersonGroup>> Groups = ChoiceList<PersonGroup>("single-person.groups", "单人户人员类型", "persons who may enter alone", IfUnset.Warn, PersonGroup.SevereDisability, PersonGroup.IntellectualMentalGrade3, PersonGroup.SeriousIllness, PersonGroup.SpecialHardship);
        public static readonly Parameter<bool> AdultDisabledRoute = Switch("single-person.adult-disabled-route", "成年无业重度残疾人单人户", "second route: adult, unemployed, severely disabled person, without household class test", IfUnset.Off);
        public static readonly Parameter<bool> AdultDisabledSupportRequired = Switch("single-person.adult-disabled-support-required", "由父母或兄弟姐妹供养", "the second route needs proof of support by parents or siblings", IfUnset.Off);
    }

    public static class PhaseOut
    {
        public static readonly Parameter<int> EmploymentMonths = Count("phase-out.employment-months", "就业渐退期", "months of phase-out after income passed S through employment", Units.Months, IfUnset.Warn);
        public static readonly Parameter<Ratio> EmploymentUpperMultiple = Share("phase-out.employment-upper-multiple", "渐退收入上限倍数", "no phase-out above this multiple of S", Units.MultipleOfStandard, IfUnset.Off);
        public static readonly Parameter<int> DeathMonths = Count("phase-out.death-months", "死亡渐退期", "months for which the household keeps its amount after a recipient's death", Units.Months, IfUnset.Off);
        public static readonly Parameter<int> NationalMaximumMonths = Count("phase-out.national-maximum-months", "渐退期国家上限", "longest employment phase-out in principle", Units.Months, IfUnset.Off);
    }

    public static class CategorySupplement
    {
        public static readonly Parameter<bool> Enabled = Switch("category-supplement.enabled", "分类施保", "cash top-up for groups with remaining hardship", IfUnset.Off);
        public static readonly Parameter<Choices<PersonGroup>> Groups = ChoiceList<PersonGroup>("category-supplement.groups", "分类施保对象", "groups that get the top-up", IfUnset.Required, PersonGroup.Elderly, PersonGroup.Minor, PersonGroup.SevereDisability, PersonGroup.SeriousIllness);
        public static readonly Parameter<int> ElderlyAge = Count("category-supplement.elderly-age", "老年人年龄", "age of 老年人", Units.Years, IfUnset.Off);
        public static readonly Parameter<SupplementUnit> Unit = Choice<SupplementUnit>("category-supplement.unit", "分类施保金单位", "amounts in yuan or as share of S", IfUnset.Required);

        public static class Amount
        {
            public static readonly Parameter<decimal> Elderly = Number("category-supplement.amount.elderly", "分类施保金（老年人）", "top-up for the group 'elderly'", Units.YuanOrShareByUnit, IfUnset.Warn);
            public static readonly Parameter<decimal> Minor = Number("category-supplement.amount.minor", "分类施保金（未成年人）", "top-up for the group 'minor'", Units.YuanOrShareByUnit, IfUnset.Warn);
            public static readonly Parameter<decimal> SevereDisability = Number("category-supplement.amount.severe-disability", "分类施保金（重度残疾人）", "top-up for the group 'severe-disability'", Units.YuanOrShareByUnit, IfUnset.Warn);
            public static readonly Parameter<decimal> SeriousIllness = Number("category-supplement.amount.serious-illness", "分类施保金（重病患者）", "top-up for the group 'serious-illness'", Units.YuanOrShareByUnit, IfUnset.Warn);
        }

        public static readonly Parameter<Stacking> Stacking = Choice<Stacking>("category-supplement.stacking", "分类施保叠加", "a person in several groups gets the highest, or the sum", IfUnset.Required);
    }

    public static class WorkRefusal
    {
        public static readonly Parameter<int> Limit = Count("work-refusal.limit", "拒绝就业次数", "refusals without good reason that lead to reduction or stop of the person's own share", Units.ConsecutiveRefusals, IfUnset.Off);
        public static readonly Parameter<WorkRefusalAction> Action = Choice<WorkRefusalAction>("work-refusal.action", "拒绝就业处理", "only warn, or stop the person's own share", IfUnset.Off);
    }

    public static class Emergency
    {
        public static readonly Parameter<decimal> UpliftAmount = Money("emergency.uplift-amount", "应急提标额", "temporary uplift, a separate line", Units.YuanPerPersonMonth, IfUnset.Off, byArea: true);
    }
}
