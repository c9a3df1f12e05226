using Microsoft.EntityFrameworkCore;
using SocialAssistance.Cases.Data;
using SocialAssistance.Contracts.Cases;

namespace SocialAssistance.Cases.Uprating;

/// <inheritdoc cref="IUpratings"/>
internal sealed class Upratings(CasesDb db) : IUpratings
{
    public async Task<IReadOnlyList<UpratingDay>> OfAsync(Guid versionId, CancellationToken cancellationToken)
    {
        var orders = await db.UpratingOrders.AsNoTracking().Where(o => o.VersionId == versionId).OrderBy(o => o.FirstDay).ToListAsync(cancellationToken);
        var done = await db.UpratingChunks.AsNoTracking().Where(c => c.VersionId == versionId).GroupBy(c => new { c.FirstDay, c.Step })
            .Select(g => new { g.Key.FirstDay, g.Key.Step, Chunks = g.Count(), LookedAt = g.Sum(c => c.LookedAt), Raised = g.Sum(c => c.Raised), Waiting = g.Sum(c => c.Waiting), Review = g.Sum(c => c.Review) })
            .ToListAsync(cancellationToken);
        return [.. orders.Select(order =>
        {
            var step = order.WithdrawnAt is null ? UpratingChunk.Carry : UpratingChunk.TakeBack;
            var sum = done.FirstOrDefault(d => d.FirstDay == order.FirstDay && d.Step == step);
            return new UpratingDay(order.FirstDay, order.CarriedOn, order.WithdrawnAt is not null, sum?.Chunks ?? 0, sum?.LookedAt ?? 0, sum?.Raised ?? 0, sum?.Waiting ?? 0, sum?.Review ?? 0);
        })];
    }

    public async Task<IReadOnlyList<UnreachedCase>> UnreachedAsync(Guid versionId, int most, CancellationToken cancellationToken)
    {
        var waits = await db.UpratingWaits.IgnoreQueryFilters().AsNoTracking().Where(w => w.VersionId == versionId && (w.Kind == UpratingWaits.Withdrawn || !db.UpratingOrders.Any(o => o.VersionId == versionId && o.WithdrawnAt != null))).OrderBy(w => w.CaseNumber).Take(most).ToListAsync(cancellationToken);
        return [.. waits.Select(w => new UnreachedCase(w.CaseId, w.CaseNumber, w.DivisionCode, UpratingWaits.Names[w.Kind], w.Reason))];
    }
}
