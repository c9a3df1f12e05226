namespace SocialAssistance.Rules.Standards;

// The part of the catalogue for deadlines, reviews and approval.
public static partial class ParameterCatalogue
{
    public static class Deadline
    {
        public static readonly Parameter<int> StartSurvey = Count("deadline.start-survey", "启动调查", "start of the economic survey after acceptance", Units.WorkingDays, IfUnset.Warn);
        public static readonly Parameter<int> StartVerification = Count("deadline.start-verification", "启动核对", "start of the information check after the request", Units.WorkingDays, IfUnset.Warn);
        public static readonly Parameter<int> CountyDecision = Count("deadline.county-decision", "县级确认", "county decision after receipt of the file", Units.WorkingDays, IfUnset.Warn);
        public static readonly Parameter<int> RefusalNotice = Count("deadline.refusal-notice", "不予确认告知", "written refusal after the decision", Units.WorkingDays, IfUnset.Warn);
        public static readonly Parameter<int> Confirmation = Count("deadline.confirmation", "低保审核确认", "whole procedure from acceptance", Units.WorkingDays, IfUnset.Warn);
        public static readonly Parameter<int> ConfirmationDelegated = Count("deadline.confirmation-delegated", "低保审核确认（权限下放）", "whole procedure where the township decides", Units.WorkingDays, IfUnset.Warn);
        public static readonly Parameter<int> ConfirmationSpecial = Count("deadline.confirmation-special", "低保审核确认（特殊情况）", "whole procedure in special circumstances", Units.WorkingDays, IfUnset.Warn);
        public static readonly Parameter<int> ConfirmationLocal = Count("deadline.confirmation-local", "低保审核确认（本地）", "shorter local limit of the whole procedure", Units.WorkingDays, IfUnset.Off);
        public static readonly Parameter<int> ExtremePovertySurvey = Count("deadline.extreme-poverty-survey", "特困调查初审", "township survey and first opinion", Units.WorkingDays, IfUnset.Warn);
        public static readonly Parameter<int> ExtremePovertyDecision = Count("deadline.extreme-poverty-decision", "特困县级确认", "county decision", Units.WorkingDays, IfUnset.Warn);
        public static readonly Parameter<int> SelfCareReassessment = Count("deadline.self-care-reassessment", "自理能力复核评估", "re-assessment after a reported change", Units.WorkingDays, IfUnset.Warn);
        public static readonly Parameter<int> ObjectionReinvestigation = Count("deadline.objection-reinvestigation", "异议重新调查", "new opinion after an objection to publicity", Units.WorkingDays, IfUnset.Warn);
        public static readonly Parameter<int> HardshipRecognition = Count("deadline.hardship-recognition", "刚性支出困难家庭认定时限", "recognition of an expenditure-hardship household", Units.WorkingDays, IfUnset.Warn);
        public static readonly Parameter<int> HardshipRecognitionSpecial = Count("deadline.hardship-recognition-special", "刚性支出困难家庭认定时限（特殊情况）", "recognition in special circumstances", Units.WorkingDays, IfUnset.Warn);
        public static readonly Parameter<int> SubsidyPush = Count("deadline.subsidy-push", "两项补贴跨省通办推送", "accepting place forwards a cross-region application", Units.WorkingDays, IfUnset.Warn);
        public static readonly Parameter<int> SubsidyDecision = Count("deadline.subsidy-decision", "两项补贴审定", "place of registration decides a cross-region application", Units.WorkingDays, IfUnset.Warn);
        public static readonly Parameter<int> PublicityDays = Count("deadline.publicity-days", "公示期", "publicity of the first opinion", Units.CalendarDays, IfUnset.Warn);
        public static readonly Parameter<bool> LastDayShift = Switch("deadline.last-day-shift", "期末顺延", "a period in calendar days that ends on a non-working day ends on the next working day", IfUnset.Off);
        public static readonly Parameter<Choices<PauseReason>> PauseReasons = ChoiceList<PauseReason>("deadline.pause-reasons", "期间中止事由", "reasons for which the clock stops", IfUnset.Off);
        public static readonly Parameter<int> DeathCheckMonths = Count("deadline.death-check-months", "死亡后核查", "household check after a member's death", Units.Months, IfUnset.Warn);
        public static readonly Parameter<int> HardshipValidityMonths = Count("deadline.hardship-validity-months", "刚性支出困难家庭有效期", "validity of the recognition", Units.Months, IfUnset.Warn);
        public static readonly Parameter<int> ReconsiderationDays = Count("deadline.reconsideration-days", "行政复议期限", "application for administrative reconsideration", Units.CalendarDays, IfUnset.Warn);
        public static readonly Parameter<int> LitigationMonths = Count("deadline.litigation-months", "行政诉讼期限", "administrative action in court", Units.Months, IfUnset.Warn);
        public static readonly Parameter<int> StationStayMonths = Count("deadline.station-stay-months", "滞留期限", "stay in a rescue station without identity before a settlement plan", Units.Months, IfUnset.Warn);
        public static readonly Parameter<StationStayDay> StationStayDay = Choice<StationStayDay>("deadline.station-stay-day", "滞留期限起算", "the duty arises on the day the months are full, or on the day after", IfUnset.Off);
    }

    public static class Review
    {
        public static readonly Parameter<bool> Lock = Switch("review.lock", "核查期内不调整", "amount locked between reviews while nothing material changes", IfUnset.Off);
        public static readonly Parameter<int> YearlyMonths = Count("review.yearly-months", "年度核查间隔", "interval for stable cases", Units.Months, IfUnset.Warn);
        public static readonly Parameter<int> HalfYearlyMonths = Count("review.half-yearly-months", "半年核查间隔", "interval for cases with unstable income or an able-bodied member", Units.Months, IfUnset.Warn);
        public static readonly Parameter<HalfYearlyCondition> HalfYearlyCondition = Choice<HalfYearlyCondition>("review.half-yearly-condition", "半年核查条件", "unstable income OR able-bodied member, or both", IfUnset.Off);
        public static readonly Parameter<bool> SeriousYearly = Switch("review.serious-yearly", "重病重残年度核查", "cases of serious illness or severe disability are reviewed yearly", IfUnset.Off);
        public static readonly Parameter<bool> Suspension = Switch("review.suspension", "应急期暂停核查", "reviews may be suspended in a major public emergency", IfUnset.Off);
    }

    public static class Approval
    {
        public static readonly Parameter<Choices<Category>> DelegatedProgrammes = ChoiceList<Category>("approval.delegated-programmes", "权限下放项目", "programmes confirmed by the township", IfUnset.Off, Category.MinimumLivingAllowance, Category.ExtremePoverty, Category.Margin);
    }

    public static class BackPay
    {
        public static readonly Parameter<DateOnly> CompleteBy = Day("back-pay.complete-by", "补发到位时限", "day by which a retroactive raise must be paid", IfUnset.Off);
        public static readonly Parameter<DateOnly> WorkPlanCompleteBy = Day("back-pay.work-plan-complete-by", "补发到位时限（工作计划）", "second date to report against", IfUnset.Off);
    }
}
