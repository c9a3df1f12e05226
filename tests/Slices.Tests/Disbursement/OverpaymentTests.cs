namespace SocialAssistance.Slices.Tests.Disbursement;

/// <summary>Money paid beyond what was due is found, claimed after a hearing, and comes back by instalments, never through the bank list.</summary>
public sealed class OverpaymentTests : IAsyncLifetime
{
    private readonly DisbursementApp _app = new();

    public Task InitializeAsync() => _app.InitializeAsync();

    public Task DisposeAsync() => _app.DisposeAsync();

    [Fact]
    public async Task A_death_told_late_is_claimed_after_a_hearing_and_paid_back_by_instalments()
    {
        await _app.Seed(5);
        var (first, second) = await _app.Officers();
        await _app.Sealed(first, second);
        await _app.Sql.Execute("""
            insert into disbursement.entitlement_endings (id, entitlement_id, last_month, cause, reason, recorded_at, recorded_by_name, ground)
            select gen_random_uuid(), id, '2026-11-01', 'members', '去世', $1, '系统', 'death' from disbursement.entitlements where head_name = '户主1'
            """, _app.Clock.GetUtcNow());
        var household = await _app.Sql.One<Guid>($"select {DisbursementApp.Household(1)}");

        var list = await first.Get("/disbursement/overpayments");
        Assert.Equal(["户主1", "2026年12月", "660.00"], list.Table("发现 1 户").Single().Where((_, i) => i is 0 or 2 or 3));
        var silent = await (await first.Get($"/disbursement/overpayments/register?household={household}")).Form("register").Fill("多发原因", "去世后未及时停发").Fill("每月退回", "250").Submit();
        Assert.Equal("请填写听取意见的日期，没有听取意见不能追回", silent.ErrorBeside("听取意见日期"));
        var claim = await silent.Form("register").Fill("听取意见日期", "2026-11-02").Fill("当事人的意见", "无异议").Fill("依据的文件和条款", "社会救助暂行办法 第六十八条").Fill("第一期日期", "2026-12-10").Submit();

        Assert.Contains("追回 ZH-202611-0001", claim.Text, StringComparison.Ordinal);
        Assert.Equal(["250.00", "250.00", "160.00"], claim.Table("分期计划").Select(r => r[2]));
        Assert.Contains("没有发现多发", (await first.Get("/disbursement/overpayments")).Text, StringComparison.Ordinal);
        var again = await first.Get($"/disbursement/overpayments/register?household={household}");
        Assert.Contains("没有还未登记的多发款项", again.Text, StringComparison.Ordinal);
        var notice = await first.Get(claim.Url.AbsolutePath + "/notice");
        Assert.Contains("多发 660.00 元（大写：陆佰陆拾元整）", notice.Text, StringComparison.Ordinal);
        Assert.Contains("行政复议", notice.Text, StringComparison.Ordinal);

        var paid = await Repay(claim, "250", "JK-1");
        Assert.Contains("还剩 410.00 元未退", paid.Text, StringComparison.Ordinal);
        Assert.Equal(409, (await Repay(paid, "100", "JK-1")).Status);
        Assert.Equal(409, (await Repay(await first.Get(claim.Url.AbsolutePath), "410.01", "JK-2")).Status);
        var cleared = await Repay(await first.Get(claim.Url.AbsolutePath), "410", "JK-3");
        Assert.Contains("已经退清", cleared.Text, StringComparison.Ordinal);

        (first, second) = await _app.Later(31);
        var january = await _app.Sealed(first, second, "2027-01");
        Assert.Equal(4 * 660m, await _app.Sql.One<decimal>("select total from disbursement.rosters where id = $1", january));
        Assert.Equal(0, await _app.Sql.Count("disbursement.payments where amount <= 0"));
    }

    [Fact]
    public async Task What_was_found_comes_in_pages_without_a_name_in_the_address()
    {
        await _app.Seed(70);
        var (first, second) = await _app.Officers();
        await _app.Sealed(first, second);
        // All of them died in November, told only now.
        await _app.Sql.Execute("""
            insert into disbursement.entitlement_endings (id, entitlement_id, last_month, cause, reason, recorded_at, recorded_by_name, ground)
            select gen_random_uuid(), id, '2026-11-01', 'stopped', '死亡', $1, '系统', 'death' from disbursement.entitlements
            """, _app.Clock.GetUtcNow());

        var heads = new List<string>();
        var page = await first.Get("/disbursement/overpayments");
        Assert.Contains("发现 70 户共 46,200.00 元", page.Text, StringComparison.Ordinal);
        for (var pages = 1; ; pages++)
        {
            heads.AddRange(page.Table("发现 70 户").Select(r => r[0]));
            if (page.Html.QuerySelector("a[href*='found=']")?.GetAttribute("href") is not { } more)
            {
                Assert.Equal(3, pages);
                break;
            }

            Assert.DoesNotContain("户主", Uri.UnescapeDataString(more), StringComparison.Ordinal);
            page = await first.Get(more.StartsWith('?') ? "/disbursement/overpayments" + more : more);
        }

        Assert.Equal(70, heads.Distinct().Count());
        Assert.Equal(70, heads.Count);
    }

    [Fact]
    public async Task A_raise_told_late_and_a_benefit_that_ends_as_planned_are_no_overpayment_but_a_loss_told_with_them_is()
    {
        await _app.Seed(3);
        var (first, second) = await _app.Officers();
        await _app.Sealed(first, second);
        // Household 1 was due 50 yuan more since December already, the child of household 2 comes of age next summer.
        await Revised("户主1", 380, "no-loss", null);
        await Revised("户主2", 330, "no-loss", "2027-06-01");
        Assert.Contains("没有发现多发", (await first.Get("/disbursement/overpayments")).Text, StringComparison.Ordinal);

        // After a hearing, household 3 has less since December, and nothing from January on.
        await Revised("户主3", 300, "hearing", "2026-12-01");
        var list = await first.Get("/disbursement/overpayments");
        Assert.Equal(["户主3", "2026年12月", "60.00"], list.Table("发现 1 户").Single().Where((_, i) => i is 0 or 2 or 3));

        (first, _) = await _app.Later(31);
        var january = await _app.Generate(first, "2027-01");
        Assert.Equal(["户主3"], (await _app.Sql.Rows("select head_name from disbursement.roster_findings where roster_id = $1 and kind = 'overpaid'", january)).Select(r => r[0]));
        Assert.Equal(100m, await _app.Sql.One<decimal>("select sum(amount) from disbursement.payments where roster_id = $1 and kind = 'back-pay'", january));
    }

    [Fact]
    public async Task A_township_sees_only_its_own_claims()
    {
        var clerk = await _app.LogIn("clerk");

        Assert.Equal(200, (await clerk.Get("/disbursement/overpayments")).Status);
        Assert.Equal(403, (await clerk.Get("/disbursement/overpayments/register")).Status);
    }

    // As a revision writes it: the rows end before December, and new ones with another amount begin there.
    private Task<int> Revised(string head, decimal amount, string ground, string? plannedEnd) => _app.Sql.Execute("""
        with old as (select * from disbursement.entitlements where head_name = $1),
        added as (
            insert into disbursement.entitlements (id, household_id, case_id, case_number, division_code, program, head_name, person_id, person_name, id_number, benefit, area, amount, basis,
                explanation, from_month, cause, determination_id, recorded_at, recorded_by_name)
            select md5('new' || id)::uuid, household_id, case_id, case_number, division_code, program, head_name, person_id, person_name, id_number, benefit, area, $2, basis,
                explanation, '2026-12-01', 'income', md5('again' || id)::uuid, $3, '系统' from old
            returning id
        )
        insert into disbursement.entitlement_endings (id, entitlement_id, last_month, cause, reason, recorded_at, recorded_by_name, ground, hearing_id)
        select gen_random_uuid(), id, '2026-11-01', 'income', '收入变化', $3, '系统', $4, case when $4 = 'hearing' then gen_random_uuid() end from old
        union all
        select gen_random_uuid(), id, $5::date, 'income', '收入变化', $3, '系统', 'planned', null from added where $5::date is not null
        """, head, amount, _app.Clock.GetUtcNow(), ground, plannedEnd is null ? null : DateOnly.Parse(plannedEnd, null));

    private static Task<Page> Repay(Page page, string amount, string receipt) =>
        page.Form("repay").Fill("退回日期", "2026-11-02").Fill("退回金额", amount).Fill("缴款凭证号", receipt).Submit();
}
