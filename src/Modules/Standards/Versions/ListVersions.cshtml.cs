using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using SocialAssistance.Platform.Security;
using SocialAssistance.Platform.TagHelpers;
using SocialAssistance.Standards.Data;

namespace SocialAssistance.Standards.Versions;

internal sealed record VersionRow(StandardVersion Version, int Lines, DateOnly? FirstDay);

/// <summary>标准版本.</summary>
[Allow("standards.edit")]
internal sealed class ListVersionsModel(StandardsDb db) : PageModel
{
    public IReadOnlyList<VersionRow> Versions { get; private set; } = [];

    public async Task OnGetAsync(CancellationToken cancellationToken) =>
        Versions = await db.Versions.AsNoTracking().OrderByDescending(v => v.Number)
            .Select(v => new VersionRow(v, db.VersionLines.Count(l => l.VersionId == v.Id), db.VersionLines.Where(l => l.VersionId == v.Id).Min(l => (DateOnly?)l.FromDay)))
            .ToListAsync(cancellationToken);
}

/// <summary>The colour of a version's state.</summary>
internal static class VersionTag
{
    public static TagMeaning Of(VersionStatus status) => status switch
    {
        VersionStatus.Draft => TagMeaning.Neutral,
        VersionStatus.Submitted => TagMeaning.Attention,
        VersionStatus.Published => TagMeaning.Good,
        _ => TagMeaning.Neutral,
    };
}
