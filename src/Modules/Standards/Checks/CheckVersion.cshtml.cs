using MediatR;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using SocialAssistance.Platform.Messaging;
using SocialAssistance.Platform.Security;
using SocialAssistance.Standards.Versions;

namespace SocialAssistance.Standards.Checks;

/// <summary>核验和提交: what is wrong, what is unusual, and the golden cases with the version applied.</summary>
[Allow("standards.edit")]
internal sealed class CheckVersionModel(IMediator mediator, VersionDesk desk, VersionChecks checks) : PageModel, IReloads
{
    [BindProperty(SupportsGet = true)]
    public Guid Id { get; set; }

    [BindProperty]
    public CheckInput Input { get; set; } = new();

    public StandardVersion Stored { get; private set; } = null!;

    public IReadOnlyList<LineView> Lines { get; private set; } = [];

    public CheckReport Report { get; private set; } = new([], []);

    public async Task<IActionResult> OnGetAsync(CancellationToken cancellationToken)
    {
        await ReloadAsync(cancellationToken);
        return Stored is null ? NotFound() : Page();
    }

    public async Task<IActionResult> OnPostSubmitAsync(CancellationToken cancellationToken)
    {
        var result = await mediator.Send(new SubmitVersion(Id, Input.RowVersion, Input.WarningReason), cancellationToken);
        if (result.Refusal is not { } refusal)
        {
            return this.Done("/standards/versions", result.Value);
        }

        await ReloadAsync(cancellationToken);
        return Stored is null ? NotFound() : this.Refuse(refusal);
    }

    public async Task ReloadAsync(CancellationToken cancellationToken)
    {
        Stored = (await desk.ReadAsync(Id, cancellationToken))!;
        if (Stored is not null)
        {
            Lines = await desk.ViewAsync(Stored, cancellationToken);
            Report = await checks.RunAsync(Stored, cancellationToken);
        }
    }
}

/// <summary>What is typed on the page.</summary>
internal sealed class CheckInput
{
    public int RowVersion { get; set; }

    public string? WarningReason { get; set; }
}
