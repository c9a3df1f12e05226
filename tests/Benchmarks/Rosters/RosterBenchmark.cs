using System.Diagnostics;
using System.Globalization;
using System.Text.Json;
using Microsoft.Extensions.DependencyInjection;
using SocialAssistance.Harness;
using SocialAssistance.Platform.Jobs;

namespace SocialAssistance.Benchmarks.Rosters;

/// <summary>
/// <c>roster [--households N …] [--months N] [--rounds N]</c>: a full monthly run (determine, compare, check, write, hash)
/// by the product's own job, beside a plain INSERT … SELECT of the same ledger lines into a table with the same keys, on the
/// same server in the same minute. Best of the rounds for both; prints the ratio, the memory of the process, and how the
/// time grows from one size to the next.
/// </summary>
internal static class RosterBenchmark
{
    private const string Plain = """
        insert into disbursement.plain_ledger (roster_id, order_key, person_key, benefit, kind, for_month, household_id, case_id, case_number, division_code, head_name, person_id, person_name, id_number,
            area, amount, explanation, entitlement_id)
        select $1, household_id, person_id, benefit, 'base', date '2026-12-01', household_id, case_id, case_number, division_code, head_name, person_id, person_name, id_number, area, amount, explanation, id
        from disbursement.entitlements where recorded_at < date '2026-11-01'
        """;

    public static async Task<int> RunAsync(string[] args)
    {
        var sizes = Values(args, "--households", [30_000, 100_000]);
        var months = Values(args, "--months", [36])[0];
        var rounds = Values(args, "--rounds", [3])[0];
        (int Households, double Seconds)? before = null;
        foreach (var households in sizes)
        {
            var seconds = await MeasureAsync(households, months, rounds);
            if (before is { } smaller)
            {
                Console.WriteLine(FormattableString.Invariant($"{(double)households / smaller.Households:0.0} times the households take {seconds / smaller.Seconds:0.00} times as long; twice as many would take {Math.Pow(seconds / smaller.Seconds, Math.Log(2) / Math.Log((double)households / smaller.Households)):0.00} times"));
            }

            before = (households, seconds);
        }

        return 0;
    }

    private static async Task<double> MeasureAsync(int households, int months, int rounds)
    {
        await using var database = await TestDatabase.CloneAsync();
        await using var host = new AppHost(database.Owner + ";Command Timeout=3600", database.App);
        await using var sql = new Sql(database.Owner + ";Command Timeout=3600");
        var filled = Stopwatch.GetTimestamp();
        await County.FillAsync(sql, households, months);
        var ledger = await sql.Count("disbursement.payments");
        Console.WriteLine(FormattableString.Invariant($"{households} households, {months} months, {ledger} ledger lines (made in {Stopwatch.GetElapsedTime(filled).TotalSeconds:0} s)"));
        await sql.Execute("create table disbursement.plain_ledger (like disbursement.payments including all); insert into disbursement.plain_ledger select * from disbursement.payments order by roster_id, order_key");
        // Alone: several statements in one command are one transaction, in which nothing can be vacuumed.
        await sql.Execute("vacuum analyze disbursement.plain_ledger");
        ServerClock? run = null, plain = null;
        for (var round = 1; round <= rounds; round++)
        {
            var roster = Guid.CreateVersion7();
            await sql.Execute("checkpoint");
            var load = Load();
            var plainNow = await ServerClock.TimeAsync(sql, () => sql.Execute(Plain, roster));
            var runNow = await RunOnceAsync(host, sql, roster);
            var lines = await sql.Count("disbursement.payments where roster_id = $1", roster);
            Console.WriteLine($"  round {round}: plain insert {plainNow}, full run {runNow}, {lines} lines; working set {Environment.WorkingSet >> 20} MB; load {load}");
            (run, plain) = (Best(run, runNow), Best(plain, plainNow));
            await sql.Execute("delete from disbursement.plain_ledger where roster_id = $1", roster);
            await sql.Execute("update disbursement.rosters set status = 'withdrawn' where id = $1", roster);
            foreach (var table in (string[])["roster_changes", "roster_findings", "roster_orders", "payments", "roster_townships"])
            {
                await sql.Execute($"delete from disbursement.{table} where roster_id = $1", roster);
                await sql.Execute($"vacuum analyze disbursement.{table}");
            }
        }

        Console.WriteLine(FormattableString.Invariant($"{households} households: full run {run}, plain insert {plain}, ratio {run!.Wall / plain!.Wall:0.0}; managed heap {GC.GetTotalMemory(forceFullCollection: true) >> 20} MB"));
        return run.Wall;
    }

    private static ServerClock Best(ServerClock? before, ServerClock now) => before is null || now.Wall < before.Wall ? now : before;

    // Other work on the machine is part of every number; it stands beside it.
    private static string Load() => File.Exists("/proc/loadavg") ? File.ReadAllText("/proc/loadavg").Split(' ')[0] : "unknown";

    private static async Task<ServerClock> RunOnceAsync(AppHost host, Sql sql, Guid roster)
    {
        await sql.Execute("""
            insert into disbursement.rosters (id, number, program, program_name, month, kind, status, generation, prepared_by, prepared_by_name, prepared_at, townships, households, persons, total, blocking)
            values ($1, $2, 'minimum-living', '低保', date '2026-12-01', 'monthly', 'generating', 1, $1, '系统', '2026-11-20', 0, 0, 0, 0, 0)
            """, roster, $"FF-{roster}");
        await using var scope = host.Services.CreateAsyncScope();
        var job = scope.ServiceProvider.GetServices<IJobHandler>().Single(j => j.Kind == "disbursement.generate");
        var clock = await ServerClock.TimeAsync(sql, () => job.RunAsync(JsonSerializer.SerializeToElement(new { RosterId = roster, Generation = 1 }), CancellationToken.None));
        return await sql.One<string>("select status from disbursement.rosters where id = $1", roster) == "prepared" ? clock : throw new InvalidOperationException("The roster was not made.");
    }

    private static int[] Values(string[] args, string name, int[] otherwise)
    {
        var at = Array.IndexOf(args, name);
        var values = at < 0 ? [] : args[(at + 1)..].TakeWhile(a => !a.StartsWith('-')).Select(a => int.Parse(a, CultureInfo.InvariantCulture)).ToArray();
        return values.Length > 0 ? values : otherwise;
    }
}
