using System.Diagnostics;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;

namespace SocialAssistance.Slices.Tests.Disbursement;

/// <summary>The process that makes a roster dies by SIGKILL, again and again, at any moment of the work.</summary>
public sealed class KillTests : IAsyncLifetime
{
    private readonly IdleApp _app = new();

    public Task InitializeAsync() => _app.InitializeAsync();

    public Task DisposeAsync() => _app.DisposeAsync();

    [Fact]
    public async Task A_roster_whose_process_was_killed_again_and_again_equals_the_undisturbed_one()
    {
        await _app.Seed(4000, from: "2026-10-01");
        var (first, _) = await _app.Officers();
        var undisturbed = await Ask(first);
        using (var process = ProductProcess.Start(_app.Database))
        {
            await Until(process, undisturbed, async () => await _app.Status(undisturbed) == "prepared");
        }

        var expected = await Content(undisturbed);
        await (await first.Get($"/disbursement/rosters/{undisturbed}")).Form("withdraw").Fill("作废原因", "测试").Submit();

        var disturbed = await Ask(first);
        var random = new Random(20261125);
        var killed = 0;
        for (var kill = 0; kill < 8 && await _app.Status(disturbed) == "generating"; kill++)
        {
            var done = await Townships(disturbed);
            using var process = ProductProcess.Start(_app.Database);
            // One or two more townships, or a moment into the numbering and comparing that follow the last one.
            var patience = done + random.Next(1, 4);
            await Until(process, disturbed, async () => await Townships(disturbed) >= patience || await _app.Status(disturbed) != "generating" || await IsCompleting(disturbed));
            await Task.Delay(random.Next(0, 30));
            await process.Kill();
            killed++;
        }

        Assert.True(killed >= 3, $"The work was done after {killed} kills; seed more households.");

        using (var process = ProductProcess.Start(_app.Database))
        {
            await Until(process, disturbed, async () => await _app.Status(disturbed) == "prepared");
        }

        Assert.Equal(expected, await Content(disturbed));
        Assert.Equal(0, await _app.Sql.Count("(select 1 from disbursement.payments where roster_id = $1 group by household_id, person_key, benefit, for_month having count(*) > 1) twice", disturbed));
    }

    private async Task<Guid> Ask(Visitor officer)
    {
        var page = await (await officer.Get("/disbursement/rosters")).Form("generate").Fill("救助类型", DisbursementApp.Program).Fill("发放月份", "2026-12").Submit();
        Assert.True(page.Url.AbsolutePath.StartsWith("/disbursement/rosters/", StringComparison.Ordinal), page.Text);
        // The processes that work live by the real clock, which may stand before the test's.
        await _app.Sql.Execute("update platform.jobs set not_before = least(not_before, now())");
        return Guid.Parse(page.Url.Segments[^1]);
    }

    private Task<long> Townships(Guid roster) => _app.Sql.Count("disbursement.roster_townships where roster_id = $1", roster);

    private async Task<bool> IsCompleting(Guid roster) =>
        await _app.Sql.One<int>("select townships from disbursement.rosters where id = $1", roster) is > 0 and var all && await Townships(roster) == all;

    private async Task<(string? Hash, long Lines, decimal Total)> Content(Guid roster) => (
        await _app.Sql.One<string>("select content_hash from disbursement.rosters where id = $1", roster),
        await _app.Sql.Count("disbursement.payments where roster_id = $1", roster),
        await _app.Sql.One<decimal>("select sum(amount) from disbursement.payments where roster_id = $1", roster));

    private async Task Until(ProductProcess process, Guid roster, Func<Task<bool>> reached)
    {
        // A cold process on a machine that builds something else takes its time; what is proved is the end, not the speed.
        for (var started = Stopwatch.StartNew(); started.Elapsed < TimeSpan.FromMinutes(4);)
        {
            if (await reached())
            {
                return;
            }

            await Task.Delay(10);
        }

        var jobs = await _app.Sql.One<string>("select string_agg(concat(kind, ' ', attempts, ' ', not_before, ' ', last_error), E'\n') from platform.jobs where finished_at is null");
        var work = await _app.Sql.One<string>("select string_agg(concat(state, ' ', wait_event, ' ', now() - query_start, ' ', left(query, 200)), E'\n') from pg_stat_activity where datname = current_database() and state <> 'idle'");
        Assert.Fail($"The roster {roster} got stuck after {await Townships(roster)} townships. The process {process.State}\nJobs: {jobs}\nWork: {work}");
    }

    /// <summary>An application that takes requests but does no queued work: that is left to the processes that die.</summary>
    private sealed class IdleApp : DisbursementApp
    {
        protected override void Change(IServiceCollection services)
        {
            var worker = services.Single(s => s.ServiceType == typeof(IHostedService) && s.ImplementationType?.Name == "JobWorker");
            services.Remove(worker);
        }
    }
}
