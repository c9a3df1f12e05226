using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using SocialAssistance.Contracts.Standards;
using SocialAssistance.Platform.Security;
using SocialAssistance.Platform.Time;
using SocialAssistance.Standards.Data;

namespace SocialAssistance.Standards.Calendar;

/// <summary>工作日历: the year at a glance, with every change.</summary>
[Allow("standards.read")]
internal sealed class YearPageModel(StandardsDb db, IWorkingCalendar calendar, IAccess access, TimeProvider time) : PageModel
{
    public int Year { get; private set; }

    public IReadOnlyList<CalendarDay> Marked { get; private set; } = [];

    public IReadOnlyList<CalendarChange> Changes { get; private set; } = [];

    public bool CanEdit => access.Allows(User, "standards.calendar");

    public async Task OnGetAsync(int? year, CancellationToken cancellationToken)
    {
        Year = year is >= 2000 and <= 2100 ? year.Value : time.Today().Year;
        var (first, last) = (new DateOnly(Year, 1, 1), new DateOnly(Year, 12, 31));
        Marked = await db.CalendarDays.AsNoTracking().Where(d => d.Day >= first && d.Day <= last).OrderBy(d => d.Day).ToListAsync(cancellationToken);
        Changes = await db.CalendarChanges.AsNoTracking().Where(d => d.Day >= first && d.Day <= last).OrderByDescending(d => d.ChangedAt).ThenBy(d => d.Day).Take(200).ToListAsync(cancellationToken);
    }

    public string Mark(int month, int day) =>
        day > DateTime.DaysInMonth(Year, month) ? "" : Marked.FirstOrDefault(d => d.Day == new DateOnly(Year, month, day)) is { } marked ? marked.IsWorkingDay ? "班" : "休"
        : calendar.IsWorkingDay(new DateOnly(Year, month, day)) ? "·" : "";

    public int WorkingDays(int month) => Enumerable.Range(1, DateTime.DaysInMonth(Year, month)).Count(d => calendar.IsWorkingDay(new(Year, month, d)));
}
