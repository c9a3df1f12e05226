using System.Globalization;
using SocialAssistance.Rules.Standards;

namespace SocialAssistance.Rules.Deadlines;

/// <summary>Counts days and months with the warnings and steps the rules ask for (DL-01 to DL-03).</summary>
internal sealed class DeadlineClock(Inquiry inquiry, WorkingDayCalendar? calendar, IReadOnlyList<Pause> pauses)
{
    private const string StartsNextDay = "民法典 第二百零一条";
    private const string LastDay = "民法典 第二百零三条";

    /// <summary>DL-02: the n-th working day after the start.</summary>
    public DateOnly? WorkingDays(DateOnly start, int count, string source)
    {
        var known = KnownCalendar();
        var effective = new List<Pause>();
        foreach (var pause in pauses)
        {
            if (inquiry.Lists(ParameterCatalogue.Deadline.PauseReasons, pause.Reason))
            {
                effective.Add(pause);
            }
            else
            {
                inquiry.Warn("pause-not-allowed");
            }
        }

        var due = Deadlines.WorkingDays.Add(start, count, known, effective);
        inquiry.Step("计算工作日期限", $"自{Text(start)}次日起第{count}个工作日" + (effective.Count > 0 ? "（中止期间不计）" : ""), Text(due), $"{source}；{StartsNextDay}");
        return due;
    }

    /// <summary>DL-03: start + n calendar days.</summary>
    public DateOnly? CalendarDays(DateOnly start, int count, string source)
    {
        DateOnly? due = count <= DateOnly.MaxValue.DayNumber - start.DayNumber ? start.AddDays(count) : null;
        inquiry.Step("计算自然日期限", $"{Text(start)} + {count}日", Text(due), $"{source}；{StartsNextDay}");
        return due;
    }

    /// <summary>DL-03: the same day n months later, clamped to the month's end.</summary>
    public DateOnly? Months(DateOnly start, int count, string source)
    {
        DateOnly? due = count < (9900 - start.Year) * 12 ? start.AddMonths(count) : null;
        inquiry.Step("计算月期限", $"{Text(start)} + {count}个月（无对应日的，以月末日为准）", Text(due), source);
        return due;
    }

    /// <summary>DL-03: a due day that is not a working day moves to the next one, where the setting says so.</summary>
    public DateOnly? Shifted(DateOnly? due)
    {
        if (due is not { } day || inquiry.Find(ParameterCatalogue.Deadline.LastDayShift) is not { Value: true } shift)
        {
            return due;
        }

        var moved = KnownCalendar().NextWorkingDay(day);
        if (moved != day)
        {
            inquiry.Step("期末顺延", $"{Text(day)}不是工作日，顺延至次一工作日", Text(moved), shift.Layer == LayerNames.Request ? shift.Cited : LastDay);
        }

        return moved;
    }

    public static string Text(DateOnly? day) => day?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture) ?? "无法确定";

    private WorkingDayCalendar KnownCalendar()
    {
        if (calendar is null)
        {
            inquiry.Warn("calendar-not-supplied");
        }

        return calendar ?? WorkingDayCalendar.WeekendsOnly;
    }
}
