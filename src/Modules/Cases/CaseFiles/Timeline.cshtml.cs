using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using SocialAssistance.Cases.Data;
using SocialAssistance.Contracts.Cases;
using SocialAssistance.Platform.Security;

namespace SocialAssistance.Cases.CaseFiles;

/// <summary>经过: what happened to the case, newest first.</summary>
[Allow("cases.read")]
internal sealed class TimelineModel(CaseViewing viewing, CasesDb db) : PageModel
{
    private const int PageSize = 50;

    public CaseHeader Header { get; private set; } = null!;

    public IReadOnlyList<TimelineEntry> Entries { get; private set; } = [];

    public string? After { get; private set; }

    public async Task<IActionResult> OnGetAsync(Guid caseId, Guid? after, CancellationToken cancellationToken)
    {
        if (await viewing.OpenAsync(caseId, "经过", cancellationToken) is not { } header)
        {
            return NotFound();
        }

        Header = header;
        // Entry identifiers rise with time, so the last one shown is the cursor.
        var entries = db.TimelineEntries.AsNoTracking().Where(t => t.CaseId == caseId);
        if (after is { } cursor)
        {
            entries = entries.Where(t => t.Id < cursor);
        }

        var read = await entries.OrderByDescending(t => t.Id).Take(PageSize + 1).ToListAsync(cancellationToken);
        Entries = read.Count > PageSize ? read[..PageSize] : read;
        After = read.Count > PageSize ? $"{Entries[^1].Id}" : null;
        return Page();
    }
}
