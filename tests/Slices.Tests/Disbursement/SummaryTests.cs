namespace SocialAssistance.Slices.Tests.Disbursement;

/// <summary>The papers of a roster and the proof that nothing was paid wrongly.</summary>
public sealed class SummaryTests : IAsyncLifetime
{
    private readonly DisbursementApp _app = new();

    public Task InitializeAsync() => _app.InitializeAsync();

    public Task DisposeAsync() => _app.DisposeAsync();

    [Fact]
    public async Task A_roster_is_split_by_who_pays_and_the_rest_is_shown()
    {
        await _app.Seed(10);
        var (first, second) = await _app.Officers();
        foreach (var (level, amount) in new[] { ("county", "88"), ("central", "200") })
        {
            var page = await (await first.Get("/disbursement/funding")).Form("rate").Fill("救助类型", DisbursementApp.Program).Fill("地区", "rural").Fill("资金来源", level)
                .Fill("每人金额", amount).Fill("开始月份", "2026-12").Fill("文号和条款", "于民字〔2023〕30号 二（二）").Submit();
            Assert.Contains("已登记", page.Text, StringComparison.Ordinal);
        }

        var roster = await _app.Sealed(first, second);

        // 20 persons at 330.00: 6,600.00; the county pays 20 × 88, the state 20 × 200, and 840.00 nobody has explained.
        var summary = await first.Get($"/disbursement/rosters/{roster}/summary");
        Assert.Contains("4,000.00", summary.Text, StringComparison.Ordinal);
        Assert.Contains("1,760.00", summary.Text, StringComparison.Ordinal);
        Assert.Contains("未说明来源", summary.Text, StringComparison.Ordinal);
        Assert.Contains("840.00", summary.Text, StringComparison.Ordinal);
        Assert.Contains("陆仟陆佰元整", summary.Text, StringComparison.Ordinal);
        Assert.Contains((await _app.Sql.One<string>("select seal_hash from disbursement.rosters"))!, summary.Text, StringComparison.Ordinal);
    }

    [Fact]
    [Trait("Rule", "YD30-2.4a")]
    public async Task A_share_per_person_and_year_is_split_by_twelfths_with_its_article()
    {
        // The county's document of 2023 gives 1,596 yuan a year for each rural person in extreme poverty.
        await _app.Seed(3, from: "2023-11-01");
        await _app.Sql.Execute("alter table disbursement.entitlements disable trigger user; update disbursement.entitlements set program = 'extreme-poverty', benefit = 'extreme-poverty-basic'; alter table disbursement.entitlements enable trigger user");
        await _app.Sql.Execute("""
            insert into disbursement.rosters (id, number, program, program_name, month, kind, status, generation, prepared_by, prepared_by_name, prepared_at, townships, households, persons, total, blocking)
            values ('00000000-0000-7000-8000-000000000001', 'FF-202312-01', 'extreme-poverty', '特困供养', '2023-12-01', 'monthly', 'prepared', 1, gen_random_uuid(), '系统', $1, 0, 3, 6, 1980, 0);
            """, _app.Clock.GetUtcNow());
        await _app.Sql.Execute("""
            insert into disbursement.payments (roster_id, order_key, person_key, benefit, kind, for_month, household_id, case_id, case_number, division_code, head_name, person_id, person_name, area, amount, explanation, entitlement_id)
            select '00000000-0000-7000-8000-000000000001', household_id, person_id, benefit, 'base', '2023-12-01', household_id, case_id, case_number, division_code, head_name, person_id, person_name, area, amount, explanation, id from disbursement.entitlements
            """);
        var (first, _) = await _app.Officers();

        var row = (await first.Get("/disbursement/rosters/00000000-0000-7000-8000-000000000001/summary")).Table("按资金来源")[0];

        Assert.Equal(["县级（农村）", "6 × 1,596.00 ÷ 12（每人每年，全年按 12 个月平均人数结算）", "798.00"], row.Take(3));
        Assert.Contains("于民字〔2023〕30号 二（四）", row[3], StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_rate_without_its_document_is_not_taken()
    {
        var (first, _) = await _app.Officers();

        var page = await (await first.Get("/disbursement/funding")).Form("rate").Fill("每人金额", "88").Fill("文号和条款", "").Submit();

        Assert.Equal("请填写文号和条款", page.ErrorBeside("文号和条款"));
        Assert.Equal(0, await _app.Sql.Count("disbursement.funding_rates"));
    }

    [Fact]
    public async Task The_signature_sheets_of_the_villages_hold_every_family_once()
    {
        await _app.Seed(40);
        var (first, _) = await _app.Officers();
        var roster = await _app.Generate(first);
        var villages = await _app.Sql.Rows("select distinct division_code from disbursement.roster_orders");

        var heads = new List<string>();
        foreach (var village in villages)
        {
            var page = await first.Get($"/disbursement/rosters/{roster}/signatures?village={village[0]}");
            heads.AddRange(page.Html.QuerySelectorAll(".app-doc tbody tr td:nth-child(2)").Select(c => c.TextContent));
            Assert.DoesNotContain("622848", page.Text, StringComparison.Ordinal);
        }

        Assert.Equal(40, heads.Count);
        Assert.Equal(40, heads.Distinct().Count());
    }

    [Fact]
    public async Task A_clean_roster_has_none_of_the_four_errors_and_a_wrong_one_is_named()
    {
        await _app.Seed(12);
        var (first, second) = await _app.Officers();
        var roster = await _app.Sealed(first, second);
        Assert.Equal(["没有", "没有", "没有", "没有"], (await first.Get($"/disbursement/rosters/{roster}/four-errors")).Table("多发、漏发、重发、迟发").Select(r => r[4]));

        await _app.Sql.Execute("alter table disbursement.payments disable trigger user");
        await _app.Sql.Execute("update disbursement.payments set amount = amount + 5 where person_name = '成员3'");
        await _app.Sql.Execute("delete from disbursement.payments where person_name = '成员4'");
        var wrong = await first.Get($"/disbursement/rosters/{roster}/four-errors?months=12");

        var table = wrong.Table("多发、漏发、重发、迟发");
        Assert.Equal(["1", "1", "0", "0"], table.Select(r => r[2]));
        Assert.Equal("5.00", table[0][3]);
        Assert.Equal("330.00", table[1][3]);
        Assert.Contains("成员4 2026年12月应发 330.00 元，已列 0 元", wrong.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_roster_that_stays_in_the_making_can_be_given_up_with_a_reason()
    {
        var (first, _) = await _app.Officers();
        await _app.Sql.Execute("""
            insert into disbursement.rosters (id, number, program, program_name, month, kind, status, generation, prepared_by, prepared_by_name, prepared_at, townships, households, persons, total, blocking)
            values ('00000000-0000-7000-8000-000000000001', 'FF-202612-01', 'minimum-living', '低保', '2026-12-01', 'monthly', 'generating', 1, gen_random_uuid(), '系统', $1, 0, 0, 0, 0, 0)
            """, _app.Clock.GetUtcNow());
        var page = await first.Get("/disbursement/rosters/00000000-0000-7000-8000-000000000001");
        Assert.Null(page.Html.QuerySelector("#withdraw"));

        _app.Clock.Advance(TimeSpan.FromMinutes(11));
        var stuck = await first.Get("/disbursement/rosters/00000000-0000-7000-8000-000000000001");
        await stuck.Form("withdraw").Fill("作废原因", "后台任务失败").Submit();

        Assert.Equal("withdrawn", await _app.Sql.One<string>("select status from disbursement.rosters"));
    }
}
