using System.Collections.Frozen;

namespace SocialAssistance.Rules.Deadlines;

/// <summary>
/// Which days count as working days (工作日): Monday to Friday without the published holidays (法定节假日), and the make-up
/// days (调休上班日). The State Council decrees both each year, so they are data (DL-01).
/// </summary>
public sealed class WorkingDayCalendar(IEnumerable<DateOnly> holidays, IEnumerable<DateOnly> workdays)
{
    private readonly FrozenSet<DateOnly> _holidays = holidays.ToFrozenSet();
    private readonly FrozenSet<DateOnly> _workdays = workdays.ToFrozenSet();

    /// <summary>Nothing published: only weekends are known.</summary>
    public static WorkingDayCalendar WeekendsOnly { get; } = new([], []);

    public bool IsWorkingDay(DateOnly day) => _workdays.Contains(day)
        || (day.DayOfWeek is not (DayOfWeek.Saturday or DayOfWeek.Sunday) && !_holidays.Contains(day));

    /// <summary>The day itself if it is a working day, else the next one (期末顺延).</summary>
    public DateOnly NextWorkingDay(DateOnly day)
    {
        while (!IsWorkingDay(day))
        {
            day = day.AddDays(1);
        }

        return day;
    }
}
