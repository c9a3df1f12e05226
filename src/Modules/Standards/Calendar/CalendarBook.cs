using MediatR;
using Microsoft.EntityFrameworkCore;
using SocialAssistance.Contracts.Standards;
using SocialAssistance.Platform.Security;
using SocialAssistance.Rules.Deadlines;
using SocialAssistance.Standards.Data;

namespace SocialAssistance.Standards.Calendar;

/// <summary>Enters notices: days they name replace what was known of them, other days stay, and the change is told to whoever counts days.</summary>
internal sealed class CalendarBook(StandardsDb db, IMediator mediator, ICurrentUser user, TimeProvider time)
{
    /// <summary>The working days now, and with these days entered.</summary>
    public async Task<(WorkingDayCalendar Before, WorkingDayCalendar After)> WithAsync(IReadOnlyList<CalendarDay> days, CancellationToken cancellationToken)
    {
        var known = await db.CalendarDays.AsNoTracking().ToListAsync(cancellationToken);
        return (Of(known), Of(days.Concat(known).DistinctBy(d => d.Day)));
    }

    /// <summary>Enters the days in the caller's transaction.</summary>
    public async Task EnterAsync(IReadOnlyList<CalendarDay> days, CancellationToken cancellationToken)
    {
        var (before, after) = await WithAsync(days, cancellationToken);
        var known = await db.CalendarDays.ToDictionaryAsync(d => d.Day, cancellationToken);
        foreach (var day in days)
        {
            if (known.TryGetValue(day.Day, out var present))
            {
                (present.IsWorkingDay, present.Notice) = (day.IsWorkingDay, day.Notice);
            }
            else
            {
                db.Add(new CalendarDay { Day = day.Day, IsWorkingDay = day.IsWorkingDay, Notice = day.Notice });
            }

            if (before.IsWorkingDay(day.Day) != day.IsWorkingDay)
            {
                db.Add(new CalendarChange
                {
                    Id = Guid.CreateVersion7(), Day = day.Day, WasWorkingDay = !day.IsWorkingDay, IsWorkingDay = day.IsWorkingDay, Notice = day.Notice, ChangedByName = user.Name, ChangedAt = time.GetUtcNow(),
                });
            }
        }

        await db.SaveChangesAsync(cancellationToken);
        await mediator.Publish(new CalendarChanged(before, after, string.Join('、', days.Select(d => d.Notice).Distinct())), cancellationToken);
    }

    private static WorkingDayCalendar Of(IEnumerable<CalendarDay> days)
    {
        var all = days.ToArray();
        return new(all.Where(d => !d.IsWorkingDay).Select(d => d.Day), all.Where(d => d.IsWorkingDay).Select(d => d.Day));
    }
}
