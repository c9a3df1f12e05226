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
            string[] steps = order.WithdrawnAt is null ? [UpratingChunk.Carry, UpratingChunk.Late] : [UpratingChunk.TakeBack];
            var sums = done.Where(d => d.FirstDay == order.FirstDay && steps.Contains(d.Step)).ToArray();
            return new UpratingDay(order.FirstDay, order.CarriedOn, order.WithdrawnAt is not null, sums.Max(s => (int?)s.Chunks) ?? 0, sums.Max(s => (int?)s.LookedAt) ?? 0, sums.Sum(s => s.Raised), sums.Sum(s => s.Waiting), sums.Sum(s => s.Review));
        })];
    }

    public async Task<IReadOnlyList<UnreachedCase>> UnreachedAsync(Guid versionId, int most, CancellationToken cancellationToken)
    {
        var waits = await db.UpratingWaits.IgnoreQueryFilters().AsNoTracking().Where(w => w.VersionId == versionId && (w.Kind == UpratingWaits.Withdrawn || !db.UpratingOrders.Any(o => o.VersionId == versionId && o.WithdrawnAt != null))).OrderBy(w => w.CaseNumber).Take(most).ToListAsync(cancellationToken);
        return [.. waits.Select(w => new UnreachedCase(w.CaseId, w.CaseNumber, w.DivisionCode, UpratingWaits.Names[w.Kind], w.Reason))];
    }
}
