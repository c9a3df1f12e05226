using MediatR;
using Microsoft.EntityFrameworkCore;
using SocialAssistance.Disbursement.Data;
using SocialAssistance.Platform.Messaging;

namespace SocialAssistance.Disbursement.Families;

/// <summary>What a family is due and what it was paid.</summary>
internal sealed record ShowPaymentsQuery(Guid CaseId, Guid HouseholdId, string? After) : IQuery<FamilyPayments>
{
    public const int PageSize = 24;
}

internal sealed record FamilyPayments(IReadOnlyList<DueRow> Due, Payee? Payee, PayeeChange? Change, IReadOnlyList<PaidRow> Paid, string? After, int Total);

/// <summary>A stretch of months with an amount; null last month: until further notice.</summary>
internal sealed record DueRow(string PersonName, string Benefit, decimal Amount, DateOnly From, DateOnly? Last, string Explanation);

internal sealed record PaidRow(RosterOrder Order, Roster Roster, PaymentOutcome? Outcome, IReadOnlyList<Payment> Lines);

internal sealed class ShowPaymentsHandler(DisbursementDb db) : IRequestHandler<ShowPaymentsQuery, FamilyPayments>
{
    public async Task<FamilyPayments> Handle(ShowPaymentsQuery query, CancellationToken cancellationToken)
    {
        // Whoever may open the file reads all of it, also what was paid in the township the family came from.
        var due = await db.Entitlements.IgnoreQueryFilters().AsNoTracking().Where(e => e.CaseId == query.CaseId).OrderBy(e => e.FromMonth).ThenBy(e => e.Id).Take(200)
            .Select(e => new DueRow(e.PersonName, e.Benefit, e.Amount, e.FromMonth, db.EntitlementEndings.Where(x => x.EntitlementId == e.Id).Min(x => (DateOnly?)x.LastMonth), e.Explanation))
            .ToListAsync(cancellationToken);
        var payee = await db.Payees.IgnoreQueryFilters().AsNoTracking().Where(p => p.HouseholdId == query.HouseholdId).OrderByDescending(p => p.RecordedAt).ThenByDescending(p => p.Id).FirstOrDefaultAsync(cancellationToken);
        var change = await db.PayeeChanges.AsNoTracking().FirstOrDefaultAsync(c => c.HouseholdId == query.HouseholdId && c.Status == PayeeChange.Requested, cancellationToken);
        var all = from order in db.RosterOrders.IgnoreQueryFilters().AsNoTracking().Where(o => o.CaseId == query.CaseId)
                  join roster in db.Rosters.AsNoTracking() on order.RosterId equals roster.Id
                  join outcome in db.PaymentOutcomes.AsNoTracking() on new { order.RosterId, order.Number } equals new { outcome.RosterId, outcome.Number } into outcomes
                  from outcome in outcomes.DefaultIfEmpty()
                  select new { order, roster, outcome };
        var page = await all.Where(r => query.After == null || query.After == "" || string.Compare(r.roster.Number, query.After) < 0)
            .OrderByDescending(r => r.roster.Number).ThenBy(r => r.order.Number).Take(ShowPaymentsQuery.PageSize + 1).ToListAsync(cancellationToken);
        var shown = page.Take(ShowPaymentsQuery.PageSize).ToList();
        var rosters = shown.Select(r => r.order.RosterId).Distinct().ToArray();
        var lines = (await db.Payments.IgnoreQueryFilters().AsNoTracking().Where(p => p.CaseId == query.CaseId && rosters.Contains(p.RosterId)).ToListAsync(cancellationToken))
            .ToLookup(p => (p.RosterId, p.OrderKey));
        return new(
            [.. due.Where(d => d.Last is null || d.Last >= d.From)], payee, change,
            [.. shown.Select(r => new PaidRow(r.order, r.roster, r.outcome, [.. lines[(r.order.RosterId, r.order.OrderKey)].OrderBy(p => p.ForMonth).ThenBy(p => p.PersonName, StringComparer.Ordinal).ThenBy(p => p.Benefit, StringComparer.Ordinal)]))],
            page.Count > shown.Count ? shown[^1].roster.Number : null, await all.CountAsync(cancellationToken));
    }
}
