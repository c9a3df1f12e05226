using SocialAssistance.Contracts.Standards;
using SocialAssistance.Rules.Standards;

namespace SocialAssistance.Cases.Publicity;

/// <summary>How long a sheet hangs, and whether the procedure's clock rests meanwhile.</summary>
internal sealed class PublicityClock(ICountySettings county, IWorkingCalendar calendar)
{
    /// <summary>The last day: plain days after the first one, moved off a day of rest (民法典 第二百零一条、第二百零三条).</summary>
    public (DateOnly LastDay, string Source) LastDay(DateOnly firstDay)
    {
        var days = county.Number(ParameterCatalogue.Deadline.PublicityDays, firstDay);
        return (calendar.Shift(firstDay.AddDays(days.Value)), days.Source);
    }

    /// <summary>Whether the county lists this as a reason for the clock to stop; without such a rule it runs on (E-31).</summary>
    public bool Pauses(PauseReason reason, DateOnly day) =>
        new Resolver(county.Book(county.PolicyCode)).ValueOr(ParameterCatalogue.Deadline.PauseReasons, default, day).Contains(reason);
}
