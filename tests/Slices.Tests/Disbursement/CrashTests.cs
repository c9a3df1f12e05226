namespace SocialAssistance.Slices.Tests.Disbursement;

public sealed class CrashTests : IAsyncLifetime
{
    private readonly DisbursementApp _app = new();

    public Task InitializeAsync() => _app.InitializeAsync();

    public Task DisposeAsync() => _app.DisposeAsync();

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    public async Task A_roster_whose_making_was_cut_off_again_and_again_equals_the_undisturbed_one(int seed)
    {
        await _app.Seed(1500, from: "2026-11-01");
        var (first, _) = await _app.Officers();
        var undisturbed = await _app.Generate(first);
        var (hash, lines) = await Content(undisturbed);
        await (await first.Get($"/disbursement/rosters/{undisturbed}")).Form("withdraw").Fill("作废原因", "测试").Submit();

        using var done = new CancellationTokenSource();
        var attack = CutConnections(new Random(seed), done.Token);
        var page = await first.Get("/disbursement/rosters");
        var disturbed = Guid.Empty;
        for (var attempt = 0; attempt < 20 && disturbed == Guid.Empty; attempt++)
        {
            try
            {
                await page.Form("generate").Fill("救助类型", DisbursementApp.Program).Fill("发放月份", "2026-12").Submit();
            }
            catch (Exception cut) when (cut is InvalidOperationException or Npgsql.NpgsqlException)
            {
                // The person at the browser sees the error page and presses the button again.
            }

            disturbed = await _app.Sql.One<Guid>("select id from disbursement.rosters where status <> 'withdrawn'");
        }

        // Time passes, so that the queue tries again.
        while (!attack.IsCompleted && await _app.Status(disturbed) == "generating")
        {
            await Task.Delay(100);
            _app.Clock.Advance(TimeSpan.FromSeconds(5));
        }

        await done.CancelAsync();
        var cuts = await attack;
        await _app.Made(disturbed, impatient: true);

        Assert.True(cuts > 0, "No connection was cut while the roster was made.");
        Assert.Equal((hash, lines), await Content(disturbed));
        Assert.Equal(0, await _app.Sql.Count("(select 1 from disbursement.payments where roster_id = $1 group by household_id, person_key, benefit, for_month having count(*) > 1) twice", disturbed));
    }

    private async Task<(string? Hash, long Lines)> Content(Guid roster) => (
        await _app.Sql.One<string>("select content_hash from disbursement.rosters where id = $1", roster),
        await _app.Sql.Count("disbursement.payments where roster_id = $1", roster));

    // Ends the connections that work on the roster, as a crash of the process or the database would.
    private async Task<long> CutConnections(Random random, CancellationToken cancellationToken)
    {
        var cuts = 0L;
        while (!cancellationToken.IsCancellationRequested)
        {
            await Task.Delay(random.Next(5, 60), CancellationToken.None);
            cuts += await _app.Sql.One<long>("""
                select count(*) from (select pg_terminate_backend(pid) from pg_stat_activity
                where datname = current_database() and pid <> pg_backend_pid() and query ~ 'disbursement.(roster_townships|payments|roster_orders|roster_changes|roster_findings)') cut
                """);
            if (cuts >= 10)
            {
                break;
            }
        }

        return cuts;
    }
}
