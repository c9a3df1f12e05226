using MediatR;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using SocialAssistance.Platform.Messaging;
using SocialAssistance.Platform.Security;
using SocialAssistance.Platform.TagHelpers;
using SocialAssistance.Standards.Versions;

namespace SocialAssistance.Standards.Checks;

/// <summary>A golden case that the version changes: the working, and the new result worked out by hand.</summary>
[Allow("standards.edit")]
internal sealed class ConfirmGoldenModel(IMediator mediator, VersionDesk desk, VersionChecks checks) : PageModel, IReloads
{
    [BindProperty(SupportsGet = true)]
    public Guid Id { get; set; }

    [BindProperty(SupportsGet = true)]
    public string? Case { get; set; }

    [BindProperty(SupportsGet = true)]
    public DateOnly? Day { get; set; }

    [BindProperty]
    public ResultInput Input { get; set; } = new();

    public StandardVersion Stored { get; private set; } = null!;

    public GoldenResult Golden { get; private set; } = null!;

    public IReadOnlyList<Choice> Papers { get; private set; } = [];

    public async Task<IActionResult> OnGetAsync(CancellationToken cancellationToken)
    {
        await ReloadAsync(cancellationToken);
        if (Golden is null)
        {
            return NotFound();
        }

        Input.DocumentId = Stored.DocumentId;
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellationToken)
    {
        await ReloadAsync(cancellationToken);
        if (Golden is null)
        {
            return NotFound();
        }

        var result = await mediator.Send(new ConfirmResult(Id, Input.RowVersion, Case, Day, Input.Expected, Input.DocumentId, Input.Article), cancellationToken);
        return result.Refusal is { } refusal ? this.Refuse(refusal) : this.Done($"/standards/versions/{Id}/checks", result.Value);
    }

    public async Task ReloadAsync(CancellationToken cancellationToken)
    {
        Stored = (await desk.ReadAsync(Id, cancellationToken))!;
        if (Stored is not null)
        {
            Golden = (await checks.RunAsync(Stored, cancellationToken)).Golden.FirstOrDefault(g => g.Case.Id == Case && g.Day == Day)!;
            Papers = PaperChoices.Of(await desk.PapersAsync(cancellationToken));
        }
    }
}

/// <summary>What is typed on the page.</summary>
internal sealed class ResultInput
{
    public int RowVersion { get; set; }

    public string? Expected { get; set; }

    public Guid? DocumentId { get; set; }

    public string? Article { get; set; }
}
