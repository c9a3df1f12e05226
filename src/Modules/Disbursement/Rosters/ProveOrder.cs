using MediatR;
using Microsoft.EntityFrameworkCore;
using SocialAssistance.Disbursement.Data;
using SocialAssistance.Platform.Messaging;

namespace SocialAssistance.Disbursement.Rosters;

/// <summary>A row of the bank list with everything it rests on and everything that followed.</summary>
internal sealed record ProveOrderQuery(Guid RosterId, int Number) : IQuery<OrderProof?>;

/// <param name="Roster">The roster.</param>
/// <param name="Order">The row.</param>
/// <param name="Lines">Its ledger lines with the entitlement of each.</param>
/// <param name="Exports">Files in which it went to the bank.</param>
/// <param name="Outcome">What the bank answered.</param>
/// <param name="File">In which file.</param>
/// <param name="Corrects">The row that came back and that this one pays again.</param>
/// <param name="CorrectedBy">The row that pays this one again.</param>
internal sealed record OrderProof(
    Roster Roster, RosterOrder Order, IReadOnlyList<(Payment Line, Entitlement? Entitlement)> Lines, IReadOnlyList<RosterExport> Exports, PaymentOutcome? Outcome, ReturnFile? File,
    OrderPlace? Corrects, OrderPlace? CorrectedBy);

/// <summary>Another row of the bank lists.</summary>
internal sealed record OrderPlace(Guid RosterId, string RosterNumber, int Number);

internal sealed class ProveOrderHandler(DisbursementDb db) : IRequestHandler<ProveOrderQuery, OrderProof?>
{
    public async Task<OrderProof?> Handle(ProveOrderQuery query, CancellationToken cancellationToken)
    {
        if (await db.Rosters.AsNoTracking().FirstOrDefaultAsync(r => r.Id == query.RosterId, cancellationToken) is not { } roster
            || await db.RosterOrders.AsNoTracking().FirstOrDefaultAsync(o => o.RosterId == query.RosterId && o.Number == query.Number, cancellationToken) is not { } order)
        {
            return null;
        }

        var lines = await db.Payments.AsNoTracking().Where(p => p.RosterId == roster.Id && p.OrderKey == order.OrderKey).OrderBy(p => p.ForMonth).ThenBy(p => p.PersonName).ThenBy(p => p.Benefit).ToListAsync(cancellationToken);
        var ids = lines.Select(l => l.EntitlementId).Distinct().ToArray();
        // A household that moved has its older entitlements in another place.
        var entitlements = await db.Entitlements.IgnoreQueryFilters().AsNoTracking().Where(e => ids.Contains(e.Id)).ToDictionaryAsync(e => e.Id, cancellationToken);
        var outcome = await db.PaymentOutcomes.AsNoTracking().FirstOrDefaultAsync(o => o.RosterId == roster.Id && o.Number == order.Number, cancellationToken);
        return new(
            roster, order, [.. lines.Select(l => (l, entitlements.GetValueOrDefault(l.EntitlementId)))],
            await db.RosterExports.AsNoTracking().Where(e => e.RosterId == roster.Id).OrderBy(e => e.ExportedAt).Take(20).ToListAsync(cancellationToken),
            outcome, outcome is null ? null : await db.ReturnFiles.AsNoTracking().FirstOrDefaultAsync(f => f.Id == outcome.ReturnFileId, cancellationToken),
            order.CorrectsRosterId is { } corrected ? await PlaceAsync(db.RosterOrders.Where(o => o.RosterId == corrected && o.Number == order.CorrectsNumber), cancellationToken) : null,
            await PlaceAsync(db.RosterOrders.Where(o => o.CorrectsRosterId == roster.Id && o.CorrectsNumber == order.Number), cancellationToken));
    }

    private Task<OrderPlace?> PlaceAsync(IQueryable<RosterOrder> orders, CancellationToken cancellationToken) =>
        orders.Join(db.Rosters, o => o.RosterId, r => r.Id, (o, r) => new OrderPlace(r.Id, r.Number, o.Number)).FirstOrDefaultAsync(cancellationToken);
}
