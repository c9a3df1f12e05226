using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using SocialAssistance.Contracts.Standards;
using SocialAssistance.Platform.Security;
using SocialAssistance.Policies;
using SocialAssistance.Standards.Data;

namespace SocialAssistance.Standards.Documents;

internal sealed record PaperRow(Guid Id, string Number, string Title, string DivisionCode, DateOnly? IssuedOn, DateOnly? EffectiveOn, PaperStatus Status, bool HasText, bool HasScan);

/// <summary>政策文件: the register.</summary>
[Allow("standards.read")]
internal sealed class ListPapersModel(StandardsDb db, PolicyLibrary library, ICountySettings county, IAccess access) : PageModel
{
    public IReadOnlyList<PaperRow> Papers { get; private set; } = [];

    public bool CanEdit => access.Allows(User, "standards.edit");

    public async Task OnGetAsync(string? q, PaperStatus? status, CancellationToken cancellationToken)
    {
        var papers = db.Papers.AsNoTracking();
        if (q?.Trim() is { Length: > 0 } text)
        {
            papers = papers.Where(p => p.Number.Contains(text) || p.Title.Contains(text));
        }

        if (status is { } only)
        {
            papers = papers.Where(p => p.Status == only);
        }

        Papers = await papers.OrderByDescending(p => p.IssuedOn).ThenBy(p => p.Number)
            .Select(p => new PaperRow(p.Id, p.Number, p.Title, p.DivisionCode, p.IssuedOn, p.EffectiveOn, p.Status, p.Text != null, db.Scans.Any(s => s.DocumentId == p.Id)))
            .ToListAsync(cancellationToken);
    }

    public string Division(string code) => PaperWords.Division(library, county.PolicyCode, code);
}
