using MediatR;
using Microsoft.EntityFrameworkCore;
using SocialAssistance.Disbursement.Data;
using SocialAssistance.Platform.Messaging;

namespace SocialAssistance.Disbursement.Payees;

/// <summary>Changes of accounts in the user's area, newest first, what waits on top of each page.</summary>
internal sealed record ListPayeeChangesQuery(string? Status, Guid? After) : IQuery<PayeeChangeList>
{
    public const int PageSize = 50;
}

internal sealed record PayeeChangeList(IReadOnlyList<PayeeChange> Rows, string? After, int Total);

internal sealed class ListPayeeChangesHandler(DisbursementDb db) : IRequestHandler<ListPayeeChangesQuery, PayeeChangeList>
{
    public async Task<PayeeChangeList> Handle(ListPayeeChangesQuery query, CancellationToken cancellationToken)
    {
        var all = db.PayeeChanges.AsNoTracking().Where(c => query.Status == null || query.Status == "" || c.Status == query.Status);
        // Identifiers rise with time, so newest first needs no other cursor.
        var page = await all.Where(c => query.After == null || c.Id < query.After).OrderByDescending(c => c.Id).Take(ListPayeeChangesQuery.PageSize + 1).ToListAsync(cancellationToken);
        var shown = page.Take(ListPayeeChangesQuery.PageSize).ToList();
        return new(
            [.. shown.OrderBy(c => c.Status == PayeeChange.Requested ? 0 : 1)],
            page.Count > shown.Count ? $"{shown[^1].Id}" : null,
            await all.CountAsync(cancellationToken));
    }
}
