using MediatR;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using SocialAssistance.Disbursement.Data;
using SocialAssistance.Platform.Messaging;
using SocialAssistance.Platform.Security;
using SocialAssistance.Platform.TagHelpers;

namespace SocialAssistance.Disbursement.Rosters;

/// <summary>移出本批: takes a household out of a roster, with the reason.</summary>
[Allow(Actions.Prepare)]
internal sealed class ExcludeHouseholdModel(IMediator mediator, DisbursementDb db) : PageModel, IReloads
{
    [BindProperty(SupportsGet = true)]
    public Guid RosterId { get; set; }

    [BindProperty(SupportsGet = true)]
    public Guid Household { get; set; }

    [BindProperty]
    public string? Reason { get; set; }

    public RosterOrder Order { get; private set; } = null!;

    public async Task<IActionResult> OnGetAsync(CancellationToken cancellationToken)
    {
        await ReloadAsync(cancellationToken);
        return Order is null ? NotFound() : Page();
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellationToken)
    {
        var result = await mediator.Send(new ExcludeHouseholdCommand(RosterId, Household, Reason), cancellationToken);
        if (result.Refusal is { } refusal)
        {
            await ReloadAsync(cancellationToken);
            if (Order is null)
            {
                this.Warn(refusal.Message);
                return LocalRedirect($"/disbursement/rosters/{RosterId}");
            }

            return this.Refuse(refusal);
        }

        this.Success($"已把{result.Value}户移出本批，名单正在重新生成。");
        return LocalRedirect($"/disbursement/rosters/{RosterId}");
    }

    public async Task ReloadAsync(CancellationToken cancellationToken) =>
        Order = (await db.RosterOrders.AsNoTracking().FirstOrDefaultAsync(o => o.RosterId == RosterId && o.HouseholdId == Household, cancellationToken))!;
}
