using MediatR;
using Microsoft.AspNetCore.Mvc.RazorPages;
using SocialAssistance.Contracts.Accounts;
using SocialAssistance.Disbursement.Rosters;
using SocialAssistance.Platform.Audit;
using SocialAssistance.Platform.Security;
using SocialAssistance.Platform.TagHelpers;

namespace SocialAssistance.Disbursement.Overpayments;

/// <summary>多发追回: what was found, what is claimed, what came back.</summary>
[Allow("disbursement.overpayments")]
internal sealed class ListOverpaymentsModel(IMediator mediator, IAuditTrail audit, IAccess access, IDivisions divisions) : PageModel
{
    public OverpaymentList List { get; private set; } = null!;

    public IReadOnlyList<Choice> Townships => [.. divisions.Townships().Select(t => new Choice(t.Code, t.Name))];

    public bool MayRegister => access.Allows(User, Actions.Prepare);

    public string Place(string divisionCode) => divisions.FullName(divisionCode);

    public async Task OnGetAsync(string? township, string? after, string? found, CancellationToken cancellationToken)
    {
        List = await mediator.Send(new ListOverpaymentsQuery(township, after, found), cancellationToken);
        await audit.ViewedAsync(nameof(Overpayment), "list", "核对多发追回", null, cancellationToken);
    }
}
