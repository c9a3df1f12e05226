using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using SocialAssistance.Contracts.Accounts;
using SocialAssistance.Disbursement.Data;
using SocialAssistance.Disbursement.Rosters;
using SocialAssistance.Platform.Audit;
using SocialAssistance.Platform.Security;
using SocialAssistance.Platform.TagHelpers;

namespace SocialAssistance.Disbursement.Summaries;

/// <summary>签收表: the roster of one village for signatures, A4 across.</summary>
[Allow(Actions.View)]
internal sealed class ShowSignaturesModel(DisbursementDb db, IAuditTrail audit, IDivisions divisions) : PageModel
{
    private const int Most = 2_000;

    public Roster Roster { get; private set; } = null!;

    public IReadOnlyList<Choice> Villages { get; private set; } = [];

    public string Village { get; private set; } = "";

    public IReadOnlyList<RosterOrder> Rows { get; private set; } = [];

    public string Place(string division) => divisions.FullName(division);

    public async Task<IActionResult> OnGetAsync(Guid rosterId, string? village, CancellationToken cancellationToken)
    {
        if (await db.Rosters.AsNoTracking().FirstOrDefaultAsync(r => r.Id == rosterId, cancellationToken) is not { } roster)
        {
            return NotFound();
        }

        Roster = roster;
        var codes = await db.RosterOrders.Where(o => o.RosterId == rosterId).Select(o => o.DivisionCode).Distinct().OrderBy(c => c).ToListAsync(cancellationToken);
        Villages = [.. codes.Select(c => new Choice(c, Place(c)))];
        Village = codes.Contains(village ?? "") ? village! : codes.FirstOrDefault() ?? "";
        Rows = await db.RosterOrders.AsNoTracking().Where(o => o.RosterId == rosterId && o.DivisionCode == Village).OrderBy(o => o.Number).Take(Most).ToListAsync(cancellationToken);
        await audit.ViewedAsync(nameof(Roster), $"{rosterId}", "打印签收表", null, cancellationToken);
        return Page();
    }
}
