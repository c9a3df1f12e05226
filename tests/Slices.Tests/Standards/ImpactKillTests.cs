using System.Diagnostics;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using SocialAssistance.Cases.Demo;

namespace SocialAssistance.Slices.Tests.Standards;

/// <summary>The process that tries a version over the caseload dies by SIGKILL, again and again.</summary>
public sealed class ImpactKillTests : IAsyncLifetime
{
    private const int Households = 1_500;
    private readonly IdleCounty _app = new();

    public Task InitializeAsync() => _app.InitializeAsync();

    public Task DisposeAsync() => _app.DisposeAsync();

    [Fact]
    public async Task An_impact_run_whose_process_was_killed_again_and_again_equals_the_undisturbed_one()
    {
        var version = await Publication.DraftAsync(_app, Publication.Line("minimum-living-allowance.standard", "rural", "\"700.00\"", new(2026, 9, 1)), Publication.Line("minimum-living-allowance.standard", "urban", "\"950.00\"", new(2026, 9, 1)));
        var administrator = await _app.LogIn("admin1");
        var undisturbed = await Ask(administrator, version);
        using (var process = ProductProcess.Start(_app.Database))
        {
            await Until(process, undisturbed, () => IsDone(undisturbed));
        }

        var disturbed = await Ask(administrator, version);
        var random = new Random(20261125);
        var killed = 0;
        while (!await IsDone(disturbed) && killed < 6)
        {
            var patience = await Chunks(disturbed) + random.Next(3, 15);
            using var process = ProductProcess.Start(_app.Database);
            await Until(process, disturbed, async () => await Chunks(disturbed) >= patience || await IsDone(disturbed));
            await Task.Delay(random.Next(0, 20));
            await process.Kill();
            killed++;
        }

        Assert.True(killed >= 3, $"The run was done after {killed} kills; fill a larger county.");
        using (var process = ProductProcess.Start(_app.Database))
        {
            await Until(process, disturbed, () => IsDone(disturbed));
        }

        Assert.True(await _app.Sql.Count("standards.impact_lines where run_id = $1 and kind = 'gain'", undisturbed) > 100);
        Assert.Equal(await Content(undisturbed), await Content(disturbed));
        // And the page shows the second run like the first.
        Assert.Contains("未说明来源", (await administrator.Get($"/standards/versions/{version}/impact")).Text, StringComparison.Ordinal);
    }

    private async Task<Guid> Ask(Visitor administrator, Guid version)
    {
        var page = await (await administrator.Get($"/standards/versions/{version}/impact")).Form("impact").Submit();
        Assert.Equal(200, page.Status);
        // The processes that work live by the real clock, which may stand before the test's.
        await _app.Sql.Execute("update platform.jobs set not_before = least(not_before, now())");
        return await _app.Sql.One<Guid>("select id from standards.impact_runs where version_id = $1 and status = 'Running'", version);
    }

    private Task<long> Chunks(Guid run) => _app.Sql.Count("standards.impact_chunks where run_id = $1", run);

    private async Task<bool> IsDone(Guid run) => await _app.Sql.Count("standards.impact_runs where id = $1 and status = 'Done'", run) == 1;

    /// <summary>Every line, every chunk and every source of a run, without what belongs to the run itself.</summary>
    private async Task<(string? Lines, string? Chunks, string? Funding)> Content(Guid run) => (
        await _app.Sql.One<string>("select md5(string_agg((to_jsonb(l) - 'run_id')::text, E'\n' order by case_id)) from standards.impact_lines l where run_id = $1", run),
        await _app.Sql.One<string>("select string_agg(concat_ws(' ', program, township, cases), E'\n' order by program, township) from standards.impact_chunks where run_id = $1", run),
        await _app.Sql.One<string>("select string_agg((to_jsonb(f) - 'run_id')::text, E'\n' order by program, area, level) from standards.impact_funding f where run_id = $1", run));

    private async Task Until(ProductProcess process, Guid run, Func<Task<bool>> reached)
    {
        // A cold process on a busy machine takes its time; what is proved is the end, not the speed.
        for (var started = Stopwatch.StartNew(); started.Elapsed < TimeSpan.FromMinutes(4);)
        {
            if (await reached())
            {
                return;
            }

            await Task.Delay(5);
        }

        var jobs = await _app.Sql.One<string>("select string_agg(concat(kind, ' ', attempts, ' ', not_before, ' ', last_error), E'\n') from platform.jobs where finished_at is null");
        Assert.Fail($"The run {run} got stuck after {await Chunks(run)} parts. The process {process.State}\nJobs: {jobs}");
    }

    /// <summary>A demonstration county that takes requests but does no queued work: that is left to the processes that die.</summary>
    private sealed class IdleCounty : App
    {
        public override async Task InitializeAsync()
        {
            await base.InitializeAsync();
            await Run(services => services.GetRequiredService<DemoVerb>().FillAsync(Households, 7, CancellationToken.None));
        }

        protected override void Change(IServiceCollection services)
        {
            var worker = services.Single(s => s.ServiceType == typeof(IHostedService) && s.ImplementationType?.Name == "JobWorker");
            services.Remove(worker);
        }
    }
}
