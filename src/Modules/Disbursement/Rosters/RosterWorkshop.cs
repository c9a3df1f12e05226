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
    /// <summary>How many steps of one roster are worked on at the same time, each on a connection of its own.</summary>
    public const int Hands = 2;

    /// <summary>The roster, locked until the transaction ends: against everybody else, or only against those who would change it.</summary>
    public async Task<Roster?> LockAsync(Guid rosterId, CancellationToken cancellationToken, bool alone = true)
    {
        // The statements below are long and run a few times each: compiling them takes a hundred times longer than running
        // them, and their sorts and hashes should not go to disk.
        // Steps beside each other wait for no disk: what a crash loses of them the next run does again, and their rows reach
        // the disk before the last step's commit does, which waits.
        await RunAsync($"set local jit = off; set local work_mem = '64MB'{(alone ? "" : "; set local synchronous_commit = off")}", [], cancellationToken);
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
        // By village, as the index has them: whoever begins later only makes his township a little larger here.
        var villages = await db.Entitlements.IgnoreQueryFilters().Where(e => e.Program == roster.Program)
            .GroupBy(e => e.DivisionCode).Select(g => new { Village = g.Key, Lines = g.LongCount() }).ToListAsync(cancellationToken);
        var townships = villages.GroupBy(v => v.Village[..Math.Min(9, v.Village.Length)], v => v.Lines, StringComparer.Ordinal)
            .Select(t => (Township: t.Key, Lines: t.Sum())).OrderBy(t => t.Township, StringComparer.Ordinal).ToList();
        if (roster.Townships == 0)
        {
            // Rows of an older generation go once, before the first township of this one is written.
            await ClearAsync(roster.Id, cancellationToken);
            roster.Townships = Math.Max(1, townships.Count);
        }

        var done = await db.RosterTownships.Where(t => t.RosterId == roster.Id && t.Generation == roster.Generation).Select(t => t.Township).ToHashSetAsync(cancellationToken);
        // All lines are there and rows of the bank list may be: whoever has come since is found stale, and the roster made anew.
        return done.Count > 0 && done.Count >= roster.Townships ? [] : stretches.Cut([.. townships.Select(t => (t.Township, t.Lines, done.Contains(t.Township)))]);
    }

    /// <summary>Removes every row of a roster that is not sealed.</summary>
    public Task ClearAsync(Guid rosterId, CancellationToken cancellationToken) =>
        ClearAsync(rosterId, ["roster_changes", "roster_findings", "roster_orders", "payments", "roster_townships"], cancellationToken);

    private async Task ClearAsync(Guid rosterId, string[] tables, CancellationToken cancellationToken)
    {
        foreach (var table in tables)
        {
            await RunAsync($"delete from disbursement.{table} where roster_id = $1", [rosterId], cancellationToken);
        }
    }

    /// <summary>Writes the lines of a stretch once; the first one brings the back pay of all.</summary>
    public async Task WriteLinesAsync(Roster roster, RosterStretch stretch, CancellationToken cancellationToken)
    {
        var claimed = await RunAsync(
            "insert into disbursement.roster_townships (roster_id, generation, township, done_at) select $1, $2, unnest($3::text[]), $4 on conflict do nothing",
            [roster.Id, roster.Generation, stretch.Townships.ToArray(), time.GetUtcNow()], cancellationToken);
        if (claimed == stretch.Townships.Count)
        {
            if (stretch.WithBackPay)
            {
                await RunAsync(DueLines.InsertEarlier, [roster.Id, roster.Program, roster.Month], cancellationToken);
            }

            await RunAsync(DueLines.InsertOrdinary, [roster.Id, roster.Program, roster.Month, stretch.From, stretch.Until], cancellationToken);
        }
        else if (claimed > 0)
        {
            throw new InvalidOperationException("Another run of this roster holds some townships of the stretch.");
        }
    }

    /// <summary>The keys of the bank list's rows in the order of their numbers, once all lines are there.</summary>
    public async Task<Guid[]> NumberAsync(Guid rosterId, CancellationToken cancellationToken)
    {
        await using var command = await unitOfWork.CommandAsync(OrderSql.Places, [rosterId], cancellationToken);
        command.CommandTimeout = 300;
        return (Guid[])(await command.ExecuteScalarAsync(cancellationToken))!;
    }

    /// <summary>Writes and hashes the bank list's rows of one of the two shares of the households.</summary>
    public async Task WriteOrdersAsync(Roster roster, int share, Guid[] places, CancellationToken cancellationToken) =>
        await RunAsync(OrderSql.Insert, [roster.Id, roster.ProgramName, share, places], cancellationToken);

    /// <summary>Compares the lines with those of the month before; what an earlier try left is replaced.</summary>
    public async Task CompareAsync(Roster roster, CancellationToken cancellationToken)
    {
        await ClearAsync(roster.Id, ["roster_changes"], cancellationToken);
        if (roster.Kind == Roster.Monthly)
        {
            await RunAsync(ComparisonSql.Insert, [roster.Id, roster.Program, roster.Month, await PreviousAsync(roster, cancellationToken)], cancellationToken);
        }
    }

    /// <summary>Runs the checks, once the rows are there and compared; what an earlier try left is replaced.</summary>
    public async Task CheckAsync(Roster roster, CancellationToken cancellationToken)
    {
        await ClearAsync(roster.Id, ["roster_findings"], cancellationToken);
        await RunAsync(FindingSql.Insert, [roster.Id, roster.Program, roster.Month, .. await hinted.ParametersAsync(cancellationToken)], cancellationToken);
    }

    /// <summary>Sums up the rows, once all are there.</summary>
    public async Task<RosterSums> SumAsync(Guid rosterId, CancellationToken cancellationToken)
    {
        await using var command = await unitOfWork.CommandAsync(OrderSql.Sums, [rosterId], cancellationToken);
        command.CommandTimeout = 300;
        await using var reader = await command.ExecuteReaderAsync(cancellationToken);
        await reader.ReadAsync(cancellationToken);
        return new(reader.GetInt32(0), reader.GetInt32(1), reader.GetDecimal(2), reader.GetString(3));
    }

    /// <summary>Notes that everything is there.</summary>
    public async Task FinishAsync(Roster roster, RosterSums sums, CancellationToken cancellationToken)
    {
        var blocking = await db.RosterFindings.IgnoreQueryFilters().CountAsync(f => f.RosterId == roster.Id && f.Blocking, cancellationToken);
        roster.Complete(sums.Households, sums.Persons, sums.Total, blocking, sums.ContentHash);
    }

    /// <summary>From the lines to the finished roster in the caller's transaction.</summary>
    public async Task CompleteAsync(Roster roster, CancellationToken cancellationToken)
    {
        var places = await NumberAsync(roster.Id, cancellationToken);
        await WriteOrdersAsync(roster, 0, places, cancellationToken);
        await WriteOrdersAsync(roster, 1, places, cancellationToken);

        await CompareAsync(roster, cancellationToken);
        await CheckAsync(roster, cancellationToken);
        await FinishAsync(roster, await SumAsync(roster.Id, cancellationToken), cancellationToken);
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

/// <summary>What a roster comes to.</summary>
/// <param name="Total">Yuan.</param>
/// <param name="ContentHash">SHA-256 over the row hashes in their order.</param>
internal sealed record RosterSums(int Households, int Persons, decimal Total, string ContentHash);

/// <summary>A row that is not as it was sealed: its place in the list, and the family it pays where that can still be told.</summary>
internal sealed record BrokenRow(int Number, string? HeadName)
{
    public override string ToString() => $"第 {Number} 行与封存时不一致{(HeadName is null ? "" : $"（户主{HeadName}）")}";
}
