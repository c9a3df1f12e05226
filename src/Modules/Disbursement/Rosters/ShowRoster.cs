using MediatR;
using Microsoft.EntityFrameworkCore;
using SocialAssistance.Disbursement.Data;
using SocialAssistance.Disbursement.Settlement;
using SocialAssistance.Platform.Data;
using SocialAssistance.Platform.Messaging;

namespace SocialAssistance.Disbursement.Rosters;

/// <summary>A roster with its comparison to the month before and what the checks found.</summary>
internal sealed record ShowRosterQuery(Guid RosterId) : IQuery<RosterView?>;

internal sealed record RosterView(
    Roster Roster, int TownshipsDone, MonthTotals Before, IReadOnlyList<CauseTotals> Causes, IReadOnlyList<RosterFinding> Findings, int FindingCount, IReadOnlyList<RosterExclusion> Exclusions,
    SettledThrough? Settled);

/// <summary>Households, persons and yuan of a month.</summary>
internal sealed record MonthTotals(int Households, int Persons, decimal Total);

/// <summary>How many households changed for one cause, and by how much together.</summary>
internal sealed record CauseTotals(string Cause, int Households, decimal Change);

internal sealed class ShowRosterHandler(DisbursementDb db, UnitOfWork unitOfWork, RosterWorkshop workshop, SettleDesk settling) : IRequestHandler<ShowRosterQuery, RosterView?>
{
    private const int FindingsShown = 100;

    public async Task<RosterView?> Handle(ShowRosterQuery query, CancellationToken cancellationToken)
    {
        if (await db.Rosters.AsNoTracking().FirstOrDefaultAsync(r => r.Id == query.RosterId, cancellationToken) is not { } roster)
        {
            return null;
        }

        var done = await db.RosterTownships.CountAsync(t => t.RosterId == roster.Id && t.Generation == roster.Generation, cancellationToken);
        if (roster.Status == RosterStatus.Generating)
        {
            // Asked every other second while two hands write: only how far they are.
            return new(roster, done, new(0, 0, 0), [], [], 0, [], null);
        }

        var sums = await db.RosterChanges.AsNoTracking().Where(c => c.RosterId == roster.Id).GroupBy(c => c.Cause)
            .Select(g => new CauseTotals(g.Key, g.Count(), g.Sum(c => c.After - c.Before))).ToListAsync(cancellationToken);
        var findings = await db.RosterFindings.AsNoTracking().Where(f => f.RosterId == roster.Id).OrderBy(f => f.Number).Take(FindingsShown).ToListAsync(cancellationToken);
        return new(
            roster, done, roster.Kind == Roster.Monthly ? await BeforeAsync(roster, cancellationToken) : new(0, 0, 0),
            [.. Causes.Names.Keys.Select(k => sums.FirstOrDefault(s => s.Cause == k) ?? new(k, 0, 0))],
            findings, findings.Count < FindingsShown ? findings.Count : await db.RosterFindings.CountAsync(f => f.RosterId == roster.Id, cancellationToken),
            await db.RosterExclusions.AsNoTracking().Where(e => e.RosterId == roster.Id).OrderBy(e => e.ExcludedAt).ToListAsync(cancellationToken),
            await settling.ShowAsync(roster, cancellationToken));
    }

    private async Task<MonthTotals> BeforeAsync(Roster roster, CancellationToken cancellationToken)
    {
        await using var command = await unitOfWork.CommandAsync(ComparisonSql.Before, [roster.Id, roster.Program, roster.Month, await workshop.PreviousAsync(roster, cancellationToken)], cancellationToken);
        await using var reader = await command.ExecuteReaderAsync(cancellationToken);
        await reader.ReadAsync(cancellationToken);
        return new(reader.GetInt32(0), reader.GetInt32(1), reader.GetDecimal(2));
    }
}
