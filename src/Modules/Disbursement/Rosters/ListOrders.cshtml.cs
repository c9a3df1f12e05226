using MediatR;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using SocialAssistance.Contracts.Accounts;
using SocialAssistance.Disbursement.Data;
using SocialAssistance.Platform.Audit;
using SocialAssistance.Platform.Security;
using SocialAssistance.Platform.TagHelpers;

namespace SocialAssistance.Disbursement.Rosters;

/// <summary>发放清单: every row of the bank list.</summary>
[Allow(Actions.View)]
internal sealed class ListOrdersModel(IMediator mediator, IAuditTrail audit, IDivisions divisions) : PageModel
{
    public OrderList List { get; private set; } = null!;

    public IReadOnlyList<Choice> Townships => [.. divisions.Townships().Select(t => new Choice(t.Code, t.Name))];

    public string Place(string divisionCode) => divisions.FullName(divisionCode);

    public async Task<IActionResult> OnGetAsync(Guid rosterId, string? township, string? outcome, int after, CancellationToken cancellationToken)
    {
        if (await mediator.Send(new ListOrdersQuery(rosterId, township, outcome, after), cancellationToken) is not { } list)
        {
            return NotFound();
        }

        List = list;
        await audit.ViewedAsync(nameof(Roster), $"{rosterId}", "核对发放清单", null, cancellationToken);
        return Page();
    }
}
