using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using SocialAssistance.Cases.CaseFiles;
using SocialAssistance.Cases.Data;
using SocialAssistance.Cases.Supplements;
using SocialAssistance.Platform.Security;

namespace SocialAssistance.Cases.Letters;

/// <summary>一次性告知书: every missing paper on one page. Every print is recorded.</summary>
[Allow("cases.letters.print")]
internal sealed class SupplementLetterModel(LetterDesk letters, CasesDb db) : PageModel
{
    public CaseFile Case { get; private set; } = null!;

    public SupplementNotice Notice { get; private set; } = null!;

    public string ProgramName => letters.ProgramName(Case);

    public string Basis => letters.Profile(Case).SupplementBasis;

    public string Office => letters.Office(Case);

    public async Task<IActionResult> OnGetAsync(Guid caseId, CancellationToken cancellationToken)
    {
        var notice = await db.SupplementNotices.AsNoTracking().Where(n => n.CaseId == caseId).OrderByDescending(n => n.ToldOn).ThenByDescending(n => n.Id).FirstOrDefaultAsync(cancellationToken);
        if (notice is null || await letters.OpenAsync(caseId, "supplement-notice", "打印补正告知书", cancellationToken) is not { } file)
        {
            return NotFound();
        }

        (Case, Notice) = (file, notice);
        return Page();
    }
}
