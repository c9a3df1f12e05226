using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using SocialAssistance.Cases.Data;
using SocialAssistance.Contracts.Accounts;
using SocialAssistance.Contracts.Cases;
using SocialAssistance.Contracts.Programs;
using SocialAssistance.Platform.Security;
using SocialAssistance.Platform.TagHelpers;

namespace SocialAssistance.Cases.CaseFiles;

/// <summary>概况: the one page about a family, with the next step on top.</summary>
[Allow("cases.read")]
internal sealed class OverviewModel(CaseViewing viewing, CasesDb db, CaseSteps steps, IDivisions divisions) : PageModel
{
    public CaseHeader Header { get; private set; } = null!;

    public CaseFacts Facts { get; private set; } = null!;

    public Assessment? Assessment { get; private set; }

    public string Address { get; private set; } = "";

    public string AcceptedBy { get; private set; } = "";

    public NextStep? Next { get; private set; }

    public IReadOnlyList<CaseTask> Tasks { get; private set; } = [];

    public IReadOnlyList<TimelineEntry> Recent { get; private set; } = [];

    public async Task<IActionResult> OnGetAsync(Guid caseId, CancellationToken cancellationToken)
    {
        if (await viewing.OpenAsync(caseId, "概况", cancellationToken) is not { } header)
        {
            return NotFound();
        }

        Header = header;
        var file = await db.CaseFiles.AsNoTracking().SingleAsync(c => c.Id == caseId, cancellationToken);
        Facts = await db.FactVersions.AsNoTracking().Where(v => v.CaseId == caseId && v.Number == file.FactVersion).Select(v => v.Facts).SingleAsync(cancellationToken);
        Assessment = await db.Determinations.AsNoTracking().Where(d => d.Id == file.DeterminationId).Select(d => d.Assessment).SingleOrDefaultAsync(cancellationToken);
        Recent = await db.TimelineEntries.AsNoTracking().Where(t => t.CaseId == caseId).OrderByDescending(t => t.At).ThenByDescending(t => t.Id).Take(5).ToListAsync(cancellationToken);
        Address = divisions.FullName(header.DivisionCode) + Facts.Address;
        AcceptedBy = file.AcceptedByName;
        (Next, Tasks) = steps.Of(file);
        return Page();
    }
}
