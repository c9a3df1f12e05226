using Microsoft.EntityFrameworkCore;
using Npgsql;
using SocialAssistance.Disbursement.Data;
using SocialAssistance.Disbursement.Hints;
using SocialAssistance.Disbursement.OneOff;
using SocialAssistance.Platform.Data;

namespace SocialAssistance.Disbursement.Rosters;

/// <summary>The set-based work on a roster's rows; every method runs inside the caller's transaction.</summary>
internal sealed class RosterWorkshop(DisbursementDb db, UnitOfWork unitOfWork, RosterStretches stretches, HintedMembers hinted, TimeProvider time)
{
    /// <summary>Who may write rows of the bank list at the same time, each those of its own share of the households.</summary>
    public static IReadOnlyList<int> Hands { get; } = [0, 1];

    /// <summary>The roster, locked until the transaction ends: against everybody else, or only against those who would change it.</summary>
    public async Task<Roster?> LockAsync(Guid rosterId, CancellationToken cancellationToken, bool alone = true)
    {
        // The statements below are long and run a few times each: compiling them takes a hundred times longer than running
        // them, and their sorts and hashes should not go to disk.
        await RunAsync("set local jit = off; set local work_mem = '64MB'", [], cancellationToken);
        var rosters = alone
            ? db.Rosters.FromSql($"select * from disbursement.rosters where id = {rosterId} for update")
            : db.Rosters.FromSql($"select * from disbursement.rosters where id = {rosterId} for share");
        return await rosters.SingleOrDefaultAsync(cancellationToken);
    }

    /// <summary>Saves what was changed of the roster itself.</summary>
    public Task KeepAsync(CancellationToken cancellationToken) => db.SaveChangesAsync(cancellationToken);

    /// <summary>Cuts the townships that have households of the programme and are still to be written into stretches.</summary>
    public async Task<IReadOnlyList<RosterStretch>> BeginAsync(Roster roster, CancellationToken cancellationToken)
    {
        var townships = await db.Entitlements.IgnoreQueryFilters().Where(e => e.Program == roster.Program && e.FromMonth <= roster.Month)
            .GroupBy(e => e.DivisionCode.Substring(0, 9)).Select(g => new { Township = g.Key, Lines = g.LongCount() }).OrderBy(t => t.Township).ToListAsync(cancellationToken);
        if (roster.Townships == 0)
        {
            // Rows of an older generation go once, before the first township of this one is written.
            await ClearAsync(roster.Id, cancellationToken);
            roster.Townships = Math.Max(1, townships.Count);
        }

        var done = await db.RosterTownships.Where(t => t.RosterId == roster.Id && t.Generation == roster.Generation).Select(t => t.Township).ToHashSetAsync(cancellationToken);
        // All lines are there and rows of the bank list may be: whoever has come since is found stale, and the roster made anew.
        return done.Count > 0 && done.Count >= roster.Townships ? [] : stretches.Cut(townships.Select(t => (t.Township, t.Lines, done.Contains(t.Township))));
    }

    /// <summary>Removes every row of a roster that is not sealed.</summary>
    public async Task ClearAsync(Guid rosterId, CancellationToken cancellationToken)
    {
        foreach (var table in (string[])["roster_changes", "roster_findings", "roster_orders", "payments", "roster_townships"])
        {
            await RunAsync($"delete from disbursement.{table} where roster_id = $1", [rosterId], cancellationToken);
        }
    }

    /// <summary>Writes the lines of a stretch once.</summary>
    public async Task WriteLinesAsync(Roster roster, RosterStretch stretch, CancellationToken cancellationToken)
    {
        var claimed = await RunAsync(
            "insert into disbursement.roster_townships (roster_id, generation, township, done_at) select $1, $2, unnest($3::text[]), $4 on conflict do nothing",
            [roster.Id, roster.Generation, stretch.Townships.ToArray(), time.GetUtcNow()], cancellationToken);
        if (claimed == stretch.Townships.Count)
        {
            await RunAsync(DueLines.Insert, [roster.Id, roster.Program, roster.Month, stretch.From, stretch.Until], cancellationToken);
        }
        else if (claimed > 0)
        {
            throw new InvalidOperationException("Another run of this roster holds some townships of the stretch.");
        }
    }

    /// <summary>Writes, numbers and hashes the bank list's rows of a hand's households, once all lines are there.</summary>
    public async Task WriteOrdersAsync(Roster roster, int hand, CancellationToken cancellationToken) =>
        await RunAsync(OrderSql.Insert, [roster.Id, roster.ProgramName, hand], cancellationToken);

    /// <summary>Writes the rows that are still missing, compares them with the month before, runs the checks and sums up.</summary>
    public async Task CompleteAsync(Roster roster, CancellationToken cancellationToken)
    {
        foreach (var hand in Hands)
        {
            await WriteOrdersAsync(roster, hand, cancellationToken);
        }

        if (roster.Kind == Roster.Monthly)
        {
            await RunAsync(ComparisonSql.Insert, [roster.Id, roster.Program, roster.Month, await PreviousAsync(roster, cancellationToken)], cancellationToken);
        }

        await RunAsync(FindingSql.Insert, [roster.Id, roster.Program, roster.Month, .. await hinted.ParametersAsync(cancellationToken)], cancellationToken);
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

    /// <summary>How many households have somebody of whom an open death hint says that he may have died.</summary>
    public async Task<long> HintedAsync(Guid rosterId, CancellationToken cancellationToken)
    {
        await using var command = await unitOfWork.CommandAsync($"select count(distinct household_id) from ({FindingSql.Hinted}) h", [rosterId, "", DateOnly.MinValue, .. await hinted.ParametersAsync(cancellationToken)], cancellationToken);
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
