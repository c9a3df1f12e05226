using MediatR;
using Microsoft.Extensions.DependencyInjection;
using Npgsql;
using SocialAssistance.Contracts.Cases;
using SocialAssistance.Contracts.Disbursement;
using SocialAssistance.Platform.Data;
using SocialAssistance.Rules.Values;
using SocialAssistance.Slices.Tests.Builders;
using SocialAssistance.Slices.Tests.Cases;

namespace SocialAssistance.Slices.Tests.Disbursement;

/// <summary>Two real transactions in either order: a stop beside a seal, an approval beside an edit. None is lost, and what was paid too much is found.</summary>
public sealed class InterleavingTests : IAsyncLifetime
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);
    private readonly DisbursementApp _app = new();

    public Task InitializeAsync() => _app.InitializeAsync();

    public Task DisposeAsync() => _app.DisposeAsync();

    [Fact]
    public async Task A_stop_that_came_first_makes_the_seal_wait_and_then_refuse()
    {
        var caseId = await _app.Confirm("李秀兰", 660m, new(2026, 12));
        await _app.Confirm("王桂花", 220m, new(2026, 12), "6228480000000000888", "360731197001010028");
        var (first, second) = await _app.Officers();
        var roster = await _app.Generate(first);
        await _app.Submit(first, roster);
        var form = (await second.Get($"/disbursement/rosters/{roster}/seal")).Form("seal-roster");
        var (stopped, letGo) = (new TaskCompletionSource(), new TaskCompletionSource());

        var stop = Stop(caseId, async () =>
        {
            stopped.SetResult();
            await letGo.Task;
        });
        await stopped.Task.WaitAsync(Patience);
        var seal = form.Submit();
        await Waits("pg_advisory_xact_lock(");
        Assert.False(seal.IsCompleted);
        letGo.SetResult();
        await stop.WaitAsync(Patience);

        Assert.Equal(409, (await seal.WaitAsync(Patience)).Status);
        Assert.Equal("submitted", await _app.Status(roster));
        await Found(caseId, sealedMoney: 0m, overpaid: 0);
    }

    [Fact]
    public async Task A_stop_that_came_second_waits_for_the_seal_and_what_was_paid_is_found_as_paid_too_much()
    {
        var caseId = await _app.Confirm("李秀兰", 660m, new(2026, 12));
        var (first, second) = await _app.Officers();
        var roster = await _app.Generate(first);
        await _app.Submit(first, roster);
        var form = (await second.Get($"/disbursement/rosters/{roster}/seal")).Form("seal-roster");
        await using var other = new NpgsqlConnection(_app.Database.Owner);
        await other.OpenAsync();
        await using var held = await other.BeginTransactionAsync();
        await using (var command = new NpgsqlCommand("select id from disbursement.rosters where id = $1 for update", other, held))
        {
            command.Parameters.Add(new() { Value = roster });
            await command.ExecuteScalarAsync();
        }

        // The seal holds every change off and waits for the roster's row; the stop waits for the seal.
        var seal = form.Submit();
        await Waits("rosters");
        var stop = Stop(caseId, () => Task.CompletedTask);
        await Waits("pg_advisory_xact_lock_shared(");
        Assert.False(stop.IsCompleted);
        await held.RollbackAsync();

        await Task.WhenAll(seal, stop).WaitAsync(Patience);
        Assert.Equal("sealed", await _app.Status(roster));
        await Found(caseId, sealedMoney: 660m, overpaid: 1);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task An_approval_and_an_edit_of_one_file_never_overwrite_each_other(bool approvalFirst)
    {
        var id = await _app.InBenefit(new CaseBuilder(_app));
        var clerk = await _app.LogIn("clerk");
        var change = (await ChangeSteps.Propose(clerk, id, "death", ("Input.PersonId", "王试国"))).Url.AbsolutePath;
        var approval = (await (await _app.LogIn("leader")).Get(change)).Form("decide-change").Fill("Input.Decision", "confirm");
        var edit = (await clerk.Get($"/cases/{id}/changes/new/income")).Form("change").Fill("Input.HappenedOn", "2026-11-01").Fill("Input.KnownOn", "2026-11-02").Fill("Input.ReportedBy", "本人")
            .Attach("Input.EvidenceFiles", "工资条.jpg", ChangeSteps.Photo);
        foreach (var (field, value) in ChangeSteps.Wage(1500))
        {
            edit.Fill(field, value);
        }

        // Both forms show the same version; whichever is written first makes the other one stale.
        var one = Task.Run(() => approvalFirst ? approval.Submit("作出决定(Y)") : edit.Submit());
        var two = Task.Run(() => approvalFirst ? edit.Submit() : approval.Submit("作出决定(Y)"));
        var answers = await Task.WhenAll(one, two).WaitAsync(Patience);

        Assert.Equal([200, 409], answers.Select(a => a.Status).Order());
        var confirmed = await _app.Sql.Count("cases.benefit_changes where case_id = $1 and status = 'confirmed'", id);
        var proposed = await _app.Sql.Count("cases.benefit_changes where case_id = $1 and status = 'proposed'", id);
        Assert.Contains((confirmed, proposed), new[] { (1L, 0L), (0L, 2L) });
        Assert.Equal(confirmed == 1 ? 2 : 3, await _app.Sql.Count("disbursement.entitlements e where case_id = $1 and not exists (select from disbursement.entitlement_endings x where x.entitlement_id = e.id and x.last_month < e.from_month)", id));
    }

    // A stop after a hearing, as the case files announce it; the work goes on inside the transaction.
    private Task Stop(Guid caseId, Func<Task> inside) => Task.Run(() => _app.Run(async services =>
    {
        var recorded = (await services.GetRequiredService<IEntitlements>().OfCaseAsync(caseId)).Single();
        await services.GetRequiredService<UnitOfWork>().RunAsync(async () =>
        {
            await services.GetRequiredService<IMediator>().Publish(new BenefitTimelineRevised(
                caseId, "SQ-TEST", caseId, "360731100201", DisbursementApp.Program, recorded.PersonName, "rural", new(2026, 12), [], new Dictionary<Guid, BenefitMonth>(), "stopped", "不配合核查", "停发",
                Guid.CreateVersion7(), RevisionGrounds.Hearing, Guid.CreateVersion7()));
            await inside();
        });
    }));

    // Until so many sessions of the application wait for a lock with a statement like this.
    private async Task Waits(string statement, int sessions = 1)
    {
        for (var i = 0; i < 600; i++)
        {
            if (await _app.Sql.Count("pg_stat_activity where datname = current_database() and wait_event_type = 'Lock' and query like $1", $"%{statement}%") >= sessions)
            {
                return;
            }

            await Task.Delay(50);
        }

        Assert.Fail($"Nobody waits with {statement}: {await _app.Sql.One<string>("select string_agg(concat(state, ' ', wait_event_type, ' ', left(query, 120)), E'\\n') from pg_stat_activity where datname = current_database()")}");
    }

    private async Task Found(Guid caseId, decimal sealedMoney, int overpaid)
    {
        Assert.Equal(sealedMoney, await _app.Sql.One<decimal>("select coalesce(sum(p.amount), 0) from disbursement.payments p join disbursement.rosters r on r.id = p.roster_id where p.case_id = $1 and r.sealed_at is not null", caseId));
        Assert.Equal(1, await _app.Sql.Count("disbursement.entitlement_endings x join disbursement.entitlements e on e.id = x.entitlement_id where e.case_id = $1 and x.last_month = '2026-11-01'", caseId));
        var list = await (await _app.LogIn("fund1")).Get("/disbursement/overpayments");
        Assert.Equal(overpaid == 1, list.Text.Contains("李秀兰", StringComparison.Ordinal));
    }
}
