using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using SocialAssistance.Disbursement.Data;
using SocialAssistance.Platform.Audit;
using SocialAssistance.Platform.Security;
using SocialAssistance.Platform.Time;

namespace SocialAssistance.Disbursement.Overpayments;

/// <summary>追回告知书: one sheet with the amount, the article, the plan and the remedies.</summary>
[Allow("disbursement.overpayments")]
internal sealed class ShowNoticeModel(DisbursementDb db, IAuditTrail audit, TimeProvider time) : PageModel
{
    public Overpayment Claim { get; private set; } = null!;

    public DateOnly Today => time.Today();

    public async Task<IActionResult> OnGetAsync(Guid claimId, CancellationToken cancellationToken)
    {
        if (await db.Overpayments.AsNoTracking().FirstOrDefaultAsync(o => o.Id == claimId, cancellationToken) is not { } claim)
        {
            return NotFound();
        }

        Claim = claim;
        await audit.ViewedAsync(nameof(Overpayment), $"{claimId}", "打印追回告知书", claim.CaseId, cancellationToken);
        return Page();
    }
}
