using MediatR;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using SocialAssistance.Contracts.Accounts;
using SocialAssistance.Disbursement.Data;
using SocialAssistance.Disbursement.Rosters;
using SocialAssistance.Platform.Audit;
using SocialAssistance.Platform.Security;

namespace SocialAssistance.Disbursement.Summaries;

/// <summary>发放汇总表: the paper that bureau and finance sign, with the head of the chain.</summary>
[Allow(Actions.View)]
internal sealed class ShowSummaryModel(IMediator mediator, IAuditTrail audit, IDivisions divisions) : PageModel
{
    public RosterSummary Summary { get; private set; } = null!;

    public string Place(string prefix) => divisions.Townships().FirstOrDefault(t => t.Code.StartsWith(prefix, StringComparison.Ordinal))?.Name ?? prefix;

    public async Task<IActionResult> OnGetAsync(Guid rosterId, CancellationToken cancellationToken)
    {
        if (await mediator.Send(new ShowSummaryQuery(rosterId), cancellationToken) is not { } summary)
        {
            return NotFound();
        }

        Summary = summary;
        await audit.ViewedAsync(nameof(Roster), $"{rosterId}", "打印发放汇总表", null, cancellationToken);
        return Page();
    }
}
