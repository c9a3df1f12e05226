using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using SocialAssistance.Cases.CaseFiles;
using SocialAssistance.Cases.Data;
using SocialAssistance.Contracts.Cases;
using SocialAssistance.Platform.Messaging;

namespace SocialAssistance.Cases.Steps;

/// <summary>A page about one step of one case: identity bar, the version the form was read at, and the page again when the office says no.</summary>
internal abstract class StepPage(CaseViewing viewing, CasesDb db) : PageModel, IReloads
{
    [BindProperty(SupportsGet = true)]
    public Guid CaseId { get; set; }

    /// <summary>Version of the case the form was read at.</summary>
    [BindProperty]
    public int Version { get; set; }

    /// <summary>Version of the facts the form was read at.</summary>
    [BindProperty]
    public int SeenFacts { get; set; }

    public CaseHeader Header { get; private set; } = null!;

    /// <summary>What the personal file is opened for.</summary>
    protected abstract string Purpose { get; }

    protected CasesDb Db => db;

    protected bool IsFirstView => Request.Method == HttpMethods.Get;

    public async Task<IActionResult> OnGetAsync(CancellationToken cancellationToken) => await FindAsync(cancellationToken) ? Page() : NotFound();

    public async Task ReloadAsync(CancellationToken cancellationToken) => await FindAsync(cancellationToken);

    /// <summary>Reads what the page shows besides the header; false: there is no such thing.</summary>
    protected abstract Task<bool> LoadAsync(CancellationToken cancellationToken);

    /// <summary>The same page with the refusal on top; 404 when the case is not this user's.</summary>
    protected async Task<IActionResult> AgainAsync(Refusal refusal, CancellationToken cancellationToken) =>
        await FindAsync(cancellationToken) ? this.Refuse(refusal) : NotFound();

    /// <summary>The same page with the messages beside the fields.</summary>
    protected async Task<IActionResult> InvalidAsync(CancellationToken cancellationToken)
    {
        if (!await FindAsync(cancellationToken))
        {
            return NotFound();
        }

        Response.StatusCode = StatusCodes.Status400BadRequest;
        return Page();
    }

    private async Task<bool> FindAsync(CancellationToken cancellationToken)
    {
        // What a refused command had changed in memory must not be shown as if it were stored.
        db.ChangeTracker.Clear();
        if (await viewing.OpenAsync(CaseId, Purpose, cancellationToken) is not { } header)
        {
            return false;
        }

        Header = header;
        if (!IsFirstView)
        {
            await viewing.CompareAsync(header, Version, SeenFacts, cancellationToken);
        }

        return await LoadAsync(cancellationToken);
    }
}
