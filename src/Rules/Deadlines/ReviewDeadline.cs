using SocialAssistance.Rules.Standards;
using static SocialAssistance.Rules.Standards.ParameterCatalogue;

namespace SocialAssistance.Rules.Deadlines;

/// <summary>DL-04: when a case is reviewed again (定期核查), counted from the last completed determination or review.</summary>
internal static class ReviewDeadline
{
    public static Deadline Answer(DateOnly start, DeadlineFacts facts, Inquiry inquiry, DeadlineClock clock)
    {
        var halfYearly = IsHalfYearly(facts, inquiry);
        var months = inquiry.Need(halfYearly ? Review.HalfYearlyMonths : Review.YearlyMonths);
        if (months is null)
        {
            return new(DeadlineRule.Review, DeadlineUnits.Months, null);
        }

        var due = clock.Months(start, months.Value, months.Cited);
        if (facts.SuspendedDays > 0)
        {
            due = Suspended(due, facts.SuspendedDays, inquiry);
        }

        if (facts.CurrentDue is { } current && current < due)
        {
            inquiry.Step("不晚于原定核查日", $"{DeadlineClock.Text(due)}晚于原定的{DeadlineClock.Text(current)}", DeadlineClock.Text(current), "DL-04");
            due = current;
        }

        return new(DeadlineRule.Review, DeadlineUnits.Months, months.Value) { Day = due };
    }

    private static bool IsHalfYearly(DeadlineFacts facts, Inquiry inquiry)
    {
        if (facts.CaseType != ReviewCase.Household)
        {
            return false;
        }

        var both = facts is { IncomeUnstable: true, AbleBodiedMember: true };
        if (facts.SeriousIllnessOrDisability && inquiry.IsOn(Review.SeriousYearly))
        {
            return both;
        }

        return inquiry.Find(Review.HalfYearlyCondition) is { Value: HalfYearlyCondition.And }
            ? both
            : facts.IncomeUnstable || facts.AbleBodiedMember;
    }

    private static DateOnly? Suspended(DateOnly? due, int days, Inquiry inquiry)
    {
        if (inquiry.Find(Review.Suspension) is not { Value: true } suspension)
        {
            inquiry.Warn("suspension-not-allowed");
            return due;
        }

        var later = due?.AddDays(days);
        inquiry.Step("应急期暂停核查", $"{DeadlineClock.Text(due)} + 暂停{days}日", DeadlineClock.Text(later), suspension.Cited);
        return later;
    }
}
