namespace SocialAssistance.Rules.Standards;

/// <summary>The units of the catalogue, as screens and packs write them and as the specification names them.</summary>
internal static class Units
{
    public static readonly Unit Yuan = new("元", "yuan");
    public static readonly Unit YuanPerPersonMonth = new("元/人·月", "yuan per person per month");
    public static readonly Unit YuanOrShareByMethod = new("元或比例（按扣减方式）", "yuan or share, by method");
    public static readonly Unit MultipleOfStandard = new("低保标准的倍数", "multiple of S");
    public static readonly Unit YuanPerYear = new("元/年", "yuan per year");
    public static readonly Unit ShareOfHouseholdIncome = new("家庭总收入的比例", "share of total household income");
    public static readonly Unit Months = new("个月", "months");
    public static readonly Unit Years = new("周岁", "years");
    public static readonly Unit YuanOrShareByUnit = new("元或低保标准的比例（按单位）", "yuan or share of S, by unit");
    public static readonly Unit ConsecutiveRefusals = new("次（连续）", "consecutive refusals");
    public static readonly Unit ShareOfMinimumWage = new("月最低工资标准的比例", "share of the minimum wage");
    public static readonly Unit YuanPerMonth = new("元/月", "yuan per month");
    public static readonly Unit ShareOfOrphanAmount = new("孤儿基本生活费的比例", "share of the orphan amount");
    public static readonly Unit YuanPerApproval = new("元/次", "yuan per approval");
    public static readonly Unit MultipleOfUrbanStandard = new("城市低保标准的倍数", "multiple of the urban S");
    public static readonly Unit MultipleOfAreaStandard = new("当地低保标准的倍数", "multiple of the S of the area");
    public static readonly Unit Hours = new("小时", "hours");
    public static readonly Unit CalendarDays = new("日", "calendar days");
    public static readonly Unit WorkingDays = new("个工作日", "working days");
    public static readonly Unit Days = new("日", "days");
    public static readonly Unit ApprovalsPerYear = new("次/年", "approvals per calendar year");
    public static readonly Unit YuanLowerBounds = new("元（各档下限）", "yuan, lower bounds");
    public static readonly Unit ShareOfConfirmedCases = new("确认对象的比例", "share of confirmed cases");
    public static readonly Unit ShareOfItems = new("办件的比例", "share of items");
    public static readonly Unit Persons = new("人", "persons");
    public static readonly Unit PersonsPerVillage = new("人/村（社区）", "persons per village");
    public static readonly Unit ShareOfFund = new("当年资金的比例", "share of the year's fund");
    public static readonly Unit FundPerPersonMonth = new("元/人·月", "yuan per person-month");
    public static readonly Unit YuanPerPersonYear = new("元/人·年", "yuan per person-year");
    public static readonly Unit YuanPerRegisteredPersonYear = new("元/户籍人口·年", "yuan per registered person-year");
    public static readonly Unit ShareOfPosts = new("专业技术岗位的比例", "share of professional posts");
    public static readonly Unit PerRollingYear = new("次/年（自登记起）", "per rolling year");
    public static readonly Unit ShareOfThreshold = new("预案启动条件的比例", "share of the plan's start threshold");
    public static readonly Unit ShareOfDisposableIncome = new("上年度人均可支配收入的比例", "share of last year's per-capita disposable income");
    public static readonly Unit ShareOfEligibleCost = new("起付标准以上合规费用的比例", "share of eligible cost above the deductible");
    public static readonly Unit PercentYearOnYear = new("%（同比）", "percent year on year");
}
