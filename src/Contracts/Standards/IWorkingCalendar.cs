namespace SocialAssistance.Contracts.Standards;

/// <summary>The county's working days (工作日) with holidays and make-up days as data.</summary>
public interface IWorkingCalendar
{
    /// <summary>The n-th working day after the start day; the start day never counts (民法典 第二百零一条).</summary>
    DateOnly Add(DateOnly start, int workingDays);

    /// <summary>Working days after <paramref name="from"/> up to and including <paramref name="to"/>; negative when to lies before from.</summary>
    int Between(DateOnly from, DateOnly to);

    /// <summary>Whether people work on this day.</summary>
    bool IsWorkingDay(DateOnly day);

    /// <summary>The day itself or the next working day (期间最后一日顺延).</summary>
    DateOnly Shift(DateOnly day);
}
