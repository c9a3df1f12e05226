using Npgsql;
using SocialAssistance.Contracts.Cases;
using SocialAssistance.Slices.Tests.Builders;
using SocialAssistance.Slices.Tests.Cases;
using SocialAssistance.Slices.Tests.Disbursement;

namespace SocialAssistance.Slices.Tests.Standards;

/// <summary>A version that lies ahead is carried in time for the roster of its month, and can be undone until its first day.</summary>
public sealed class UndoTests : IAsyncLifetime
{
    private const string Standard = "minimum-living-allowance.standard";
    private static readonly DateOnly February = new(2027, 2, 1);
    private readonly DisbursementApp _app = new();

    public Task InitializeAsync() => _app.InitializeAsync();

    public Task DisposeAsync() => _app.DisposeAsync();

    [Fact]
    public async Task A_standard_from_February_is_carried_when_the_roster_of_February_can_be_made_and_not_before()
    {
        var id = await _app.InBenefit(new CaseBuilder(_app));
        var version = await Ordered("760", February);

        Assert.Equal(0, await _app.Sql.Count("cases.timeline_entries where kind = 'standard-raised'"));
        Assert.Equal(780m, await Due(id, "2027-02-01"));
        Assert.Contains("2027-01-01 起落实到各户", (await (await _app.LogIn("admin2")).Get($"/standards/versions/{version}/publish")).Text, StringComparison.Ordinal);

        await January();

        Assert.Equal((780m, 1080m), (await Due(id, "2027-01-01"), await Due(id, "2027-02-01")));
        Assert.Contains("增发 1 户", (await (await _app.LogIn("admin2")).Get($"/standards/versions/{version}/publish")).Text, StringComparison.Ordinal);
        var (first, _) = await _app.Officers();
        var roster = await _app.Generate(first, "2027-02");
        Assert.Equal(1080m, await _app.Sql.One<decimal>("select sum(amount) from disbursement.payments where roster_id = $1 and case_id = $2 and for_month = '2027-02-01'", roster, id));
    }

    [Fact]
    public async Task Undone_before_its_first_day_it_gives_every_family_back_what_was_recorded_before()
    {
        await _app.InBenefit(new CaseBuilder(_app));
        await _app.InBenefit(new CaseBuilder(_app));
        var version = await Ordered("760", February);
        // A third family is paid otherwise than its facts say; the version has no part in that.
        var other = await _app.InBenefit(new CaseBuilder(_app));
        await _app.Sql.Execute("alter table disbursement.entitlements disable trigger entitlements_append_only");
        await _app.Sql.Execute("update disbursement.entitlements set amount = amount + 300 where case_id = $1", other);
        await _app.Sql.Execute("alter table disbursement.entitlements enable trigger entitlements_append_only");
        var before = await Recorded();
        await January();
        Assert.Equal(2, await _app.Sql.Count("cases.uprating_raises"));
        Assert.NotEqual(before, await Recorded());

        _app.Clock.Advance(TimeSpan.FromMinutes(1));
        Assert.Equal(200, (await Undo(version)).Status);
        await Publication.DoneAsync(_app);

        Assert.Equal(before, await Recorded());
        Assert.Equal(2, await _app.Sql.Count("cases.timeline_entries where kind = 'standard-taken-back'"));
        Assert.Equal(other, await _app.Sql.One<Guid>("select case_id from cases.uprating_waits"));
        Assert.DoesNotContain("撤销未恢复", (await (await _app.LogIn("reviewer")).Get("/changes?tab=standard")).Text, StringComparison.Ordinal);
        Assert.Equal(0, await ReplayTests.Replay(_app));
        Assert.Contains("恢复原待遇 2 户", (await (await _app.LogIn("admin2")).Get($"/standards/versions/{version}/publish")).Text, StringComparison.Ordinal);
        // Nothing was overwritten, and the determination now is that of the standard that goes on.
        Assert.Equal(4, await _app.Sql.Count("cases.determinations where purpose in ('standard', 'standard-back')"));
        Assert.Equal(0, await _app.Sql.Count("cases.case_files c join cases.determinations d on d.id = c.determination_id where d.assessment::text like '%（标准版本%' or d.monthly_amount <> c.monthly_amount"));
    }

    [Fact]
    public async Task Somebody_who_came_into_benefit_after_it_was_carried_is_raised_on_its_first_day()
    {
        await Ordered("760", February);
        await January();
        // Paid from this very month on, as some counties do, by the figures of January.
        await Publication.PublishAsync(_app, Publication.Line("payment.start-month", "all", "\"same\"", new(2027, 1, 1)));
        var id = await _app.InBenefit(new CaseBuilder(_app));
        Assert.Equal((780m, 780m), (await Due(id, "2027-01-01"), await Due(id, "2027-02-01")));

        _app.Clock.Advance(TimeSpan.FromDays(30));
        await Publication.DoneAsync(_app);

        Assert.Equal((780m, 1080m), (await Due(id, "2027-01-01"), await Due(id, "2027-02-01")));
    }

    [Fact]
    public async Task Undone_before_it_was_carried_it_leaves_no_trace_in_the_cases()
    {
        await _app.InBenefit(new CaseBuilder(_app));
        var version = await Ordered("760", February);
        Assert.Equal(200, (await Undo(version)).Status);

        await January();

        Assert.Equal(0, await _app.Sql.Count("cases.timeline_entries where kind like 'standard-%'"));
    }

    [Fact]
    public async Task A_change_that_somebody_decided_by_it_keeps_it_from_being_undone()
    {
        var id = await _app.InBenefit(new CaseBuilder(_app));
        var version = await Ordered("760", February);
        await January();
        // Counts from February, by the new standard.
        await _app.Change(id, "income", ChangeSteps.Wage(300));

        var refused = await Undo(version, status: 409);

        Assert.Contains(refused.Errors, e => e.Contains("已有 1 户按这个版本作出决定", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_family_whose_raise_a_sealed_roster_already_ordered_is_listed_instead_of_cut()
    {
        var id = await _app.InBenefit(new CaseBuilder(_app));
        var version = await Ordered("760", February);
        await January();
        var (first, second) = await _app.Officers();
        foreach (var month in (string[])["2027-01", "2027-02"])
        {
            await _app.Sealed(first, second, month);
        }

        Assert.Equal(200, (await Undo(version)).Status);
        await Publication.DoneAsync(_app);

        Assert.Equal(1080m, await Due(id, "2027-02-01"));
        var list = await (await _app.LogIn("reviewer")).Get("/changes?tab=standard");
        Assert.Contains("撤销未恢复", list.Text, StringComparison.Ordinal);
        Assert.Contains("批次已经封存", list.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_later_version_that_counts_earlier_does_not_keep_the_first_one_from_its_day()
    {
        var id = await _app.InBenefit(new CaseBuilder(_app));
        await Ordered("760", February);
        var other = await Publication.DraftAsync(_app, Publication.Line(Standard, "rural", "\"700\"", new(2026, 12, 1), new(2027, 1, 31)));
        await Publication.CarryAsync(_app, other, 2, new(2026, 12, 1));
        Assert.Equal(900m, await Due(id, "2026-12-01"));

        await January();

        Assert.Equal((900m, 1080m), (await Due(id, "2027-01-01"), await Due(id, "2027-02-01")));
        Assert.Equal(0, await _app.Sql.Count("cases.uprating_waits"));
    }

    [Fact]
    [Trait("Rule", "HM-18")]
    public async Task A_phase_out_that_a_late_raise_lifts_ends_when_it_was_to_end()
    {
        await Publication.PublishAsync(_app, Publication.Line("phase-out.employment-months", "all", "3", new(2026, 1, 1)));
        var id = await _app.InBenefit(new CaseBuilder(_app));
        await January();
        await _app.Change(id, "found-work", ("Input.PersonId", "李试兰"), ("Input.Amount", "1500"));
        var (first, ended) = await _app.Sql.One<string>("select concat(min(x.last_month), ' ', max(x.last_month)) from disbursement.entitlement_endings x join disbursement.entitlements e on e.id = x.entitlement_id where e.case_id = $1", id) is { } text ? (text, DateOnly.Parse(text.Split(' ')[1], null)) : default;
        Assert.True(await Due(id, $"{ended:yyyy-MM-dd}") == 780m && await Due(id, $"{ended.AddMonths(1):yyyy-MM-dd}") == 0m, first);

        var version = await Publication.DraftAsync(_app, Publication.Line(Standard, "rural", "\"760\"", new(2026, 12, 1)));
        await Publication.CarryAsync(_app, version, 1, new(2026, 12, 1));

        Assert.Equal((1080m, 1080m, 0m), (await Due(id, "2026-12-01"), await Due(id, $"{ended:yyyy-MM-dd}"), await Due(id, $"{ended.AddMonths(1):yyyy-MM-dd}")));
    }

    [Fact]
    public async Task A_withdrawal_whose_work_is_done_only_after_the_month_began_lists_instead_of_cutting()
    {
        var id = await _app.InBenefit(new CaseBuilder(_app));
        var version = await Ordered("760", February);
        await January();
        await using (var busy = new NpgsqlConnection(_app.Database.Owner))
        {
            // What a seal holds: the work waits for it over the end of the month.
            await busy.OpenAsync();
            await using var hold = new NpgsqlCommand("select pg_advisory_lock(5760, 1)", busy);
            await hold.ExecuteNonQueryAsync();
            Assert.Equal(200, (await Undo(version)).Status);
            _app.Clock.Advance(TimeSpan.FromDays(30));
            await using var release = new NpgsqlCommand("select pg_advisory_unlock(5760, 1)", busy);
            await release.ExecuteNonQueryAsync();
        }

        await Publication.DoneAsync(_app);

        Assert.Equal(1080m, await Due(id, "2027-02-01"));
        Assert.Equal("withdrawn", await _app.Sql.One<string>("select kind from cases.uprating_waits where case_id = $1", id));
    }

    [Fact]
    public async Task The_database_takes_back_nothing_that_has_begun()
    {
        var id = await _app.InBenefit(new CaseBuilder(_app));

        var refused = await Assert.ThrowsAsync<PostgresException>(() => _app.Sql.Execute("""
            insert into disbursement.entitlement_endings (id, entitlement_id, last_month, cause, reason, ground, recorded_at, recorded_by_name)
            select gen_random_uuid(), id, from_month - interval '1 month', 'standard', '试', 'not-in-force', now(), '试' from disbursement.entitlements where case_id = $1
            """, id));
        Assert.Equal("ck_entitlement_endings_ground", refused.ConstraintName);
    }

    private async Task<Guid> Ordered(string rural, DateOnly first)
    {
        var version = await Publication.DraftAsync(_app, Publication.Line(Standard, "rural", $"\"{rural}\"", first));
        await Publication.OrderAsync(_app, version, 1, first);
        await Publication.DoneAsync(_app);
        return version;
    }

    private async Task January()
    {
        _app.Clock.Advance(new DateTimeOffset(2027, 1, 4, 9, 0, 0, TimeSpan.FromHours(8)) - _app.Clock.GetUtcNow());
        await Publication.DoneAsync(_app);
    }

    private async Task<Page> Undo(Guid version, int status = 200)
    {
        var page = await (await _app.LogIn("admin2")).Get($"/standards/versions/{version}/publish");
        var done = await page.Form("withdraw-form").Fill("撤销原因", "文件有误").Submit();
        Assert.True(done.Status == status, done.Text);
        return done;
    }

    private Task<decimal> Due(Guid id, string month) => _app.Sql.One<decimal>("""
        select coalesce(sum(amount), 0) from disbursement.entitlements e where case_id = $1 and from_month <= $2
            and not exists (select from disbursement.entitlement_endings x where x.entitlement_id = e.id and x.last_month < $2)
        """, id, DateOnly.Parse(month, null));

    /// <summary>What is recorded as due in each month to come, per case, person and benefit.</summary>
    private Task<string?> Recorded() => _app.Sql.One<string>("""
        select string_agg(concat_ws(' ', case_id, person_id, benefit, month, amount), E'\n' order by case_id, person_id, benefit, month) from (
            select e.case_id, e.person_id, e.benefit, m::date as month, sum(e.amount) as amount
            from generate_series('2026-12-01'::date, '2027-12-01', interval '1 month') m join disbursement.entitlements e on e.from_month <= m::date
                and not exists (select from disbursement.entitlement_endings x where x.entitlement_id = e.id and x.last_month < m::date)
            group by 1, 2, 3, 4) d
        """);
}
