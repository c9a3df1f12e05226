using MediatR;
using Microsoft.EntityFrameworkCore;
using Npgsql;
using NpgsqlTypes;
using SocialAssistance.Cases.CaseFiles;
using SocialAssistance.Cases.Data;
using SocialAssistance.Contracts.Cases;
using SocialAssistance.Contracts.Standards;
using SocialAssistance.Platform.Data;
using SocialAssistance.Platform.Security;
using SocialAssistance.Rules.Deadlines;

namespace SocialAssistance.Cases.Deadlines;

/// <summary>
/// Counts the open deadlines again when the working days change: a case keeps the number of working days it was given, and
/// working days lost to a pause are those of the new calendar.
/// </summary>
internal sealed class MoveDeadlines(CasesDb db, UnitOfWork unitOfWork, ICurrentUser user, TimeProvider time) : ICaseDeadlines, INotificationHandler<CalendarChanged>
{
    public Task<IReadOnlyList<DeadlineMove>> MovesAsync(WorkingDayCalendar before, WorkingDayCalendar after, CancellationToken cancellationToken) =>
        MovesAsync(db.CaseFiles.AsNoTracking(), before, after, cancellationToken);

    public async Task Handle(CalendarChanged notification, CancellationToken cancellationToken)
    {
        // The calendar is the county's, whoever imported it.
        var moves = await MovesAsync(db.CaseFiles.AsNoTracking().IgnoreQueryFilters(), notification.Before, notification.After, cancellationToken);
        if (moves.Count == 0)
        {
            return;
        }

        object?[] values =
        [
            moves.Select(m => m.CaseId).ToArray(), new NpgsqlParameter { Value = moves.Select(m => m.After).ToArray(), NpgsqlDbType = NpgsqlDbType.Array | NpgsqlDbType.Date },
            moves.Select(_ => Guid.CreateVersion7()).ToArray(), moves.Select(m => $"工作日历调整（{notification.Notice}），最晚办结日由 {m.Before:yyyy-MM-dd} 改为 {m.After:yyyy-MM-dd}").ToArray(),
            time.GetUtcNow(), user.Name,
        ];
        // A resting clock is the one thing that reads the due day before writing it; its open form is refused.
        await unitOfWork.ExecuteAsync("""
            with moves as (select * from unnest($1, $2, $3, $4) as m (case_id, due_on, entry_id, line)),
            moved as (update cases.case_files c set due_on = m.due_on, version = c.version + (c.paused_since is not null)::int from moves m where c.id = m.case_id returning c.id)
            insert into cases.timeline_entries (id, case_id, at, actor_name, kind, text)
            select m.entry_id, m.case_id, $5, $6, 'deadline-moved', m.line from moves m join moved on moved.id = m.case_id
            """, values, cancellationToken);
    }

    private async Task<IReadOnlyList<DeadlineMove>> MovesAsync(IQueryable<CaseFile> files, WorkingDayCalendar before, WorkingDayCalendar after, CancellationToken cancellationToken)
    {
        var open = Stages.Open.ToArray();
        var cases = await files.Where(c => open.Contains(c.Stage)).OrderBy(c => c.Number).Select(c => new { c.Id, c.Number, c.DivisionCode, c.AcceptedOn, c.DueOn }).ToListAsync(cancellationToken);
        var ids = cases.Select(c => c.Id).ToArray();
        var pauses = (await db.ClockPauses.AsNoTracking().Where(p => p.ToDay != null && ids.Contains(p.CaseId)).ToListAsync(cancellationToken)).ToLookup(p => p.CaseId);
        return [.. cases.Select(c => new DeadlineMove(c.Id, c.Number, c.DivisionCode, c.DueOn, Again(c.AcceptedOn, c.DueOn, pauses[c.Id], before, after))).Where(m => m.Before != m.After)];
    }

    private static DateOnly Again(DateOnly accepted, DateOnly due, IEnumerable<ClockPause> pauses, WorkingDayCalendar before, WorkingDayCalendar after)
    {
        var days = WorkingDays.Between(accepted, due, before)
            - pauses.Sum(p => WorkingDays.Between(p.FromDay, p.ToDay!.Value, before) - WorkingDays.Between(p.FromDay, p.ToDay.Value, after));
        return WorkingDays.Add(accepted, Math.Max(0, days), after) ?? due;
    }
}
