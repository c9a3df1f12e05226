using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using SocialAssistance.Contracts.Standards;
using SocialAssistance.Platform.Security;
using SocialAssistance.Policies;
using SocialAssistance.Rules.Standards;
using SocialAssistance.Standards.Data;
using SocialAssistance.Standards.Figures;
using SocialAssistance.Standards.Versions;

namespace SocialAssistance.Standards.Documents;

/// <summary>A figure that rests on the document.</summary>
internal sealed record PaperUse(Parameter Parameter, Area? Area, string Value, string Period, string Article, string? Quote);

/// <summary>One document with its text, open at the sentence a figure quotes.</summary>
[Allow("standards.read")]
internal sealed class PaperViewModel(StandardsDb db, PolicyLibrary library, PublishedFigures published, ICountySettings county, IAccess access) : PageModel
{
    public PolicyPaper Paper { get; private set; } = null!;

    public string? ScanName { get; private set; }

    [BindProperty(SupportsGet = true)]
    public string? Quote { get; set; }

    public IReadOnlyList<IReadOnlyList<TextPiece>> Paragraphs { get; private set; } = [];

    public bool Found => Paragraphs.Any(p => p.Any(piece => piece.Marked));

    public IReadOnlyList<PaperUse> Uses { get; private set; } = [];

    public string Division => PaperWords.Division(library, county.PolicyCode, Paper.DivisionCode);

    public bool CanEdit => access.Allows(User, "standards.edit");

    public async Task<IActionResult> OnGetAsync(Guid id, CancellationToken cancellationToken)
    {
        if (await db.Papers.AsNoTracking().SingleOrDefaultAsync(p => p.Id == id, cancellationToken) is not { } paper)
        {
            return NotFound();
        }

        Paper = paper;
        ScanName = await db.Scans.Where(s => s.DocumentId == id).Select(s => s.FileName).SingleOrDefaultAsync(cancellationToken);
        Paragraphs = paper.Text is { } text ? PaperText.Paragraphs(text, Quote) : [];
        Uses = [.. Entries().Where(e => e.Terms.Source?.Document == paper.Number).Select(Use)];
        return Page();
    }

    // The packs of every jurisdiction, and this county's own versions.
    private IEnumerable<Entry> Entries() =>
        library.Headers.SelectMany(h => library.PackOf(h.Code)!.Layer.Entries)
            .Concat(published.Current().Of(county.PolicyCode).Where(f => f.State == FigureStates.Stated)
                .Select(f => Entry.Of(f.Parameter, f.Read(), new EntryTerms(LayerNames.Policy) { Area = f.Area, From = f.From, To = f.To, Source = f.Source })));

    private static PaperUse Use(Entry entry) =>
        new(entry.Parameter, entry.Terms.Area, ValueText.Show(entry.Parameter, entry.Value), Periods.Of(entry.Terms.From, entry.Terms.To), entry.Terms.Source!.Article, entry.Terms.Source.Quote);
}
