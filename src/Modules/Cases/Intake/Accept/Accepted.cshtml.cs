using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using SocialAssistance.Cases.Data;
using SocialAssistance.Cases.Materials;
using SocialAssistance.Contracts.Cases;
using SocialAssistance.Platform.Security;

namespace SocialAssistance.Cases.Intake.Accept;

/// <summary>The result of an acceptance: number, promised day, receipt, next applicant.</summary>
[Allow("cases.intake")]
internal sealed class AcceptedModel(ICases cases, CasesDb db) : PageModel
{
    public CaseHeader Header { get; private set; } = null!;

    public int MissingCount { get; private set; }

    public bool Supplement => Header.Stage == Stages.Supplement;

    public async Task<IActionResult> OnGetAsync(Guid caseId, CancellationToken cancellationToken)
    {
        if (await cases.FindAsync(caseId, cancellationToken) is not { } header)
        {
            return NotFound();
        }

        Header = header;
        MissingCount = Supplement ? await db.CaseMaterials.CountAsync(m => m.CaseId == caseId && m.Status == MaterialStatus.Missing, cancellationToken) : 0;
        return Page();
    }
}
