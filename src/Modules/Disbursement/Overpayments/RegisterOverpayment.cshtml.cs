using MediatR;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using SocialAssistance.Disbursement.Rosters;
using SocialAssistance.Platform.Messaging;
using SocialAssistance.Platform.Security;
using SocialAssistance.Platform.TagHelpers;

namespace SocialAssistance.Disbursement.Overpayments;

/// <summary>登记追回: what the family said, the ground, and the instalments.</summary>
[Allow(Actions.Prepare)]
internal sealed class RegisterOverpaymentModel(IMediator mediator, OverpaymentDesk desk, ICurrentUser user) : PageModel, IReloads
{
    [BindProperty]
    public RegisterOverpaymentCommand Input { get; set; } = new();

    public FoundOverpayment? Found { get; private set; }

    public async Task OnGetAsync(Guid household, CancellationToken cancellationToken)
    {
        Input = new() { Household = household };
        await ReloadAsync(cancellationToken);
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellationToken)
    {
        var result = await mediator.Send(Input, cancellationToken);
        if (result.Refusal is { } refusal)
        {
            await ReloadAsync(cancellationToken);
            return this.Refuse(refusal);
        }

        this.Success("已登记追回。请打印告知书送达，并按期登记退回的款项。");
        return LocalRedirect($"/disbursement/overpayments/{result.Value}");
    }

    public async Task ReloadAsync(CancellationToken cancellationToken) =>
        Found = (await desk.FoundAsync(Input.Household, user.AreaPrefix, cancellationToken)).SingleOrDefault();
}
