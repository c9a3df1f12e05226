using Microsoft.EntityFrameworkCore;
using SocialAssistance.Cases.Data;
using SocialAssistance.Contracts.Cases;

namespace SocialAssistance.Cases.Uprating;

/// <inheritdoc cref="IUpratings"/>
internal sealed class Upratings(CasesDb db) : IUpratings
{
    public async Task<UpratingProgress?> OfAsync(Guid versionId, CancellationToken cancellationToken) =>
        await db.UpratingChunks.AsNoTracking().Where(c => c.VersionId == versionId).GroupBy(c => c.VersionId)
            .Select(g => new UpratingProgress(g.Count(), g.Sum(c => c.LookedAt), g.Sum(c => c.Raised), g.Sum(c => c.Waiting), g.Sum(c => c.Review)))
            .FirstOrDefaultAsync(cancellationToken);

    public async Task<IReadOnlyList<UnreachedCase>> UnreachedAsync(Guid versionId, int most, CancellationToken cancellationToken)
    {
        var waits = await db.UpratingWaits.IgnoreQueryFilters().AsNoTracking().Where(w => w.VersionId == versionId).OrderBy(w => w.CaseNumber).Take(most).ToListAsync(cancellationToken);
        return [.. waits.Select(w => new UnreachedCase(w.CaseId, w.CaseNumber, w.DivisionCode, UpratingWaits.Names[w.Kind], w.Reason))];
    }
}
