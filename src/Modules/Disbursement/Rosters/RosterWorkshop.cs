using Microsoft.EntityFrameworkCore;
using Npgsql;
using SocialAssistance.Disbursement.Data;
using SocialAssistance.Disbursement.OneOff;
using SocialAssistance.Platform.Data;

namespace SocialAssistance.Disbursement.Rosters;

/// <summary>The set-based work on a roster's rows; every method runs inside the caller's transaction.</summary>
internal sealed class RosterWorkshop(DisbursementDb db, UnitOfWork unitOfWork, TimeProvider time)
{
    /// <summary>The roster, locked against everybody else until the transaction ends.</summary>
    public async Task<Roster?> LockAsync(Guid rosterId, CancellationToken cancellationToken)
    {
        // The statements below are long and run once per township: compiling them takes a hundred times longer than running them.
        await RunAsync("set local jit = off", [], cancellationToken);
        return await db.Rosters.FromSql($"select * from disbursement.rosters where id = {rosterId} for update").SingleOrDefaultAsync(cancellationToken);
    }

    /// <summary>Townships that have a household of the programme.</summary>
    public async Task<IReadOnlyList<string>> TownshipsAsync(Roster roster, CancellationToken cancellationToken) =>
        await db.Entitlements.IgnoreQueryFilters().Where(e => e.Program == roster.Program && e.FromMonth <= roster.Month)
            .Select(e => e.DivisionCode.Substring(0, 9)).Distinct().OrderBy(t => t).ToListAsync(cancellationToken);

    /// <summary>Removes every row of a roster that is not sealed.</summary>
    public async Task ClearAsync(Guid rosterId, CancellationToken cancellationToken)
    {
        foreach (var table in (string[])["roster_changes", "roster_findings", "roster_orders", "payments", "roster_townships"])
        {
            await RunAsync($"delete from disbursement.{table} where roster_id = $1", [rosterId], cancellationToken);
        }
    }

    /// <summary>Writes the lines of one township once.</summary>
    public async Task WriteTownshipAsync(Roster roster, string township, CancellationToken cancellationToken)
    {
        var claimed = await RunAsync(
            "insert into disbursement.roster_townships (roster_id, generation, township, lines, done_at) values ($1, $2, $3, 0, $4) on conflict do nothing",
            [roster.Id, roster.Generation, township, time.GetUtcNow()], cancellationToken);
        if (claimed == 1)
        {
            // ':' follows '9', so the range holds every village of the township.
            var lines = await RunAsync(DueLines.Insert, [roster.Id, roster.Program, roster.Month, township, township + ":"], cancellationToken);
            await RunAsync("update disbursement.roster_townships set lines = $4 where roster_id = $1 and generation = $2 and township = $3",
                [roster.Id, roster.Generation, township, lines], cancellationToken);
        }
    }

    /// <summary>Numbers and hashes the rows, compares them with the month before, runs the checks and sums up.</summary>
    public async Task CompleteAsync(Roster roster, CancellationToken cancellationToken)
    {
        // The lines were written a moment ago, so the planner has no figures about them and would compare row by row with
        // row by row; every join here is over whole rosters.
        await RunAsync("set local enable_nestloop = off", [], cancellationToken);
        await RunAsync("set local work_mem = '64MB'", [], cancellationToken);
        await RunAsync(OrderSql.Insert, [roster.Id, roster.ProgramName], cancellationToken);
        if (roster.Kind == Roster.Monthly)
        {
            await RunAsync(ComparisonSql.Insert, [roster.Id, roster.Program, roster.Month, await PreviousAsync(roster, cancellationToken)], cancellationToken);
        }

        await RunAsync(FindingSql.Insert, [roster.Id, roster.Program, roster.Month], cancellationToken);
        var hash = await ContentHashAsync(roster.Id, cancellationToken);
        await using var command = await unitOfWork.CommandAsync("""
            select (select count(*)::integer from (select distinct household_id from disbursement.roster_orders where roster_id = $1) h),
                (select count(*)::integer from (select distinct person_id from disbursement.payments where roster_id = $1 and person_id is not null) p),
                (select coalesce(sum(amount), 0) from disbursement.roster_orders where roster_id = $1),
                (select count(*)::integer from disbursement.roster_findings where roster_id = $1 and blocking)
            """, [roster.Id], cancellationToken);
        await using (var reader = await command.ExecuteReaderAsync(cancellationToken))
        {
            await reader.ReadAsync(cancellationToken);
            roster.Complete(reader.GetInt32(0), reader.GetInt32(1), reader.GetDecimal(2), reader.GetInt32(3), hash);
        }
    }

    /// <summary>The sealed roster of the programme before this one, as a parameter; null for the first.</summary>
    public async Task<NpgsqlParameter> PreviousAsync(Roster roster, CancellationToken cancellationToken)
    {
        await using var command = await unitOfWork.CommandAsync(ComparisonSql.Previous, [roster.Program, roster.Month], cancellationToken);
        return new() { Value = await command.ExecuteScalarAsync(cancellationToken) ?? DBNull.Value, NpgsqlDbType = NpgsqlTypes.NpgsqlDbType.Uuid };
    }

    /// <summary>How many households were changed after the roster was made.</summary>
    public async Task<long> StaleAsync(Roster roster, CancellationToken cancellationToken)
    {
        await using var command = roster.Kind == Roster.Monthly
            ? await unitOfWork.CommandAsync(DueLines.Stale, [roster.Id, roster.Program, roster.Month, "", ":"], cancellationToken)
            : roster.Terms is { } terms ? await unitOfWork.CommandAsync(OneOffSql.Stale, OneOffDesk.Parameters(roster.Id, roster.Month, terms), cancellationToken)
            : await unitOfWork.CommandAsync($"select count(*) from ({DueLines.StaleAccounts}) s", [roster.Id], cancellationToken);
        command.CommandTimeout = 300;
        return (long)(await command.ExecuteScalarAsync(cancellationToken))!;
    }

    /// <summary>SHA-256 over the rows as they are now.</summary>
    public async Task<string> ContentHashAsync(Guid rosterId, CancellationToken cancellationToken)
    {
        await using var command = await unitOfWork.CommandAsync(OrderSql.ContentHash, [rosterId], cancellationToken);
        return (string)(await command.ExecuteScalarAsync(cancellationToken))!;
    }

    /// <summary>The first row that does not match its hash or its lines; null when every row does.</summary>
    public async Task<BrokenRow?> FirstBrokenAsync(Guid rosterId, CancellationToken cancellationToken)
    {
        await using var command = await unitOfWork.CommandAsync(OrderSql.FirstBroken, [rosterId], cancellationToken);
        command.CommandTimeout = 300;
        await using var reader = await command.ExecuteReaderAsync(cancellationToken);
        return await reader.ReadAsync(cancellationToken) ? new(reader.GetInt32(0), await reader.IsDBNullAsync(1, cancellationToken) ? null : reader.GetString(1)) : null;
    }

    private async Task<int> RunAsync(string sql, object?[] values, CancellationToken cancellationToken)
    {
        await using var command = await unitOfWork.CommandAsync(sql, values, cancellationToken);
        command.CommandTimeout = 300;
        return await command.ExecuteNonQueryAsync(cancellationToken);
    }
}

/// <summary>A row that is not as it was sealed: its place in the list, and the family it pays where that can still be told.</summary>
internal sealed record BrokenRow(int Number, string? HeadName)
{
    public override string ToString() => $"第 {Number} 行与封存时不一致{(HeadName is null ? "" : $"（户主{HeadName}）")}";
}
