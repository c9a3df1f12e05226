using SocialAssistance.Rules.Households;
using SocialAssistance.Rules.Standards;
using SocialAssistance.Rules.Values;

namespace SocialAssistance.Rules.Transitions;

/// <summary>When an event takes effect (HM-01) and which area the household is in (HM-02).</summary>
internal static class Effect
{
    /// <summary>The month after the decision (or the date, without one); the month itself where the county says so.</summary>
    public static BenefitMonth MonthOf(HouseholdEvent happened, bool inSameMonth) =>
        BenefitMonth.Of(happened.DecidedOn ?? happened.Date).AddMonths(inSameMonth ? 0 : 1);

    public static bool IsEffective(HouseholdEvent happened, MonthRun run) =>
        MonthOf(happened, run.Figures.ChangeInSameMonth) <= run.Month;

    /// <summary>The last effective move decides; without one the household is where its file says.</summary>
    public static Area AreaOf(in HouseholdMonthRequest request, MonthFigures figures)
    {
        var area = request.Household.Area;
        if (request.Events.IsDefaultOrEmpty)
        {
            return area;
        }

        var inSameMonth = figures.For(area).ChangeInSameMonth;
        HouseholdEvent? last = null;
        foreach (var happened in request.Events)
        {
            if (happened.Type == EventType.Moved && MonthOf(happened, inSameMonth) <= request.Month
                && (last is null || Order(happened, last) >= 0))
            {
                last = happened;
            }
        }

        return last?.Area ?? area;
    }

    /// <summary>By month of decision, then date; events of equal standing keep their order in the file.</summary>
    public static int Order(HouseholdEvent a, HouseholdEvent b)
    {
        var byMonth = BenefitMonth.Of(a.DecidedOn ?? a.Date).CompareTo(BenefitMonth.Of(b.DecidedOn ?? b.Date));
        return byMonth != 0 ? byMonth : a.Date.CompareTo(b.Date);
    }
}
