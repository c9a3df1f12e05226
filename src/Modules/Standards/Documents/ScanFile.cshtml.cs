using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using SocialAssistance.Platform.Security;
using SocialAssistance.Standards.Data;

namespace SocialAssistance.Standards.Documents;

/// <summary>Hands out the scan; always as a download, so that nothing in it runs in the page.</summary>
[Allow("standards.read")]
internal sealed class ScanFileModel(StandardsDb db) : PageModel
{
    public async Task<IActionResult> OnGetAsync(Guid id, CancellationToken cancellationToken)
    {
        if (await db.Scans.AsNoTracking().SingleOrDefaultAsync(s => s.DocumentId == id, cancellationToken) is not { } scan)
        {
            return NotFound();
        }

        Response.Headers.XContentTypeOptions = "nosniff";
        return File(scan.Content, scan.ContentType, scan.FileName);
    }
}
