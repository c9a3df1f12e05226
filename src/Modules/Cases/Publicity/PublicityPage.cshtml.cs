using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using SocialAssistance.Cases.CaseFiles;
using SocialAssistance.Cases.Data;
using SocialAssistance.Contracts.Cases;
using SocialAssistance.Platform.Security;

namespace SocialAssistance.Cases.Publicity;

/// <summary>公示管理 (W16): what waits, what hangs, what ended.</summary>
[Allow("publicity.read")]
internal sealed class PublicityPageModel(CasesDb db, PublicityQueue queue, CaseDesk desk, IAccess access, ProgramTitles titles) : PageModel
{
    public sealed record NoticeLine(Guid Id, string DivisionCode, string Program, DateOnly FromDay, DateOnly ToDay, DateOnly? ClosedOn, bool HasPhoto, DateOnly? RemindedOn, string? Reminder, int Count);

    public IReadOnlyList<(string Division, string Program, int Count)> Waiting { get; private set; } = [];

    public IReadOnlyList<NoticeLine> Open { get; private set; } = [];

    public IReadOnlyList<NoticeLine> Closed { get; private set; } = [];

    public string ProgramName(string program) => titles.Name(program);

    public DateOnly Today => desk.Today;

    public bool CanSupervise => access.Allows(User, "publicity.supervise");

    public bool CanPublicise(string division) => access.Allows("cases.publicise", division, Stages.Publicity);

    public async Task OnGetAsync(CancellationToken cancellationToken)
    {
        Waiting = await queue.ByVillageAsync(cancellationToken);
        Open = await Lines(db, db.PublicityNotices.Where(n => n.ClosedOn == null).OrderBy(n => n.ToDay).ThenBy(n => n.DivisionCode)).Take(200).ToListAsync(cancellationToken);
        Closed = await Lines(db, db.PublicityNotices.Where(n => n.ClosedOn != null).OrderByDescending(n => n.ClosedOn).ThenBy(n => n.DivisionCode)).Take(20).ToListAsync(cancellationToken);
    }

    internal static IQueryable<NoticeLine> Lines(CasesDb db, IQueryable<PublicityNotice> notices) =>
        notices.Select(n => new NoticeLine(n.Id, n.DivisionCode, n.Program, n.FromDay, n.ToDay, n.ClosedOn, n.PhotoFileId != null, n.RemindedOn, n.Reminder, db.PublicityLines.Count(l => l.NoticeId == n.Id)));
}
