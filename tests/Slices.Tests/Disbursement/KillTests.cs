using System.Diagnostics;
using System.Globalization;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Npgsql;
using Xunit.Abstractions;

namespace SocialAssistance.Slices.Tests.Disbursement;

/// <summary>
/// The process that makes a roster dies by SIGKILL, or its database does, at any moment of making and sealing. A few times
/// here; fifty by <c>./dev kill</c>. The seed says which dies when.
/// </summary>
public sealed class KillTests(ITestOutputHelper output) : IAsyncLifetime
{
    private static readonly int Kills = Setting("KILLS", 5);
    private static readonly int Seed = Setting("KILL_SEED", 20261125);
    private static readonly int Households = Kills < 20 ? 1500 : 4000;

    private readonly KilledApp _app = new();
    private readonly Random _random = new(Seed);
    private Visitor _first = null!;
    private ProductProcess _process = null!;
    private readonly Stopwatch _hurried = Stopwatch.StartNew();
    private readonly Stopwatch _ran = Stopwatch.StartNew();
    private int _applications;
    private int _databases;

    public Task InitializeAsync() => _app.InitializeAsync();

    public async Task DisposeAsync()
    {
        _process?.Dispose();
        await _app.DisposeAsync();
    }

    [Fact]
    public async Task A_month_whose_application_and_database_were_killed_at_random_moments_equals_the_undisturbed_one()
    {
        await _app.Seed(Households, from: "2026-10-01");
        (_first, var second) = await _app.Officers();
        var roster = await Ask();
        _process = ProductProcess.Start(_app.Database);
        await Until(roster, async () => await _app.Status(roster) == "prepared");
        var expected = await Content(roster);

        // One kill is left for the seal; a month that is finished early is made anew until the others are used up.
        while (_applications + _databases < Kills - 1)
        {
            await (await _first.Get($"/disbursement/rosters/{roster}")).Form("withdraw").Fill("作废原因", "测试").Submit();
            roster = await Ask();
            await Disturb(roster);
            Assert.Equal(expected, await Content(roster));
        }

        Assert.Equal(0, await _app.Sql.Count("(select 1 from disbursement.payments where roster_id = $1 group by household_id, person_key, benefit, for_month having count(*) > 1) twice", roster));
        await Again(() => _app.Submit(_first, roster), page => page.Status == 200);
        await SealUnderKills(second, roster);

        Assert.Equal(expected, await Content(roster));
        Assert.Equal(1, await _app.Sql.Count("disbursement.rosters where sealed_at is not null and seal_number = 1"));
        var verified = await (await _first.Get("/disbursement/verification")).Form("verify").Submit();
        Assert.Contains("已核验 1 个封存批次，全部与封存时一致", verified.Text, StringComparison.Ordinal);
        output.WriteLine($"Seed {Seed}: the application was killed {_applications} times, the database {_databases} times; {expected.Lines} lines, {expected.Total} yuan, as undisturbed.");
    }

    // Kills one or the other until the roster is made or the kills are used up, then lets it be finished.
    private async Task Disturb(Guid roster)
    {
        while (_applications + _databases < Kills - 1 && await Told(() => _app.Status(roster)) == "generating")
        {
            var done = await Told(() => Townships(roster));
            // A few more townships, or a moment into the numbering and comparing that follow the last one.
            var patience = done + _random.Next(1, 4);
            await Until(roster, async () => await _app.Status(roster) != "generating" || (await IsAtWork() && (await Townships(roster) >= patience || await IsCompleting(roster))));
            await Task.Delay(_random.Next(0, done < 23 ? 40 : 500));
            if (_random.Next(2) == 0)
            {
                await _process.Kill();
                _applications++;
                output.WriteLine($"{_ran.Elapsed.TotalSeconds:F1} s: the application, after {done} townships");
            }
            else
            {
                // An application at work lives on and finds its database again by itself.
                await KillDatabase();
                output.WriteLine($"{_ran.Elapsed.TotalSeconds:F1} s: the database, after {done} townships");
            }
        }

        await Until(roster, async () => await _app.Status(roster) == "prepared");
    }

    private async Task SealUnderKills(Visitor officer, Guid roster)
    {
        for (var attempt = 0; attempt < (Kills < 20 ? 2 : 5) && await Told(() => _app.Status(roster)) != "sealed"; attempt++)
        {
            var form = (await Again(() => officer.Get($"/disbursement/rosters/{roster}/seal"), page => page.Html.QuerySelector("#seal-roster") is not null)).Form("seal-roster");
            var seal = Task.Run(() => form.Submit());
            await Task.Delay(_random.Next(0, 400));
            await KillDatabase();
            try
            {
                await seal;
            }
            catch (Exception cut) when (cut is NpgsqlException or InvalidOperationException or IOException)
            {
                // Whoever pressed the button sees an error page and looks again.
            }
        }

        if (await Told(() => _app.Status(roster)) != "sealed")
        {
            await Again(() => _app.Seal(officer, roster), page => page.Status == 200);
        }

        Assert.Equal("sealed", await _app.Status(roster));
    }

    private async Task KillDatabase()
    {
        await _app.Server.KillAsync(hard: _random.Next(2) == 0);
        await Task.Delay(_random.Next(0, 300));
        await _app.Server.StartAgainAsync();
        NpgsqlConnection.ClearAllPools();
        _databases++;
    }

    // After a failure the queue waits longer each time; here nobody waits. A job at work is locked and left alone.
    private Task Hurry() => _hurried.Elapsed < TimeSpan.FromSeconds(1) ? Task.CompletedTask : Told(() =>
    {
        _hurried.Restart();
        return _app.Sql.Execute("update platform.jobs set not_before = now() where id in (select id from platform.jobs where finished_at is null and not_before > now() for update skip locked)");
    });

    private async Task<Guid> Ask()
    {
        var page = await (await Again(() => _first.Get("/disbursement/rosters"), p => p.Status == 200)).Form("generate").Fill("救助类型", DisbursementApp.Program).Fill("发放月份", "2026-12").Submit();
        Assert.True(page.Url.AbsolutePath.StartsWith("/disbursement/rosters/", StringComparison.Ordinal), page.Text);
        // The processes that work live by the real clock, which may stand before the test's.
        await _app.Sql.Execute("update platform.jobs set not_before = least(not_before, now())");
        return Guid.Parse(page.Url.Segments[^1]);
    }

    // Killing a process that has not begun would prove nothing.
    private async Task<bool> IsAtWork() =>
        await _app.Sql.Count("pg_stat_activity where datname = current_database() and pid <> pg_backend_pid() and state <> 'idle' and query ~ 'disbursement[.](payments|roster_|rosters)'") > 0;

    private Task<long> Townships(Guid roster) => _app.Sql.Count("disbursement.roster_townships where roster_id = $1", roster);

    private async Task<bool> IsCompleting(Guid roster) =>
        await _app.Sql.One<int>("select townships from disbursement.rosters where id = $1", roster) is > 0 and var all && await Townships(roster) == all;

    private async Task<(string? Hash, long Lines, decimal Total)> Content(Guid roster) => (
        await Told(() => _app.Sql.One<string>("select content_hash from disbursement.rosters where id = $1", roster)),
        await _app.Sql.Count("disbursement.payments where roster_id = $1", roster),
        await _app.Sql.One<decimal>("select sum(amount) from disbursement.payments where roster_id = $1", roster));

    private async Task Until(Guid roster, Func<Task<bool>> reached)
    {
        // A cold process on a machine that builds something else takes its time; what is proved is the end, not the speed.
        for (var started = Stopwatch.StartNew(); started.Elapsed < TimeSpan.FromMinutes(4);)
        {
            if (await Told(reached))
            {
                return;
            }

            await Hurry();
            // Killed, or its database died while it was starting: whoever runs it starts it again.
            if (_process.HasEnded)
            {
                _process.Dispose();
                _process = ProductProcess.Start(_app.Database);
            }

            await Task.Delay(10);
        }

        var jobs = await _app.Sql.One<string>("select string_agg(concat(kind, ' ', attempts, ' ', not_before, ' ', last_error), E'\n') from platform.jobs where finished_at is null");
        var work = await _app.Sql.One<string>("select string_agg(concat(state, ' ', wait_event, ' ', now() - query_start, ' ', left(query, 200)), E'\n') from pg_stat_activity where datname = current_database() and state <> 'idle'");
        Assert.Fail($"The roster {roster} got stuck after {await Townships(roster)} townships. The process {_process.State}\nJobs: {jobs}\nWork: {work}");
    }

    // A connection from before a kill is broken once; the next one is not.
    private static async Task<T> Told<T>(Func<Task<T>> question)
    {
        for (var attempt = 0; ; attempt++)
        {
            try
            {
                return await question();
            }
            catch (NpgsqlException) when (attempt < 60)
            {
                await Task.Delay(100);
            }
        }
    }

    private static async Task<Page> Again(Func<Task<Page>> step, Func<Page, bool> good)
    {
        for (var attempt = 0; ; attempt++)
        {
            try
            {
                if (await step() is var page && (good(page) || attempt >= 20))
                {
                    return page;
                }
            }
            catch (Exception cut) when (cut is NpgsqlException or InvalidOperationException && attempt < 20)
            {
                // Broken by the kill; asked again.
            }

            await Task.Delay(200);
        }
    }

    private static int Setting(string name, int otherwise) => Environment.GetEnvironmentVariable(name) is { Length: > 0 } value ? int.Parse(value, CultureInfo.InvariantCulture) : otherwise;

    /// <summary>An application that takes requests but does no queued work, on a database that is killed; the work is left to processes that die.</summary>
    private sealed class KilledApp : DisbursementApp
    {
        public KillableServer Server { get; private set; } = null!;

        public override async Task DisposeAsync()
        {
            await base.DisposeAsync();
            await Server.DisposeAsync();
        }

        protected override async Task<TestDatabase> DatabaseAsync()
        {
            Server = await KillableServer.StartAsync();
            return await TestDatabase.OnAsync(Server);
        }

        protected override void Change(IServiceCollection services)
        {
            var worker = services.Single(s => s.ServiceType == typeof(IHostedService) && s.ImplementationType?.Name == "JobWorker");
            services.Remove(worker);
        }
    }
}
