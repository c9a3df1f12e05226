using Microsoft.AspNetCore.Http;
using Microsoft.EntityFrameworkCore;
using SocialAssistance.Cases.Data;
using SocialAssistance.Platform.Security;
using SocialAssistance.Platform.Time;

namespace SocialAssistance.Cases.Publicity.Public;

/// <summary>A sheet as anybody may see it; it carries the allowed fields and no identifier of a case.</summary>
internal sealed record PublicSheet(string DivisionCode, string Program, DateOnly FromDay, DateOnly ToDay, string Phone, IReadOnlyList<NoticeRow> Rows);

/// <summary>A sheet in a list.</summary>
internal sealed record PublicEntry(Guid Id, string DivisionCode, string Program, DateOnly FromDay, DateOnly ToDay);

/// <summary>Reads running sheets for people who are not signed in; nothing else of a case is reachable from here.</summary>
internal sealed class PublicNotices(CasesDb db, TimeProvider time)
{
    /// <summary>Running sheets under this part of the county.</summary>
    public async Task<IReadOnlyList<PublicEntry>> RunningAsync(string prefix, CancellationToken cancellationToken)
    {
        var today = time.Today();
        // Publicity is for everybody, wherever they belong.
        return await db.PublicityNotices.IgnoreQueryFilters().AsNoTracking()
            .Where(n => n.DivisionCode.StartsWith(prefix) && n.ClosedOn == null && n.FromDay <= today && n.ToDay >= today)
            .OrderBy(n => n.DivisionCode).ThenBy(n => n.FromDay).Take(2000)
            .Select(n => new PublicEntry(n.Id, n.DivisionCode, n.Program, n.FromDay, n.ToDay)).ToListAsync(cancellationToken);
    }

    /// <summary>One sheet: null when unknown; without a sheet when its time is over.</summary>
    public async Task<(bool Known, PublicSheet? Sheet)> FindAsync(Guid noticeId, CancellationToken cancellationToken)
    {
        var notice = await db.PublicityNotices.IgnoreQueryFilters().AsNoTracking().FirstOrDefaultAsync(n => n.Id == noticeId, cancellationToken);
        if (notice is null || time.Today() < notice.FromDay)
        {
            return (false, null);
        }

        if (!notice.IsRunning(time.Today()))
        {
            return (true, null);
        }

        var lines = await db.PublicityLines.AsNoTracking().Where(l => l.NoticeId == noticeId).OrderBy(l => l.Position).ToListAsync(cancellationToken);
        // Neighbours know the family from the wall; the whole internet need not learn the name.
        return (true, new(notice.DivisionCode, notice.Program, notice.FromDay, notice.ToDay, notice.Phone, [.. lines.Select(l => l.Shown with { Name = Mask.Name(l.Name) })]));
    }

    /// <summary>Search engines neither list nor keep these pages.</summary>
    public static void KeepOutOfSearch(HttpResponse response) => response.Headers["X-Robots-Tag"] = "noindex, nofollow, noarchive";
}
