using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using SocialAssistance.Contracts.Standards;
using SocialAssistance.Platform.Security;
using SocialAssistance.Policies;
using SocialAssistance.Rules.Standards;
using SocialAssistance.Standards.Data;
using SocialAssistance.Standards.Figures;

namespace SocialAssistance.Standards.Documents;

/// <summary>From the source line of a working, e.g. 于民字〔2023〕30号 一（二）, to the sentence of the document.</summary>
[Allow("standards.read")]
internal sealed class ClauseLinkModel(StandardsDb db, PolicyLibrary library, PublishedFigures published, ICountySettings county) : PageModel
{
    [BindProperty(SupportsGet = true)]
    public string Source { get; set; } = "";

    public async Task<IActionResult> OnGetAsync(CancellationToken cancellationToken)
    {
        var papers = await db.Papers.AsNoTracking().Select(p => new { p.Id, p.Number }).ToListAsync(cancellationToken);
        if (papers.Where(p => Source.StartsWith(p.Number, StringComparison.Ordinal)).MaxBy(p => p.Number.Length) is not { } paper)
        {
            return Page();
        }

        var citations = published.Current().Of(county.PolicyCode).Select(f => f.Source)
            .Concat(library.Headers.SelectMany(h => library.PackOf(h.Code)!.Layer.Entries).Select(e => e.Terms.Source).OfType<Citation>());
        // Two articles may begin alike, 一（一） and 一（一）1; the longer one is meant.
        var quote = citations.Where(c => c.Document == paper.Number && c.Quote is not null && Source.StartsWith($"{c.Document} {c.Article}", StringComparison.Ordinal))
            .MaxBy(c => c.Article.Length)?.Quote;
        return LocalRedirect(PaperWords.Link(paper.Id, quote));
    }
}
