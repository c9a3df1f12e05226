using MediatR;
using Microsoft.EntityFrameworkCore;
using SocialAssistance.Disbursement.Data;
using SocialAssistance.Platform.Messaging;

namespace SocialAssistance.Disbursement.Rosters;

/// <summary>Rosters, newest first; numbers rise with the month.</summary>
internal sealed record ListRostersQuery(string? Status, string? After) : IQuery<RosterList>
{
    public const int PageSize = 20;
}

internal sealed record RosterList(IReadOnlyList<Roster> Rows, string? After, int Total);

internal sealed class ListRostersHandler(DisbursementDb db) : IRequestHandler<ListRostersQuery, RosterList>
{
    public async Task<RosterList> Handle(ListRostersQuery query, CancellationToken cancellationToken)
    {
        var all = db.Rosters.AsNoTracking().Where(r => query.Status == null || query.Status == "" || r.Status == query.Status);
        var page = await all.Where(r => query.After == null || query.After == "" || string.Compare(r.Number, query.After) < 0)
            .OrderByDescending(r => r.Number).Take(ListRostersQuery.PageSize + 1).ToListAsync(cancellationToken);
        var rows = page.Take(ListRostersQuery.PageSize).ToList();
        return new(rows, page.Count > rows.Count ? rows[^1].Number : null, await all.CountAsync(cancellationToken));
    }
}
