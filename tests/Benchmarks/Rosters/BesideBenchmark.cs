using System.Globalization;
using System.Text.RegularExpressions;
using SocialAssistance.Benchmarks.Impact;
using SocialAssistance.Benchmarks.Pages;
using SocialAssistance.Harness;

namespace SocialAssistance.Benchmarks.Rosters;

/// <summary>
/// <c>beside [--households N …] [--months N] [--users N] [--rounds N]</c>: a demonstration county with N more months
/// of sealed rosters behind its own, the product as a process of its own. People at the windows look at their worklist, at cases and search, about a
/// page a second each; meanwhile somebody has the month's roster made. Prints each page's p50 and p95 before and during the
/// runs with their ratio, and the memory of the process.
/// </summary>
internal static partial class BesideBenchmark
{
    private static readonly string[] Accounts = ["clerk", "clerk2", "leader", "reviewer", "audit"];
    private static readonly string[] Names = ["王伟", "lxl", "刘", "陈秀英", "zjg", "0012", "李强"];
    private static readonly string[] Pages = ["worklist", "case", "search"];

    public static async Task<int> RunAsync(string[] args)
    {
        foreach (var households in Numbers(args, "--households", [30_000, 100_000]))
        {
            await MeasureAsync(households, Numbers(args, "--months", [24])[0], Numbers(args, "--users", [20])[0], Numbers(args, "--rounds", [5])[0]);
        }

        return 0;
    }

    private static async Task MeasureAsync(int households, int months, int users, int rounds)
    {
        await using var database = await TestDatabase.CloneAsync();
        await using var sql = new Sql(database.Owner + ";Command Timeout=3600");
        await using var product = new Pages.ProductProcess(new()
        {
            ["ConnectionStrings__Main"] = database.App, ["ConnectionStrings__Owner"] = database.Owner, ["Demo"] = "true", ["DemoHouseholds"] = $"{households}",
        });
        await product.StartAsync();
        await PaidMonths.FillAsync(sql, months);
        Console.WriteLine($"{households} households, {await sql.Count("disbursement.rosters where kind = 'monthly' and sealed_at is not null")} months, {await sql.Count("disbursement.payments")} ledger lines; load {Load()}");

        var windows = await Task.WhenAll(Enumerable.Range(0, users).Select(i => Client.SignInAsync(product.Address, Accounts[i % Accounts.Length])));
        var cases = CaseLink().Matches(await windows[0].GetAsync("/cases/worklist?tab=all")).Select(m => m.Groups[1].Value).Distinct().ToArray();
        var month = await sql.One<string>("select to_char(max(month) + interval '1 month', 'YYYY-MM') from disbursement.rosters where program = 'minimum-living'") ?? "";
        using var officer = await Client.SignInAsync(product.Address, "fund1");
        await LookAsync(windows, cases, Task.Delay(TimeSpan.FromSeconds(5)), Empty());

        var (before, during, memory) = (Empty(), Empty(), product.WatchMemory());
        for (var round = 1; round <= rounds; round++)
        {
            await LookAsync(windows, cases, Task.Delay(TimeSpan.FromSeconds(10)), before);
            var load = Load();
            await officer.PostAsync("/disbursement/rosters", ("Input.Program", "minimum-living"), ("Input.Month", month));
            var done = DoneAsync(sql);
            await LookAsync(windows, cases, done, during);
            var (roster, seconds, lines) = await done;
            Console.WriteLine(FormattableString.Invariant($"  round {round}: {seconds:0.0} s from the question to the finished roster, {lines} lines; load {load}"));
            await officer.PostAsync($"/disbursement/rosters/{roster}?handler=Withdraw", ("Reason", "测速"));
            await sql.Execute("vacuum analyze disbursement.payments");
            await sql.Execute("vacuum analyze disbursement.roster_orders");
        }

        foreach (var page in Pages)
        {
            var (quiet, busy) = (before[page], during[page]);
            Console.WriteLine(FormattableString.Invariant(
                $"  {page,-9} p50 {quiet.At(0.5):0} → {busy.At(0.5):0} ms, p95 {quiet.At(0.95):0} → {busy.At(0.95):0} ms ({busy.At(0.95) / quiet.At(0.95):0.0}×, {quiet.Count} and {busy.Count} pages)"));
        }

        Console.WriteLine($"  memory {memory.Before >> 20} → {memory.Most >> 20} MB");
    }

    private static Dictionary<string, Times> Empty() => Pages.ToDictionary(p => p, _ => new Times());

    /// <summary>The roster that is being made, when it is finished; its seconds include the wait for the job's turn.</summary>
    private static async Task<(Guid Roster, double Seconds, long Lines)> DoneAsync(Sql sql)
    {
        var started = System.Diagnostics.Stopwatch.StartNew();
        for (; started.Elapsed < TimeSpan.FromMinutes(10); await Task.Delay(20))
        {
            if (await sql.One<Guid?>("select id from disbursement.rosters where status = 'prepared' and program = 'minimum-living' and kind = 'monthly'") is { } roster)
            {
                var seconds = started.Elapsed.TotalSeconds;
                return (roster, seconds, await sql.Count("disbursement.payments where roster_id = $1", roster));
            }
        }

        throw new TimeoutException("The roster was not made within ten minutes.");
    }

    private static async Task LookAsync(Client[] windows, string[] cases, Task until, Dictionary<string, Times> times) =>
        await Task.WhenAll(windows.Select((window, i) => Task.Run(async () =>
        {
            var random = new Random(i);
            for (var turn = i; !until.IsCompleted; turn++)
            {
                await Task.WhenAny(until, Task.Delay(random.Next(0, 2_000)));
                var page = Pages[turn % Pages.Length];
                await times[page].TakeAsync(() => page switch
                {
                    "worklist" => window.GetAsync("/cases/worklist?tab=open"),
                    "case" => window.GetAsync(cases[random.Next(cases.Length)]),
                    _ => window.PostAsync("/search", ("q", Names[random.Next(Names.Length)])),
                });
            }
        })));

    // Other work on the machine is part of every number; it stands beside it.
    private static string Load() => File.Exists("/proc/loadavg") ? File.ReadAllText("/proc/loadavg").Split(' ')[0] : "unknown";

    private static int[] Numbers(string[] args, string name, int[] otherwise)
    {
        var at = Array.IndexOf(args, name);
        var values = at < 0 ? [] : args[(at + 1)..].TakeWhile(a => !a.StartsWith('-')).Select(a => int.Parse(a, CultureInfo.InvariantCulture)).ToArray();
        return values.Length > 0 ? values : otherwise;
    }

    [GeneratedRegex("""href="(/cases/[0-9a-f-]{36})""")]
    private static partial Regex CaseLink();
}
