using SocialAssistance.Rules.Values;

namespace SocialAssistance.Slices.Tests.Disbursement;

/// <summary>What must not be paid is found before it is sent: too much, too little, twice, late (多发、漏发、重发、迟发).</summary>
public sealed class CheckTests : IAsyncLifetime
{
    private readonly DisbursementApp _app = new();

    public Task InitializeAsync() => _app.InitializeAsync();

    public Task DisposeAsync() => _app.DisposeAsync();

    [Fact]
    [Trait("Rule", "YD18-17b")]
    public async Task Accounts_that_are_missing_wrong_or_shared_keep_the_roster_back()
    {
        await _app.Seed(4);
        await _app.Confirm("缺账号", 100m, new(2026, 12), account: null, idNumber: "360731197001010011");
        await _app.Confirm("短账号", 100m, new(2026, 12), account: "62284", idNumber: "360731197001010022");
        await _app.Confirm("共用甲", 100m, new(2026, 12), account: "6228480000000000777", idNumber: "360731197001010033");
        await _app.Confirm("共用乙", 100m, new(2026, 12), account: "6228480000000000777", idNumber: "360731197001010044");
        var (first, _) = await _app.Officers();

        var roster = await _app.Generate(first);

        var page = await first.Get($"/disbursement/rosters/{roster}");
        var found = page.Table("发放前检查：4 项必须处理");
        Assert.Equal(["多户共用账号", "多户共用账号", "缺少账号", "账号格式不对"], found.Select(r => r[0]).Order(StringComparer.Ordinal));
        Assert.Contains(found, r => r[1] == "共用甲" && r[3].Contains("还用于共用乙户", StringComparison.Ordinal));
        Assert.DoesNotContain("提交复核(S)", page.Text, StringComparison.Ordinal);
    }

    [Fact]
    [Trait("Rule", "YD18-17b")]
    public async Task A_person_in_two_households_or_in_two_benefits_that_exclude_each_other_keeps_the_roster_back()
    {
        await _app.Confirm("王桂花", 220m, new(2026, 12), "6228480000000000111", "360731197001010028");
        await _app.Confirm("王桂花", 220m, new(2026, 12), "6228480000000000222", "360731197001010028", "360731108201");
        var caseId = await _app.Confirm("李秀兰", 660m, new(2026, 12));
        await _app.Sql.Execute("""
            insert into disbursement.entitlements select gen_random_uuid(), gen_random_uuid(), gen_random_uuid(), 'X', division_code, 'extreme-poverty', head_name, person_id, person_name, id_number,
                'extreme-poverty-basic', area, 900, basis, explanation, from_month, null, cause, determination_id, recorded_at, recorded_by_name
            from disbursement.entitlements where case_id = $1
            """, caseId);
        var (first, _) = await _app.Officers();

        var roster = await _app.Generate(first);

        var found = (await first.Get($"/disbursement/rosters/{roster}")).Table("发放前检查");
        Assert.Equal(3, found.Count(r => r[0] == "重复享受"));
        Assert.Contains(found, r => r[1] == "李秀兰" && r[3].Contains("民发〔2021〕43号 第九条", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_death_hint_keeps_the_roster_back_until_it_is_cleared_or_the_family_taken_out()
    {
        await _app.Seed(3);
        await _app.Confirm("李秀兰", 660m, new(2026, 12));
        await _app.Sql.Execute("insert into disbursement.death_hints (id, id_number, source, died_on, recorded_at, recorded_by_name) values (gen_random_uuid(), '360731196803152422', '殡葬信息', '2026-10-30', now(), '系统')");
        var (first, second) = await _app.Officers();
        var roster = await _app.Generate(first);
        var page = await first.Get($"/disbursement/rosters/{roster}");
        Assert.Contains("李秀兰有死亡提示（殡葬信息，2026-10-30）", page.Text, StringComparison.Ordinal);

        var taken = await (await page.Follow("移出本批：李秀兰")).Form().Fill("移出原因", "核实是否死亡").Submit();
        Assert.Contains("已把李秀兰户移出本批", taken.Text, StringComparison.Ordinal);
        await _app.Made(roster);
        await _app.Submit(first, roster);
        await _app.Seal(second, roster);
        Assert.Equal("sealed", await _app.Status(roster));

        // The hint was wrong: the next roster pays both months.
        await _app.Sql.Execute("update disbursement.death_hints set cleared_at = now(), cleared_by_name = '孙资金', cleared_reason = '本人健在'");
        (first, second) = await _app.Later(31);
        var next = await _app.Generate(first, "2027-01");
        var lines = await _app.Sql.Rows("select kind, for_month, amount from disbursement.payments where roster_id = $1 and head_name = '李秀兰' order by for_month", next);
        Assert.Equal([["back-pay", new DateOnly(2026, 12, 1), 660m], ["base", new DateOnly(2027, 1, 1), 660m]], lines.Select(l => new[] { l[0], l[1] is DateTime d ? DateOnly.FromDateTime(d) : l[1], l[2] }));
        var causes = (await first.Get($"/disbursement/rosters/{next}")).Table("变动原因");
        Assert.Contains(causes, c => c[0] == "补发" && c[1] == "1" && c[2] == "+660.00");
        Assert.Contains(causes, c => c[0] == "新增" && c[1] == "1");
        Assert.Contains(causes, c => c[0] == "无对应事项" && c[1] == "0");
    }

    [Fact]
    [Trait("Rule", "YD18-17b")]
    public async Task A_difference_that_nobody_decided_keeps_the_roster_back()
    {
        await _app.Seed(10);
        var (first, second) = await _app.Officers();
        await _app.Sealed(first, second);
        (first, second) = await _app.Later(31);
        await _app.Sql.Execute("""
            alter table disbursement.entitlements disable trigger user;
            update disbursement.entitlements set amount = 450 where person_name = '户主3';
            delete from disbursement.entitlements where head_name = '户主4';
            alter table disbursement.entitlements enable trigger user
            """);

        var roster = await _app.Generate(first, "2027-01");

        var page = await first.Get($"/disbursement/rosters/{roster}");
        Assert.Contains("金额与上月不同但没有对应事项：+120.00 元。请补办事项或移出本批", page.Text, StringComparison.Ordinal);
        Assert.Contains("金额与上月不同但没有对应事项：-660.00 元", page.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("提交复核(S)", page.Text, StringComparison.Ordinal);
        Assert.Equal(2, await _app.Sql.One<int>("select blocking from disbursement.rosters where id = $1", roster));
    }

    [Fact]
    [Trait("Rule", "BP-04")]
    public async Task A_benefit_that_was_decided_late_is_paid_for_every_month_it_is_due()
    {
        await _app.Seed(3);
        var (first, second) = await _app.Officers();
        await _app.Sealed(first, second);
        (first, second) = await _app.Later(92);
        await _app.Confirm("李秀兰", 660m, new(2026, 12));

        var roster = await _app.Sealed(first, second, "2027-03");

        Assert.Equal(660m * 4, await _app.Sql.One<decimal>("select sum(amount) from disbursement.payments where roster_id = $1 and head_name = '李秀兰'", roster));
        // The three seeded households missed January and February; the gap is found for everybody.
        Assert.Equal((660m * 4) + (3 * 660m * 3), await _app.Sql.One<decimal>("select total from disbursement.rosters where id = $1", roster));
        var summary = await _app.Sql.One<string>("select summary from disbursement.roster_orders where roster_id = $1 and head_name = '李秀兰'", roster);
        Assert.EndsWith("；含补发2026年12月、2027年1月、2027年2月 1980.00元", summary, StringComparison.Ordinal);
        (first, second) = await _app.Later(31);
        var after = await _app.Generate(first, "2027-04");
        Assert.Equal(4 * 660m, await _app.Sql.One<decimal>("select total from disbursement.rosters where id = $1", after));
    }

    [Fact]
    public async Task A_change_is_an_ending_and_a_new_row_and_shows_its_cause()
    {
        await _app.Seed(3);
        var (first, second) = await _app.Officers();
        await _app.Sealed(first, second);
        (first, second) = await _app.Later(31);
        // 户主1: the standard rises from January; 户主2: the benefit ends with December.
        await _app.Sql.Execute("""
            insert into disbursement.entitlement_endings select gen_random_uuid(), id, '2026-12-01', 'standard', '提高保障标准', '2026-12-02T02:00Z', '系统', 'hearing', gen_random_uuid() from disbursement.entitlements where head_name = '户主1';
            insert into disbursement.entitlements select gen_random_uuid(), household_id, case_id, case_number, division_code, program, head_name, person_id, person_name, id_number, benefit, area, amount + 50, basis,
                explanation, '2027-01-01', null, 'standard', determination_id, '2026-12-02T02:00Z', '系统' from disbursement.entitlements where head_name = '户主1';
            insert into disbursement.entitlement_endings select gen_random_uuid(), id, '2026-12-01', 'income', '家庭收入超过标准', '2026-12-03T02:00Z', '系统', 'hearing', gen_random_uuid() from disbursement.entitlements where head_name = '户主2';
            """);

        var roster = await _app.Generate(first, "2027-01");

        var changes = (await first.Get($"/disbursement/rosters/{roster}/changes")).Table("户次与上月不同");
        Assert.Equal(2, changes.Count);
        Assert.Contains(changes, c => c[0] == "标准变化" && c[6] == "+100.00");
        Assert.Contains(changes, c => c[0] == "停发" && c[6] == "−660.00" && c[7].Contains("家庭收入超过标准，2026年12月为最后一月", StringComparison.Ordinal));
        var page = await first.Get($"/disbursement/rosters/{roster}");
        Assert.Equal(["变动", "−1", "−2", "−560.00"], page.Table("本月与上月")[2]);
    }

    [Fact]
    public async Task Whatever_order_changes_are_entered_in_the_months_due_are_the_same()
    {
        await _app.Seed(40);
        var random = new Random(7);
        string[] changes =
        [
            "insert into disbursement.entitlement_endings select md5(id::text || 'a')::uuid, id, '2027-02-01', 'members', '搬出', '2026-11-02T01:00Z', '系统', 'hearing', gen_random_uuid() from disbursement.entitlements where person_name like '成员%' and settled_through is null and basis = 'difference'",
            "insert into disbursement.entitlement_endings select md5(id::text || 'b')::uuid, id, '2027-01-01', 'members', '去世', '2026-11-02T01:00Z', '系统', 'hearing', gen_random_uuid() from disbursement.entitlements where person_name like '成员_' and basis = 'difference'",
            "insert into disbursement.entitlement_endings select md5(id::text || 'c')::uuid, id, '2026-11-01', 'withdrawn', '撤回', '2026-11-02T01:00Z', '系统', 'hearing', gen_random_uuid() from disbursement.entitlements where person_name = '户主5' and basis = 'difference'",
            "insert into disbursement.entitlements select md5(id::text || 'd')::uuid, household_id, case_id, case_number, division_code, program, head_name, person_id, person_name, id_number, 'category-supplement', area, 20, 'supplement', explanation, '2027-02-01', null, 'members', determination_id, '2026-11-02T01:00Z', '系统' from disbursement.entitlements where person_name like '户主1%' and basis = 'difference'",
        ];
        var hashes = new HashSet<string?>();
        var (first, _) = await _app.Later(123);
        for (var order = 0; order < 6; order++)
        {
            await _app.Sql.Execute("alter table disbursement.entitlements disable trigger user; delete from disbursement.entitlement_endings; delete from disbursement.entitlements where basis = 'supplement'; alter table disbursement.entitlements enable trigger user"
                .Replace("delete from disbursement.entitlement_endings", "alter table disbursement.entitlement_endings disable trigger user; delete from disbursement.entitlement_endings; alter table disbursement.entitlement_endings enable trigger user", StringComparison.Ordinal));
            foreach (var change in changes.OrderBy(_ => random.Next()))
            {
                await _app.Sql.Execute(change);
            }

            var roster = await _app.Generate(first, "2027-03");
            hashes.Add(await _app.Sql.One<string>("select content_hash from disbursement.rosters where id = $1", roster));
            await (await first.Get($"/disbursement/rosters/{roster}")).Form("withdraw").Fill("作废原因", "测试").Submit();
        }

        Assert.Single(hashes);
    }
}
