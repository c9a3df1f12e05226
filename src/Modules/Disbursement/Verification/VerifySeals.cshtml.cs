using MediatR;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using SocialAssistance.Disbursement.Rosters;
using SocialAssistance.Platform.Security;

namespace SocialAssistance.Disbursement.Verification;

/// <summary>封存核验: recomputes what was sealed and names the first thing that differs.</summary>
[Allow(Actions.View)]
internal sealed class VerifySealsModel(IMediator mediator) : PageModel
{
    [BindProperty]
    public string? Printed { get; set; }

    public SealReport? Report { get; private set; }

    public void OnGet()
    {
    }

    public async Task OnPostAsync(CancellationToken cancellationToken) => Report = await mediator.Send(new VerifySealsQuery(Printed), cancellationToken);
}
