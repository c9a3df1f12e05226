using System.Diagnostics;
using System.Globalization;
using SocialAssistance.Benchmarks.Pages;
using SocialAssistance.Harness;

namespace SocialAssistance.Benchmarks.Impact;

/// <summary>
/// <c>impact [--households N …] [--users N] [--rounds N]</c>: fills a demonstration county of N families by COPY, starts the
/// product as a process of its own and lets an administrator ask for the impact of a raised standard, done by the product's
/// own job. While it runs, people at the windows look at their worklist as they did before. Prints seconds, households per
/// second, the memory of the process, and the worklist's p50 and p95 before and during the run with their ratio.
/// </summary>
internal static class ImpactBenchmark
{
    private static readonly string[] Accounts = ["clerk", "clerk2", "leader", "reviewer", "audit"];

    public static async Task<int> RunAsync(string[] args)
    {
        var users = Numbers(args, "--users", [20])[0];
        var rounds = Numbers(args, "--rounds", [3])[0];
        foreach (var households in Numbers(args, "--households", [30_000, 100_000]))
        {
            await MeasureAsync(households, users, rounds);
        }

        return 0;
    }

    private static async Task MeasureAsync(int households, int users, int rounds)
    {
        await using var database = await TestDatabase.CloneAsync();
        await using var sql = new Sql(database.Owner + ";Command Timeout=3600");
        await using var product = new Pages.ProductProcess(new()
        {
            ["ConnectionStrings__Main"] = database.App, ["ConnectionStrings__Owner"] = database.Owner, ["Demo"] = "true", ["DemoHouseholds"] = $"{households}",
        });
        var started = Stopwatch.GetTimestamp();
        await product.StartAsync();
        await sql.Execute("vacuum analyze");
        var inBenefit = await sql.Count("cases.case_files where stage = 'in-benefit'");
        Console.WriteLine($"{households} households, {inBenefit} in benefit (made in {Stopwatch.GetElapsedTime(started).TotalSeconds:0} s); load {Load()}");

        var windows = await Task.WhenAll(Enumerable.Range(0, users).Select(i => Client.SignInAsync(product.Address, Accounts[i % Accounts.Length])));
        using var administrator = await Client.SignInAsync(product.Address, "admin1");
        await LookAsync(windows, Task.Delay(TimeSpan.FromSeconds(5)));
        for (var round = 1; round <= rounds; round++)
        {
            var before = await LookAsync(windows, Task.Delay(TimeSpan.FromSeconds(15)));
            var version = await DraftAsync(sql, round);
            var load = Load();
            var memory = product.WatchMemory();
            await administrator.PostAsync($"/standards/versions/{version}/impact");
            var done = DoneAsync(sql, version);
            var during = await LookAsync(windows, done);
            var (seconds, lines) = await done;
            Console.WriteLine(FormattableString.Invariant(
                $"  round {round}: {seconds:0.0} s, {inBenefit / seconds:0} households/s, {lines} lines; memory {memory.Before >> 20} → {memory.Most >> 20} MB; worklist p50 {before.At(0.5):0} → {during.At(0.5):0} ms, p95 {before.At(0.95):0} → {during.At(0.95):0} ms ({during.At(0.95) / before.At(0.95):0.0}×, {before.Count} and {during.Count} pages); load {load}"));
        }
    }

    /// <summary>A raise of both areas' allowance and of care, each round by another amount.</summary>
    private static async Task<Guid> DraftAsync(Sql sql, int round)
    {
        var id = Guid.CreateVersion7();
        await sql.Execute("""
            insert into standards.versions (id, number, division_code, title, status, row_version, author_ids, created_by_name, created_at)
            values ($1, 1 + (select coalesce(max(number), 0) from standards.versions), '360731', '提标试算', 'Draft', 1, '{}', '郑管理', now())
            """, id);
        await sql.Execute("""
            insert into standards.version_lines (id, version_id, key, area, value, state, from_day, document_id, article)
            select gen_random_uuid(), $1, k.key, k.area, to_jsonb(k.value)::text, 'stated', date_trunc('month', now() - interval '3 months')::date, (select id from standards.documents where number = '于民字〔2023〕30号'), '一（二）'
            from (values ('minimum-living-allowance.standard', 'rural', $2), ('minimum-living-allowance.standard', 'urban', $3)) k (key, area, value)
            """, id, $"{700 + round}.00", $"{950 + round}.00");
        return id;
    }

    private static async Task<(double Seconds, long Lines)> DoneAsync(Sql sql, Guid version)
    {
        for (var waited = Stopwatch.StartNew(); waited.Elapsed < TimeSpan.FromMinutes(30); await Task.Delay(100))
        {
            // From the moment it was asked for, the wait for the job's turn included.
            if (await sql.One<double?>("select extract(epoch from finished_at - asked_at)::float8 from standards.impact_runs where version_id = $1 and status = 'Done'", version) is { } seconds)
            {
                return (seconds, await sql.Count("standards.impact_lines l join standards.impact_runs r on r.id = l.run_id and r.version_id = $1", version));
            }
        }

        throw new TimeoutException("The impact run did not end within half an hour.");
    }

    /// <summary>Everybody looks at the worklist about once a second until <paramref name="until"/> is over.</summary>
    private static async Task<Times> LookAsync(Client[] windows, Task until)
    {
        var times = new Times();
        await Task.WhenAll(windows.Select((window, i) => Task.Run(async () =>
        {
            var random = new Random(i);
            while (!until.IsCompleted)
            {
                await Task.WhenAny(until, Task.Delay(random.Next(0, 2_000)));
                await times.TakeAsync(() => window.GetAsync("/cases/worklist"));
            }
        })));
        return times;
    }

    // Other work on the machine is part of every number; it stands beside it.
    private static string Load() => File.Exists("/proc/loadavg") ? File.ReadAllText("/proc/loadavg").Split(' ')[0] : "unknown";

    private static int[] Numbers(string[] args, string name, int[] otherwise)
    {
        var at = Array.IndexOf(args, name);
        var values = at < 0 ? [] : args[(at + 1)..].TakeWhile(a => !a.StartsWith('-')).Select(a => int.Parse(a, CultureInfo.InvariantCulture)).ToArray();
        return values.Length > 0 ? values : otherwise;
    }
}
