using MediatR;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using SocialAssistance.Contracts.Cases;
using SocialAssistance.Disbursement.Rosters;
using SocialAssistance.Platform.Audit;
using SocialAssistance.Platform.Security;

namespace SocialAssistance.Disbursement.Families;

/// <summary>发放: what the family is due, the account it goes to, and what was paid.</summary>
[Allow(Actions.CasePayments)]
internal sealed class ShowPaymentsModel(IMediator mediator, ICases cases, IAuditTrail audit, IAccess access) : PageModel
{
    public CaseHeader Header { get; private set; } = null!;

    public FamilyPayments Payments { get; private set; } = null!;

    public bool MaySeeRosters => access.Allows(User, Actions.View);

    public bool MayChange => access.Allows(Actions.RequestPayee, Header.DivisionCode, Header.Stage);

    public async Task<IActionResult> OnGetAsync(Guid caseId, string? after, CancellationToken cancellationToken)
    {
        if (await cases.FindAsync(caseId, cancellationToken) is not { } header)
        {
            return NotFound();
        }

        Header = header;
        Payments = await mediator.Send(new ShowPaymentsQuery(caseId, header.HouseholdId, after), cancellationToken);
        await audit.ViewedAsync("CaseFile", $"{caseId}", "查看发放记录", caseId, cancellationToken);
        return Page();
    }
}
