using MediatR;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using SocialAssistance.Contracts.Standards;
using SocialAssistance.Platform.Messaging;
using SocialAssistance.Platform.Security;
using SocialAssistance.Platform.TagHelpers;
using SocialAssistance.Platform.Time;
using SocialAssistance.Rules.Standards;

namespace SocialAssistance.Standards.Versions;

/// <summary>标准编辑: the figures of a version, and for a draft the form to enter them.</summary>
[Allow("standards.edit")]
internal sealed class EditVersionModel(IMediator mediator, VersionDesk desk, ICountySettings county, TimeProvider time) : PageModel, IReloads
{
    private const int MostFound = 40;

    [BindProperty(SupportsGet = true)]
    public Guid Id { get; set; }

    [BindProperty(SupportsGet = true)]
    public string? Group { get; set; }

    [BindProperty(SupportsGet = true)]
    public string? Q { get; set; }

    /// <summary>A key to which another period is added.</summary>
    [BindProperty(SupportsGet = true)]
    public string? Another { get; set; }

    [BindProperty]
    public VersionInput Input { get; set; } = new();

    public StandardVersion Stored { get; private set; } = null!;

    public IReadOnlyList<LineView> Lines { get; private set; } = [];

    public IReadOnlyList<Choice> Papers { get; private set; } = [];

    public IReadOnlyList<ValueField> Fields { get; private set; } = [];

    public IReadOnlyList<FieldDifference> Differences { get; private set; } = [];

    public bool IsDraft => Stored.Status == VersionStatus.Draft;

    public bool IsSearch => !string.IsNullOrWhiteSpace(Q);

    public bool IsCut { get; private set; }

    public IReadOnlyList<Choice> Groups => [.. ParameterGroups.Names.Select(g => new Choice(g.Key, g.Value))];

    public async Task<IActionResult> OnGetAsync(CancellationToken cancellationToken)
    {
        await ReloadAsync(cancellationToken);
        if (Stored is null)
        {
            return NotFound();
        }

        Input = VersionInput.Of(Stored);
        Input.Rows = ValueField.Rows(Chosen(), [.. Lines.Select(l => l.Line)], Stored, Another);
        Describe();
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellationToken)
    {
        await ReloadAsync(cancellationToken);
        if (Stored is null)
        {
            return NotFound();
        }

        if (!ModelState.IsValid)
        {
            return Page();
        }

        var result = await mediator.Send(new SaveVersion(Id, Input), cancellationToken);
        if (result.Refusal is not { } refusal)
        {
            var entered = Input.Rows.Count(r => !r.IsEmpty);
            return this.Done($"/standards/versions/{Id}{Request.QueryString}", entered > 0 ? $"已保存草稿，本页 {entered} 项数值。还没有生效，请核验后提交。" : "已保存草稿。");
        }

        await ReloadAsync(cancellationToken);
        Differences = FieldDifference.Between(VersionInput.Of(Stored), Input, [.. Lines.Select(l => l.Line)], Papers);
        Input.RowVersion = Stored.RowVersion;
        ModelState.Remove("Input.RowVersion");
        return this.Refuse(refusal);
    }

    public async Task ReloadAsync(CancellationToken cancellationToken)
    {
        Stored = (await desk.ReadAsync(Id, cancellationToken))!;
        if (Stored is null)
        {
            return;
        }

        Lines = await desk.ViewAsync(Stored, cancellationToken);
        Papers = PaperChoices.Of(await desk.PapersAsync(cancellationToken));
        Describe();
    }

    private Parameter[] Chosen()
    {
        if (!IsSearch)
        {
            return Group is { Length: > 0 } group && ParameterGroups.Names.ContainsKey(group) ? [.. ParameterGroups.In(group)] : [];
        }

        var words = Q!.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries);
        var found = ParameterCatalogue.All.Where(p => words.All(w => (p.Name + ParameterGroups.NameOf(p) + p.Key).Contains(w, StringComparison.OrdinalIgnoreCase))).ToArray();
        IsCut = found.Length > MostFound;
        return found[..Math.Min(found.Length, MostFound)];
    }

    /// <summary>What stands beside each row.</summary>
    private void Describe()
    {
        var book = county.Book(Stored.DivisionCode);
        var all = new Resolver(book);
        var above = new Resolver(new PolicyBook(book.Slug, book.Code, book.Name, [.. book.Layers.Where(l => l.Division != Stored.DivisionCode)]));
        var day = Input.EffectiveOn ?? Stored.EffectiveOn ?? time.Today();
        Fields = [.. Input.Rows.Select((row, i) => (row, i, parameter: ParameterCatalogue.Find(row.Key))).Where(r => r.parameter is not null)
            .Select(r => new ValueField(r.i, r.row, r.parameter!, all.FindEntry(r.parameter!, r.row.From ?? day, AreaWords.Read(r.row.Area)), above.FindEntry(r.parameter!, r.row.From ?? day, AreaWords.Read(r.row.Area))))];
    }
}
