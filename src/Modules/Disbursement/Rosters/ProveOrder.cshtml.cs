using MediatR;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using SocialAssistance.Contracts.Accounts;
using SocialAssistance.Platform.Audit;
using SocialAssistance.Platform.Security;

namespace SocialAssistance.Disbursement.Rosters;

/// <summary>一笔款的依据: from the clause and the calculation to the bank's answer.</summary>
[Allow(Actions.View)]
internal sealed class ProveOrderModel(IMediator mediator, IAuditTrail audit, IDivisions divisions) : PageModel
{
    public OrderProof Proof { get; private set; } = null!;

    public string Place(string divisionCode) => divisions.FullName(divisionCode);

    public async Task<IActionResult> OnGetAsync(Guid rosterId, int number, CancellationToken cancellationToken)
    {
        if (await mediator.Send(new ProveOrderQuery(rosterId, number), cancellationToken) is not { } proof)
        {
            return NotFound();
        }

        Proof = proof;
        await audit.ViewedAsync("Roster", $"{rosterId}", "核对一笔款的依据", proof.Order.CaseId, cancellationToken);
        return Page();
    }
}
