namespace SocialAssistance.Rules.Deadlines;

/// <summary>Counts working days (DL-02, 民法典 第二百零一条): the start day never counts, whatever day it is.</summary>
public static class WorkingDays
{
    /// <summary>
    /// The <paramref name="count"/>-th working day after <paramref name="start"/>; days inside a pause are not counted.
    /// Null where it lies beyond the calendar.
    /// </summary>
    public static DateOnly? Add(DateOnly start, int count, WorkingDayCalendar calendar, IReadOnlyList<Pause>? pauses = null)
    {
        var day = start;
        for (var counted = 0; counted < count;)
        {
            if (day == DateOnly.MaxValue)
            {
                return null;
            }

            day = day.AddDays(1);
            counted += Counts(day, calendar, pauses) ? 1 : 0;
        }

        return day;
    }

    /// <summary>
    /// Working days left on <paramref name="today"/> until <paramref name="due"/>: 0 on the due day, negative when it has
    /// passed (the number of working days after it).
    /// </summary>
    public static int Remaining(DateOnly today, DateOnly due, WorkingDayCalendar calendar, IReadOnlyList<Pause>? pauses = null) =>
        today <= due ? Between(today, due, calendar, pauses) : -Between(due, today, calendar, pauses);

    /// <summary>Working days after <paramref name="start"/> up to and including <paramref name="end"/>.</summary>
    public static int Between(DateOnly start, DateOnly end, WorkingDayCalendar calendar, IReadOnlyList<Pause>? pauses = null)
    {
        var counted = 0;
        for (var day = start; day < end;)
        {
            day = day.AddDays(1);
            counted += Counts(day, calendar, pauses) ? 1 : 0;
        }

        return counted;
    }

    private static bool Counts(DateOnly day, WorkingDayCalendar calendar, IReadOnlyList<Pause>? pauses)
    {
        if (!calendar.IsWorkingDay(day))
        {
            return false;
        }

        foreach (var pause in pauses ?? [])
        {
            if (pause.Covers(day))
            {
                return false;
            }
        }

        return true;
    }
}
