using MediatR;
using Microsoft.EntityFrameworkCore;
using SocialAssistance.Disbursement.Data;
using SocialAssistance.Platform.Messaging;

namespace SocialAssistance.Disbursement.Rosters;

/// <summary>Rows of a roster's bank list with what became of them.</summary>
internal sealed record ListOrdersQuery(Guid RosterId, string? Township, string? Outcome, int After) : IQuery<OrderList?>
{
    public const int PageSize = 50;
}

internal sealed record OrderRow(RosterOrder Order, PaymentOutcome? Outcome);

internal sealed record OrderList(Roster Roster, IReadOnlyList<OrderRow> Rows, string? After, int Total, decimal Sum);

internal sealed class ListOrdersHandler(DisbursementDb db) : IRequestHandler<ListOrdersQuery, OrderList?>
{
    public async Task<OrderList?> Handle(ListOrdersQuery query, CancellationToken cancellationToken)
    {
        if (await db.Rosters.AsNoTracking().FirstOrDefaultAsync(r => r.Id == query.RosterId, cancellationToken) is not { } roster)
        {
            return null;
        }

        var all = from order in db.RosterOrders.AsNoTracking().Where(o => o.RosterId == query.RosterId)
                  join outcome in db.PaymentOutcomes.AsNoTracking() on new { order.RosterId, order.Number } equals new { outcome.RosterId, outcome.Number } into outcomes
                  from outcome in outcomes.DefaultIfEmpty()
                  select new { order, outcome };
        if (query.Township is { Length: > 0 } township)
        {
            var prefix = township.Length >= 9 ? township[..9] : township;
            all = all.Where(r => r.order.DivisionCode.StartsWith(prefix));
        }

        all = query.Outcome switch
        {
            "paid" => all.Where(r => r.outcome != null && r.outcome.Paid),
            "failed" => all.Where(r => r.outcome != null && !r.outcome.Paid),
            _ => all,
        };
        var page = await all.Where(r => r.order.Number > query.After).OrderBy(r => r.order.Number).Take(ListOrdersQuery.PageSize + 1).ToListAsync(cancellationToken);
        var rows = page.Take(ListOrdersQuery.PageSize).Select(r => new OrderRow(r.order, r.outcome)).ToList();
        var totals = await all.GroupBy(_ => 1).Select(g => new { Count = g.Count(), Sum = g.Sum(r => r.order.Amount) }).FirstOrDefaultAsync(cancellationToken);
        return new(roster, rows, page.Count > rows.Count ? $"{rows[^1].Order.Number}" : null, totals?.Count ?? 0, totals?.Sum ?? 0);
    }
}
