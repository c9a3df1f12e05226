using MediatR;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using SocialAssistance.Cases.Intake.Checks;
using SocialAssistance.Cases.Intake.Drafts;
using SocialAssistance.Cases.Materials;
using SocialAssistance.Contracts.Cases;
using SocialAssistance.Platform.Audit;
using SocialAssistance.Platform.Messaging;
using SocialAssistance.Platform.TagHelpers;

namespace SocialAssistance.Cases.Intake;

/// <summary>
/// One of the four pages that are filled in. Whatever was typed is saved first; only then is it looked at. Errors are
/// shown beside their fields, and the clerk may still go on: only the acceptance itself insists.
/// </summary>
internal abstract class DraftPage<TForm>(DraftDesk desk, IMediator mediator, IAuditTrail audit) : PageModel
    where TForm : class, new()
{
    [BindProperty]
    public TForm Input { get; set; } = new();

    /// <summary>Number of the page's last save when this page was opened.</summary>
    [BindProperty]
    public int Seen { get; set; }

    /// <summary>This opening of the page; its own autosaves are no conflict.</summary>
    [BindProperty]
    public Guid EditId { get; set; }

    /// <summary>Fields for which the other clerk's value was chosen.</summary>
    [BindProperty]
    public List<string> Theirs { get; set; } = [];

    public DraftView View { get; private set; } = null!;

    public IReadOnlyList<Finding> Findings { get; private set; } = [];

    public IReadOnlyList<Duplicate> Known { get; private set; } = [];

    public DraftConflict? Conflict { get; private set; }

    public IReadOnlyList<FieldDifference> Differences { get; private set; } = [];

    public abstract IntakeStep Step { get; }

    public DraftFrame Frame => new(View, Step, Findings, Seen, EditId);

    protected DraftDesk Desk { get; } = desk;

    protected IMediator Mediator { get; } = mediator;

    /// <summary>Whether the page shows what is known about the persons, which costs three questions.</summary>
    protected virtual bool ShowsKnown => false;

    public async Task<IActionResult> OnGetAsync(Guid draftId, bool check, CancellationToken cancellationToken)
    {
        if (await LoadAsync(draftId, cancellationToken) is { } elsewhere)
        {
            return elsewhere;
        }

        await audit.ViewedAsync("ApplicationDraft", draftId.ToString(), "办理受理登记", null, cancellationToken);
        Input = Fresh(View);
        (Seen, EditId) = (View.Data.MarkOf(Step).Version, Guid.CreateVersion7());
        if (check)
        {
            Complain();
        }

        return Page();
    }

    public async Task<IActionResult> OnPostAsync(Guid draftId, string? then, CancellationToken cancellationToken)
    {
        if (ApplyRowButtons())
        {
            return await LoadAsync(draftId, cancellationToken) ?? Page();
        }

        // Every field is text: nothing can fail to bind, and the stored values are drawn again as they were typed.
        ModelState.Clear();
        var extras = await ReadExtrasAsync(cancellationToken);
        var saved = await Mediator.Send(new SaveDraft(draftId, Step, Input, Seen, EditId, Theirs, extras.Scans, extras.Withdraw), cancellationToken);
        if (saved.Refusal is { } refusal)
        {
            this.Warn(refusal.Message);
            return LocalRedirect("/cases/intake");
        }

        if (saved.Value.Conflict is { } conflict)
        {
            return await ShowConflictAsync(draftId, conflict, cancellationToken);
        }

        if (await LoadAsync(draftId, cancellationToken) is { } elsewhere)
        {
            return elsewhere;
        }

        Input = Fresh(View);
        Seen = View.Data.MarkOf(Step).Version;
        if (then == "later" && ModelState.IsValid)
        {
            return this.Done("/cases/intake", "草稿已保存，可以随时继续办理。");
        }

        if ((then == "stay" || extras.Withdraw is not null) && ModelState.IsValid)
        {
            return this.Done(Step.Url(draftId), "已保存。");
        }

        if (then != "anyway")
        {
            Complain();
        }

        return ModelState.IsValid ? LocalRedirect(Step.Next().Url(draftId)) : new PageResult { StatusCode = 400 };
    }

    /// <summary>The form as it is stored, with the rows the page always offers.</summary>
    protected abstract TForm Fresh(DraftView view);

    /// <summary>Answers the buttons that add and remove rows without script.</summary>
    protected virtual bool ApplyRowButtons() => false;

    /// <summary>What came along besides the fields; files that cannot be kept become errors of the page.</summary>
    protected virtual Task<(IReadOnlyList<Scan> Scans, Guid? Withdraw)> ReadExtrasAsync(CancellationToken cancellationToken) =>
        Task.FromResult<(IReadOnlyList<Scan>, Guid?)>(([], null));

    private async Task<IActionResult?> LoadAsync(Guid draftId, CancellationToken cancellationToken)
    {
        if (await Desk.OpenAsync(draftId, cancellationToken) is not { } view)
        {
            return NotFound();
        }

        if (!view.Draft.IsOpen)
        {
            return LocalRedirect(view.Draft.CaseId is { } caseId ? CaseLinks.File(caseId) : "/cases/intake");
        }

        View = view;
        Known = ShowsKnown ? await Desk.DuplicatesAsync(view, cancellationToken) : [];
        Findings = Desk.Findings(view, Known);
        return null;
    }

    private void Complain()
    {
        foreach (var finding in Findings.Where(f => f.Step == Step && f.Blocks))
        {
            ModelState.AddModelError(finding.Field.Length == 0 ? "" : "Input." + finding.Field, finding.Message);
        }
    }

    private async Task<IActionResult> ShowConflictAsync(Guid draftId, DraftConflict conflict, CancellationToken cancellationToken)
    {
        if (await LoadAsync(draftId, cancellationToken) is { } elsewhere)
        {
            return elsewhere;
        }

        (Conflict, Seen, EditId) = (conflict, conflict.Version, Guid.CreateVersion7());
        Differences = FormDifference.Between(Input, conflict.Form);
        Theirs = [];
        return new PageResult { StatusCode = 409 };
    }
}

/// <summary>What the frame around every page of the draft shows.</summary>
internal sealed record DraftFrame(DraftView View, IntakeStep Step, IReadOnlyList<Finding> Findings, int Seen, Guid EditId)
{
    public string SaveUrl => $"/cases/intake/{View.Id}/save?step={Step.Slug()}";

    public string MeterUrl => $"/cases/intake/{View.Id}/meter?step={Step.Slug()}";

    public string IdCheckUrl => $"/cases/intake/{View.Id}/id-check";

    /// <summary>Notes of this page that stop nothing; shown once the page was saved.</summary>
    public IEnumerable<string> Notes => View.Data.MarkOf(Step).Version == 0 ? [] : Findings.Where(f => f.Step == Step && !f.Blocks).Select(f => f.Message).Distinct();

    public bool IsDone(IntakeStep step) => View.Data.MarkOf(step).Version > 0 && !Findings.Any(f => f.Step == step && f.Blocks);
}
