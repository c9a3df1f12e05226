using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using SocialAssistance.Cases.CaseFiles;
using SocialAssistance.Cases.Data;
using SocialAssistance.Platform.Security;

namespace SocialAssistance.Cases.Publicity;

/// <summary>公示监督 (C11): is every sheet posted, is none overdue, does any hold more than it may.</summary>
[Allow("publicity.supervise")]
internal sealed class SupervisionModel(CasesDb db, CaseDesk desk) : PageModel
{
    public IReadOnlyList<PublicityPageModel.NoticeLine> Notices { get; private set; } = [];

    /// <summary>Sheets with a digit in the name column: an identity number or telephone that slipped in.</summary>
    public IReadOnlySet<Guid> Suspicious { get; private set; } = new HashSet<Guid>();

    public DateOnly Today => desk.Today;

    public async Task OnGetAsync(CancellationToken cancellationToken)
    {
        Notices = await PublicityPageModel.Lines(db, db.PublicityNotices.Where(n => n.ClosedOn == null).OrderBy(n => n.ToDay).ThenBy(n => n.DivisionCode)).Take(500).ToListAsync(cancellationToken);
        var ids = Notices.Select(n => n.Id).ToArray();
        Suspicious = (await db.PublicityLines.AsNoTracking().Where(l => ids.Contains(l.NoticeId) && System.Text.RegularExpressions.Regex.IsMatch(l.Name, "[0-9]")).Select(l => l.NoticeId).Distinct().ToListAsync(cancellationToken)).ToHashSet();
    }
}
