using MediatR;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using SocialAssistance.Contracts.Accounts;
using SocialAssistance.Platform.Messaging;
using SocialAssistance.Platform.Security;
using SocialAssistance.Standards.Data;

namespace SocialAssistance.Standards.Delegations;

/// <summary>收回委托.</summary>
[Allow("standards.delegate")]
internal sealed class RevokePageModel(IMediator mediator, StandardsDb db, IDivisions divisions) : PageModel, IReloads
{
    [BindProperty(SupportsGet = true)]
    public Guid Id { get; set; }

    [BindProperty]
    public RevokeInput Input { get; set; } = new();

    public Delegation Stored { get; private set; } = null!;

    public string Place => divisions.Name(Stored.TownshipCode);

    public async Task<IActionResult> OnGetAsync(CancellationToken cancellationToken)
    {
        await ReloadAsync(cancellationToken);
        return Stored is null ? NotFound() : Page();
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellationToken)
    {
        await ReloadAsync(cancellationToken);
        if (Stored is null)
        {
            return NotFound();
        }

        var result = await mediator.Send(new RevokeDelegation(Id, Input.Version, Input.RevocationReason), cancellationToken);
        return result.Refusal is { } refusal ? this.Refuse(refusal) : this.Done("/standards/delegations", result.Value);
    }

    public async Task ReloadAsync(CancellationToken cancellationToken) =>
        Stored = (await db.Delegations.AsNoTracking().SingleOrDefaultAsync(d => d.Id == Id, cancellationToken))!;
}

/// <summary>What is typed to revoke.</summary>
internal sealed class RevokeInput
{
    public int Version { get; set; }

    public string? RevocationReason { get; set; }
}
