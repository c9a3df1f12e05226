using SocialAssistance.Assess.Requests;
using SocialAssistance.Rules.Deadlines;

namespace SocialAssistance.Assess.Kinds;

/// <summary>Reads <c>calendar</c>: published holidays and make-up working days.</summary>
internal static class CalendarReader
{
    private const int Most = 1000;
    private static readonly FieldSet Fields = new("holidays", "workdays");

    public static WorkingDayCalendar? Find(RequestReader request)
    {
        if (request.FindObject("calendar") is not { } calendar)
        {
            return null;
        }

        calendar.Only(Fields);
        var holidays = new HashSet<DateOnly>();
        foreach (var item in calendar.ListOrEmpty("holidays", Most))
        {
            holidays.Add(item.Date());
        }

        var workdays = new HashSet<DateOnly>();
        foreach (var item in calendar.ListOrEmpty("workdays", Most))
        {
            var day = item.Date();
            workdays.Add(holidays.Contains(day) ? throw item.Error(ErrorCode.Inconsistent, "the day is listed as a holiday too") : day);
        }

        return new WorkingDayCalendar(holidays, workdays);
    }
}
