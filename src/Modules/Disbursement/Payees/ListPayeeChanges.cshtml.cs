using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using SocialAssistance.Contracts.Accounts;
using SocialAssistance.Disbursement.Data;
using SocialAssistance.Disbursement.Rosters;
using SocialAssistance.Platform.Security;

namespace SocialAssistance.Disbursement.Payees;

/// <summary>账号变更: new accounts that wait for the second person, and those decided.</summary>
[Allow("disbursement.payee-changes")]
internal sealed class ListPayeeChangesModel(DisbursementDb db, IAccess access, ICurrentUser user, IDivisions divisions) : PageModel
{
    private const int PageSize = 50;

    public IReadOnlyList<PayeeChange> Rows { get; private set; } = [];

    public string? After { get; private set; }

    public int Total { get; private set; }

    public string Place(string divisionCode) => divisions.FullName(divisionCode);

    public bool MayDecide(PayeeChange change) => change.RequestedBy != user.Id && access.Allows(Actions.ApprovePayee, change.DivisionCode, "");

    public async Task OnGetAsync(string? status, Guid? after, CancellationToken cancellationToken)
    {
        var all = db.PayeeChanges.AsNoTracking().Where(c => status == null || status == "" || c.Status == status);
        Total = await all.CountAsync(cancellationToken);
        // Identifiers rise with time, so newest first needs no other cursor; what waits is shown on the first page, on top.
        var page = await all.Where(c => after == null || c.Id < after).OrderByDescending(c => c.Id).Take(PageSize + 1).ToListAsync(cancellationToken);
        After = page.Count > PageSize ? $"{page[PageSize - 1].Id}" : null;
        Rows = [.. page.Take(PageSize).OrderBy(c => c.Status == PayeeChange.Requested ? 0 : 1)];
    }
}
