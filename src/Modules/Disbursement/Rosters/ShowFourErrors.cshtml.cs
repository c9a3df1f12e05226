using MediatR;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using SocialAssistance.Contracts.Accounts;
using SocialAssistance.Platform.Audit;
using SocialAssistance.Platform.Security;

namespace SocialAssistance.Disbursement.Rosters;

/// <summary>四错核验: that nothing was paid too much, missed, twice or late, or by name what was.</summary>
[Allow(Actions.View)]
internal sealed class ShowFourErrorsModel(IMediator mediator, IAuditTrail audit, IDivisions divisions) : PageModel
{
    public FourErrors Result { get; private set; } = null!;

    [BindProperty(SupportsGet = true)]
    public int Months { get; set; } = 3;

    public string Place(string divisionCode) => divisions.FullName(divisionCode);

    public async Task<IActionResult> OnGetAsync(Guid rosterId, CancellationToken cancellationToken)
    {
        if (await mediator.Send(new ShowFourErrorsQuery(rosterId, Months), cancellationToken) is not { } result)
        {
            return NotFound();
        }

        Result = result;
        await audit.ViewedAsync("Roster", $"{rosterId}", "核验发放差错", null, cancellationToken);
        return Page();
    }
}
