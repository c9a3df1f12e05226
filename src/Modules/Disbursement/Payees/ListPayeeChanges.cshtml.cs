using MediatR;
using Microsoft.AspNetCore.Mvc.RazorPages;
using SocialAssistance.Contracts.Accounts;
using SocialAssistance.Disbursement.Data;
using SocialAssistance.Disbursement.Rosters;
using SocialAssistance.Platform.Security;

namespace SocialAssistance.Disbursement.Payees;

/// <summary>账号变更: new accounts that wait for the second person, and those decided.</summary>
[Allow("disbursement.payee-changes")]
internal sealed class ListPayeeChangesModel(IMediator mediator, IAccess access, ICurrentUser user, IDivisions divisions) : PageModel
{
    public PayeeChangeList List { get; private set; } = null!;

    public string Place(string divisionCode) => divisions.FullName(divisionCode);

    public bool MayDecide(PayeeChange change) => change.RequestedBy != user.Id && access.Allows(Actions.ApprovePayee, change.DivisionCode, "");

    public async Task OnGetAsync(string? status, Guid? after, CancellationToken cancellationToken) =>
        List = await mediator.Send(new ListPayeeChangesQuery(status, after), cancellationToken);
}
