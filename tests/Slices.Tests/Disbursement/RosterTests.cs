using SocialAssistance.Rules.Values;

namespace SocialAssistance.Slices.Tests.Disbursement;

public sealed class RosterTests : IAsyncLifetime
{
    private readonly DisbursementApp _app = new();

    public Task InitializeAsync() => _app.InitializeAsync();

    public Task DisposeAsync() => _app.DisposeAsync();

    /// <summary>A benefit of each seeded household as a whole, which names nobody.</summary>
    public const string HouseholdLine = """
        insert into disbursement.entitlements (id, household_id, case_id, case_number, division_code, program, head_name, person_name, benefit, area, amount, basis, explanation, from_month, cause,
            determination_id, recorded_at, recorded_by_name)
        select distinct on (household_id) gen_random_uuid(), household_id, case_id, case_number, division_code, program, head_name, head_name, 'category-supplement', area, 50, basis, explanation, from_month,
            cause, determination_id, recorded_at, recorded_by_name from disbursement.entitlements order by household_id, id
        """;

    [Fact]
    public async Task Households_with_lines_of_their_own_beside_those_of_persons_are_sealed_and_verified()
    {
        await _app.Seed(200);
        await _app.Sql.Execute(HouseholdLine);
        var (first, second) = await _app.Officers();
        var roster = await _app.Generate(first);

        await _app.Submit(first, roster);
        await _app.Seal(second, roster);

        Assert.Equal("sealed", await _app.Status(roster));
        Assert.Equal(400, await _app.Sql.One<int>("select persons from disbursement.rosters"));
        Assert.Equal(142_000m, await _app.Sql.One<decimal>("select total from disbursement.rosters"));
        Assert.Contains("全部与封存时一致", (await (await first.Get("/disbursement/verification")).Form("verify").Submit()).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_confirmed_family_is_on_the_next_roster_with_the_reason_of_its_amount()
    {
        await _app.Confirm("李秀兰", 660m, new(2026, 12));
        var (first, _) = await _app.Officers();

        var roster = await _app.Generate(first);

        var orders = await first.Get($"/disbursement/rosters/{roster}/orders");
        Assert.Contains("李秀兰", orders.Text, StringComparison.Ordinal);
        Assert.Contains("2026年12月农村低保1人：差额补助 660 元（于民字〔2023〕30号 一（二））", orders.Text, StringComparison.Ordinal);
        Assert.Contains("****0999", orders.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("6228480000000000999", orders.Text, StringComparison.Ordinal);
        Assert.Equal(["新增", "1", "+660.00", ""], (await first.Get($"/disbursement/rosters/{roster}")).Table("变动原因")[0]);
        Assert.Equal(1, await _app.Sql.Count("platform.audit_entries where action = 'viewed' and subject_id = $1", $"{roster}"));
    }

    [Fact]
    public async Task A_withdrawn_confirmation_is_paid_nothing()
    {
        var caseId = await _app.Confirm("李秀兰", 660m, new(2026, 12));
        await _app.Confirm("王桂花", 220m, new(2026, 12), "6228480000000000888", "360731197001010028");
        await _app.Withdraw(caseId);
        var (first, _) = await _app.Officers();

        var roster = await _app.Generate(first);

        Assert.Equal(220m, await _app.Sql.One<decimal>("select total from disbursement.rosters where id = $1", roster));
    }

    [Fact]
    public async Task The_totals_are_those_of_an_independent_sum()
    {
        await _app.Seed(300);
        await _app.Confirm("李秀兰", 612.5m, new(2026, 12));
        var (first, second) = await _app.Officers();

        var roster = await _app.Sealed(first, second);

        var expected = await _app.Sql.Rows("""
            select count(distinct household_id)::integer, count(distinct person_id)::integer, sum(amount) from disbursement.entitlements where from_month <= '2026-12-01'
            """);
        var stored = await _app.Sql.Rows("select households, persons, total from disbursement.rosters where id = $1", roster);
        Assert.Equal(expected[0], stored[0]);
        Assert.Equal(expected[0][2], await _app.Sql.One<decimal>("select sum(amount) from disbursement.payments where roster_id = $1", roster));
        var page = await first.Get($"/disbursement/rosters/{roster}/seal");
        Assert.Contains("198,612.50 元", page.Text, StringComparison.Ordinal);
        Assert.Contains("壹拾玖万捌仟陆佰壹拾贰元伍角", page.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Requests_at_the_same_time_make_one_roster()
    {
        await _app.Seed(200);
        var (first, second) = await _app.Officers();
        var forms = new List<FormOnPage>();
        for (var i = 0; i < 8; i++)
        {
            forms.Add((await (i % 2 == 0 ? first : second).Get("/disbursement/rosters")).Form("generate").Fill("救助类型", DisbursementApp.Program).Fill("发放月份", "2026-12"));
        }

        var pages = await Task.WhenAll(forms.Select(f => f.Submit()));

        var roster = Guid.Parse(Assert.Single(pages.Select(p => p.Url.Segments[^1]).Distinct()));
        await _app.Made(roster);
        Assert.Equal(1, await _app.Sql.Count("disbursement.rosters"));
        Assert.Equal(400, await _app.Sql.Count("disbursement.payments"));
    }

    [Fact]
    public async Task Whoever_made_a_roster_cannot_seal_it()
    {
        await _app.Seed(20);
        var (first, second) = await _app.Officers();
        var roster = await _app.Generate(first);
        await _app.Submit(first, roster);

        var own = await first.Get($"/disbursement/rosters/{roster}/seal");
        Assert.Null(own.Html.QuerySelector("#seal-roster"));
        Assert.Contains("请由另一位资金岗复核封存", own.Text, StringComparison.Ordinal);

        // The button of the second person, posted with the session of the first.
        var other = await second.Get($"/disbursement/rosters/{roster}/seal");
        var token = own.Html.QuerySelector("form[action='/logout'] input[name=__RequestVerificationToken]")!.GetAttribute("value")!;
        using var forged = new FormUrlEncodedContent(new Dictionary<string, string>
        {
            ["hash"] = other.Html.QuerySelector("#seal-roster input[name=hash]")!.GetAttribute("value")!, ["__RequestVerificationToken"] = token,
        });
        using var answer = await first.Http.PostAsync($"/disbursement/rosters/{roster}/seal", forged);
        Assert.Equal(409, (int)answer.StatusCode);
        Assert.Contains("编制人不能复核自己的批次", await answer.Content.ReadAsStringAsync(), StringComparison.Ordinal);
        Assert.Equal("submitted", await _app.Status(roster));

        await _app.Seal(second, roster);
        Assert.Equal("sealed", await _app.Status(roster));
    }

    [Fact]
    public async Task Seals_at_the_same_time_give_one_seal()
    {
        await _app.Seed(50);
        var (first, second) = await _app.Officers();
        var roster = await _app.Generate(first);
        await _app.Submit(first, roster);
        var forms = new List<FormOnPage>();
        for (var i = 0; i < 8; i++)
        {
            forms.Add((await second.Get($"/disbursement/rosters/{roster}/seal")).Form("seal-roster"));
        }

        var pages = await Task.WhenAll(forms.Select(f => f.Submit()));

        Assert.Single(pages, p => p.Status == 200);
        Assert.Equal(7, pages.Count(p => p.Status == 409));
        Assert.Equal(1, await _app.Sql.One<int>("select max(seal_number) from disbursement.rosters"));
    }

    [Fact]
    public async Task A_sealed_roster_refuses_every_change_even_of_the_owner()
    {
        await _app.Seed(20);
        var (first, second) = await _app.Officers();
        var roster = await _app.Sealed(first, second);
        string[] attacks =
        [
            "update disbursement.payments set amount = amount + 1", "delete from disbursement.payments where person_name = '成员1'",
            "update disbursement.roster_orders set account = '1'", "delete from disbursement.roster_orders where number = 1",
            "update disbursement.rosters set total = 0", "delete from disbursement.rosters",
            "insert into disbursement.payments select roster_id, order_key, gen_random_uuid(), benefit, 'extra', for_month, household_id, case_id, case_number, division_code, head_name, person_id, person_name, id_number, area, amount, explanation, entitlement_id, null, null from disbursement.payments limit 1",
        ];

        foreach (var attack in attacks)
        {
            var refused = await Assert.ThrowsAsync<Npgsql.PostgresException>(() => _app.Sql.Execute(attack));
            Assert.Contains("sealed", refused.MessageText, StringComparison.Ordinal);
        }

        Assert.Equal("sealed", await _app.Status(roster));
    }

    [Fact]
    public async Task A_decision_after_the_list_was_made_keeps_it_from_being_submitted_and_sealed()
    {
        await _app.Seed(20);
        var (first, second) = await _app.Officers();
        var roster = await _app.Generate(first);
        await _app.Confirm("李秀兰", 660m, new(2026, 12));

        var refused = await _app.Submit(first, roster);
        Assert.Equal(409, refused.Status);
        Assert.Contains("有 1 户的待遇或账号发生了变化", refused.Text, StringComparison.Ordinal);

        await (await first.Get($"/disbursement/rosters/{roster}")).Form("submit").Submit("重新生成");
        await _app.Made(roster);
        await _app.Submit(first, roster);
        await _app.Confirm("王桂花", 220m, new(2026, 12), "6228480000000000888", "360731197001010028");
        var late = await _app.Seal(second, roster);
        Assert.Equal(409, late.Status);
        Assert.Equal("submitted", await _app.Status(roster));
    }

    [Fact]
    public async Task A_month_that_is_not_next_and_a_month_before_a_sealed_one_are_refused()
    {
        await _app.Seed(5);
        var (first, second) = await _app.Officers();
        await _app.Sealed(first, second);
        var page = await first.Get("/disbursement/rosters");
        var early = await page.Form("generate").Fill("救助类型", DisbursementApp.Program).Fill("发放月份", "2026-11").Submit();

        Assert.Equal(409, early.Status);
        Assert.Contains("以前月份少发的，会自动列入下一批的补发", early.Text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("clerk", 403)]
    [InlineData("leader", 403)]
    [InlineData("audit", 200)]
    [InlineData("reviewer", 200)]
    public async Task Only_the_county_sees_rosters(string account, int status)
    {
        var visitor = await _app.LogIn(account);

        Assert.Equal(status, (await visitor.Get("/disbursement/rosters")).Status);
    }
}
