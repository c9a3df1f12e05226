using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using SocialAssistance.Cases.Data;
using SocialAssistance.Platform.Security;

namespace SocialAssistance.Cases.Publicity;

/// <summary>The sheet for the wall: A4 landscape or A3, readable at one metre.</summary>
[Allow("publicity.read")]
internal sealed class NoticePrintModel(CasesDb db) : PageModel
{
    public PublicityNotice Notice { get; private set; } = null!;

    public IReadOnlyList<NoticeRow> Rows { get; private set; } = [];

    public bool IsA3 { get; private set; }

    public async Task<IActionResult> OnGetAsync(Guid noticeId, string? paper, CancellationToken cancellationToken)
    {
        if (await db.PublicityNotices.AsNoTracking().FirstOrDefaultAsync(n => n.Id == noticeId, cancellationToken) is not { } notice)
        {
            return NotFound();
        }

        (Notice, IsA3) = (notice, paper == "a3");
        Rows = [.. (await db.PublicityLines.AsNoTracking().Where(l => l.NoticeId == noticeId).OrderBy(l => l.Position).ToListAsync(cancellationToken)).Select(l => l.Shown)];
        return Page();
    }
}
