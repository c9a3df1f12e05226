using Microsoft.EntityFrameworkCore;
using SocialAssistance.Contracts.Standards;
using SocialAssistance.Policies;
using SocialAssistance.Rules.Standards;
using SocialAssistance.Standards.Data;
using SocialAssistance.Standards.Versions;

namespace SocialAssistance.Standards.Figures;

/// <inheritdoc cref="IStandardVersions"/>
internal sealed class StandardVersions(StandardsDb db, PublishedFigures published, PolicyLibrary library, TimeProvider time) : IStandardVersions
{
    public async Task<StandardVersionSummary?> FindAsync(Guid id, CancellationToken cancellationToken)
    {
        if (await db.Versions.AsNoTracking().SingleOrDefaultAsync(v => v.Id == id, cancellationToken) is not { } version)
        {
            return null;
        }

        var lines = await db.VersionLines.AsNoTracking().Where(l => l.VersionId == id).OrderBy(l => l.FromDay).ThenBy(l => l.Key).ThenBy(l => l.Area).ToListAsync(cancellationToken);
        return new(version.Id, version.Number, version.DivisionCode, version.Title, version.Status.ToString(), version.RowVersion,
            [.. lines.Select(l => new StandardLine(l.Key, AreaWords.Read(l.Area), l.Value, l.FromDay, l.ToDay, l.State))]);
    }

    public async Task<PolicyBook> BookWithAsync(Guid id, CancellationToken cancellationToken)
    {
        var version = await db.Versions.AsNoTracking().SingleAsync(v => v.Id == id, cancellationToken);
        var lines = await db.VersionLines.AsNoTracking().Where(l => l.VersionId == id).ToListAsync(cancellationToken);
        var papers = await db.Papers.AsNoTracking().Where(p => lines.Select(l => l.DocumentId).Contains(p.Id)).Select(p => new { p.Id, p.Number, p.Title }).ToDictionaryAsync(p => p.Id, cancellationToken);
        var stated = lines.Select(l => new LocalFigure(
            version.DivisionCode, ParameterCatalogue.Find(l.Key)!, AreaWords.Read(l.Area), l.Value, l.State, l.FromDay, l.ToDay,
            l.DocumentId is { } paper ? new Citation(papers[paper].Number, l.Article ?? "") { Title = papers[paper].Title, Quote = l.Quote } : new Citation("未注明文件", l.Article ?? ""),
            version.Id, version.Number, version.PublishedAt ?? time.GetUtcNow()));
        return LocalLayer.Over(library.BookOf(version.DivisionCode), FigureCut.Apply([.. published.Current().Of(version.DivisionCode)], stated));
    }
}
