using MediatR;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using SocialAssistance.Platform.Audit;
using SocialAssistance.Platform.Security;

namespace SocialAssistance.Accounts.Trail;

/// <summary>轨迹核验: recomputes the chain of the trail and names the first row that differs.</summary>
[Allow("audit.view")]
internal sealed class VerifyTrailModel(IMediator mediator) : PageModel
{
    [BindProperty]
    public string? Printed { get; set; }

    public AuditChainReport? Report { get; private set; }

    public void OnGet()
    {
    }

    public async Task OnPostAsync(CancellationToken cancellationToken) => Report = await mediator.Send(new VerifyTrailQuery(Printed), cancellationToken);
}
