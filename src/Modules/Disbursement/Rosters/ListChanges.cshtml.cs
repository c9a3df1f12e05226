using MediatR;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using SocialAssistance.Contracts.Accounts;
using SocialAssistance.Disbursement.Data;
using SocialAssistance.Platform.Audit;
using SocialAssistance.Platform.Security;
using SocialAssistance.Platform.TagHelpers;

namespace SocialAssistance.Disbursement.Rosters;

/// <summary>变动明细: which household changed, and the event that explains it.</summary>
[Allow(Actions.View)]
internal sealed class ListChangesModel(IMediator mediator, IAuditTrail audit, IDivisions divisions) : PageModel
{
    public ChangeList List { get; private set; } = null!;

    public IReadOnlyList<Choice> CauseChoices => [.. Causes.Names.Select(c => new Choice(c.Key, c.Value))];

    public string Place(string divisionCode) => divisions.FullName(divisionCode);

    public async Task<IActionResult> OnGetAsync(Guid rosterId, string? cause, int after, CancellationToken cancellationToken)
    {
        if (await mediator.Send(new ListChangesQuery(rosterId, cause, after), cancellationToken) is not { } list)
        {
            return NotFound();
        }

        List = list;
        await audit.ViewedAsync(nameof(Roster), $"{rosterId}", "核对发放变动", null, cancellationToken);
        return Page();
    }
}
