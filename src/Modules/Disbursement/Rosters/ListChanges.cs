using MediatR;
using Microsoft.EntityFrameworkCore;
using SocialAssistance.Disbursement.Data;
using SocialAssistance.Platform.Messaging;

namespace SocialAssistance.Disbursement.Rosters;

/// <summary>Differences from the month before, household by household.</summary>
internal sealed record ListChangesQuery(Guid RosterId, string? Cause, int After) : IQuery<ChangeList?>
{
    public const int PageSize = 50;
}

internal sealed record ChangeList(Roster Roster, IReadOnlyList<RosterChange> Rows, string? After, int Total);

internal sealed class ListChangesHandler(DisbursementDb db) : IRequestHandler<ListChangesQuery, ChangeList?>
{
    public async Task<ChangeList?> Handle(ListChangesQuery query, CancellationToken cancellationToken)
    {
        if (await db.Rosters.AsNoTracking().FirstOrDefaultAsync(r => r.Id == query.RosterId, cancellationToken) is not { } roster)
        {
            return null;
        }

        var all = db.RosterChanges.AsNoTracking().Where(c => c.RosterId == query.RosterId && (query.Cause == null || query.Cause == "" || c.Cause == query.Cause));
        var page = await all.Where(c => c.Number > query.After).OrderBy(c => c.Number).Take(ListChangesQuery.PageSize + 1).ToListAsync(cancellationToken);
        var rows = page.Take(ListChangesQuery.PageSize).ToList();
        return new(roster, rows, page.Count > rows.Count ? $"{rows[^1].Number}" : null, await all.CountAsync(cancellationToken));
    }
}
