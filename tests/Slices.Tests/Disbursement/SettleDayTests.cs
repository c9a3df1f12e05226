using SocialAssistance.Rules.Values;

namespace SocialAssistance.Slices.Tests.Disbursement;

/// <summary>Until which day changes count in a month's roster. The clock stands at 2 November 2026, 09:00.</summary>
public sealed class SettleDayTests : IAsyncLifetime
{
    private readonly DisbursementApp _app = new();

    public Task InitializeAsync() => _app.InitializeAsync();

    public Task DisposeAsync() => _app.DisposeAsync();

    [Fact]
    public async Task A_benefit_confirmed_after_the_settle_day_waits_for_the_next_roster_and_is_paid_there_as_back_pay()
    {
        await _app.Seed(6);
        var (first, second) = await _app.Officers();
        await Settle(first, "2026-12", "before", "20");
        await _app.Later(17);
        // 19 November: the last day that counts. 22 November: one that waits.
        await _app.Confirm("早到户", 500m, new(2026, 12), "6228480000000000111", "360731196803152422");
        (first, second) = await _app.Later(3);
        await _app.Confirm("晚到户", 600m, new(2026, 12), "6228480000000000222", "360731197003152437");

        var roster = await _app.Generate(first);

        Assert.Equal(["早到户"], await Heads(roster));
        var preview = await first.Get($"/disbursement/rosters/{roster}");
        Assert.Contains("本批截至2026年11月20日的事项（于民字〔2026〕5号 三）", preview.Text, StringComparison.Ordinal);
        Assert.Contains("晚到户", preview.Text, StringComparison.Ordinal);
        await _app.Submit(first, roster);
        await _app.Seal(second, roster);
        Assert.Equal("sealed", await _app.Status(roster));
        Assert.Equal(["没有", "没有", "没有", "没有"], (await first.Get($"/disbursement/rosters/{roster}/four-errors")).Table("多发、漏发、重发、迟发").Select(r => r[4]));

        (first, second) = await _app.Later(30);
        var january = await _app.Sealed(first, second, "2027-01");

        Assert.Equal([600m, 600m], (await _app.Sql.Rows("select amount from disbursement.payments where roster_id = $1 and head_name = '晚到户' order by for_month", january)).Select(r => (decimal)r[0]!));
        Assert.Equal("added", await _app.Sql.One<string>("select cause from disbursement.roster_changes where roster_id = $1 and head_name = '晚到户' and cause <> 'back-pay'", january));
        Assert.Equal(1, await _app.Sql.Count("disbursement.payments where roster_id = $1 and kind = 'back-pay'", january));
        Assert.Equal(["没有", "没有", "没有", "没有"], (await first.Get($"/disbursement/rosters/{january}/four-errors")).Table("多发、漏发、重发、迟发").Select(r => r[4]));
        Assert.Contains("全部与封存时一致", (await (await first.Get("/disbursement/verification")).Form("verify").Submit()).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_withdrawal_after_the_settle_day_is_paid_nothing_all_the_same()
    {
        await _app.Seed(3);
        var (first, _) = await _app.Officers();
        await Settle(first, "2026-12", "before", "5");
        var withdrawn = await _app.Confirm("李秀兰", 660m, new(2026, 12));
        (first, _) = await _app.Later(8);
        await _app.Withdraw(withdrawn);

        var roster = await _app.Generate(first);

        Assert.Equal(0, await _app.Sql.Count("disbursement.payments where roster_id = $1 and case_id = $2", roster, withdrawn));
    }

    [Fact]
    public async Task A_raise_after_the_settle_day_leaves_the_old_amount_in_this_roster_and_pays_the_difference_in_the_next()
    {
        await _app.Seed(1);
        var (first, second) = await _app.Officers();
        await Settle(first, "2026-12", "same", "5");
        (first, second) = await _app.Later(36);
        await Raise(70m);

        var december = await _app.Sealed(first, second);
        Assert.Equal(660m, await _app.Sql.One<decimal>("select total from disbursement.rosters where id = $1", december));

        var january = await _app.Generate(first, "2027-01");
        Assert.Equal(800m + 140m, await _app.Sql.One<decimal>("select total from disbursement.rosters where id = $1", january));
    }

    [Fact]
    public async Task A_settle_day_without_its_document_or_for_a_sealed_month_is_refused()
    {
        await _app.Seed(2);
        var (first, second) = await _app.Officers();
        var bare = await (await first.Get("/disbursement/settle-day")).Form("settle").Fill("几日", "31").Fill("文号和条款", "").Submit();
        Assert.Equal("请填写文号和条款", bare.ErrorBeside("文号和条款"));
        Assert.Equal("结算日应在 1 到 28 日之间", bare.ErrorBeside("几日"));

        await _app.Sealed(first, second);
        var late = await Settle(first, "2026-12", "before", "20");

        Assert.Contains("2026年12月的批次已经封存", late.Text, StringComparison.Ordinal);
        Assert.Equal(0, await _app.Sql.Count("disbursement.settle_days"));
    }

    private static async Task<Page> Settle(Visitor officer, string month, string timing, string day) => await (await officer.Get("/disbursement/settle-day")).Form("settle")
        .Fill("开始月份", month).Fill("结算日在", timing).Fill("几日", day).Fill("文号和条款", "于民字〔2026〕5号 三").Submit();

    // Only households confirmed by name; the seeded ones have numbered heads.
    private async Task<IEnumerable<string>> Heads(Guid roster) =>
        (await _app.Sql.Rows("select distinct head_name from disbursement.payments where roster_id = $1 and head_name !~ '[0-9]'", roster)).Select(r => (string)r[0]!);

    private Task<int> Raise(decimal by) => _app.Sql.Execute("""
        with old as (select * from disbursement.entitlements),
        ended as (insert into disbursement.entitlement_endings (id, entitlement_id, last_month, cause, reason, recorded_at, recorded_by_name, ground)
            select gen_random_uuid(), id, date '2026-11-01', 'standard', '标准提高', $2, '系统', 'no-loss' from old)
        insert into disbursement.entitlements (id, household_id, case_id, case_number, division_code, program, head_name, person_id, person_name, id_number, benefit, area, amount, basis, explanation, from_month, cause, determination_id, recorded_at, recorded_by_name)
        select gen_random_uuid(), household_id, case_id, case_number, division_code, program, head_name, person_id, person_name, id_number, benefit, area, amount + $1, basis, '标准提高', date '2026-12-01', 'standard', determination_id, $2, '系统' from old
        """, by, _app.Clock.GetUtcNow());
}
