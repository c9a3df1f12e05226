using System.Text;

namespace SocialAssistance.Slices.Tests.Disbursement;

/// <summary>Batches a document orders once: the price-linked subsidy, greetings at the Spring Festival.</summary>
public sealed class OneOffTests : IAsyncLifetime
{
    private const string Document = "赣民发〔2026〕12号";

    private readonly DisbursementApp _app = new();

    public async Task InitializeAsync()
    {
        await _app.InitializeAsync();
        await _app.Seed(10, from: "2026-10-01");
    }

    public Task DisposeAsync() => _app.DisposeAsync();

    [Fact]
    public async Task The_preview_counts_each_person_once_and_the_batch_goes_to_the_bank_like_every_other()
    {
        // The first person is also a member of another household and of another programme.
        await Twin("minimum-living", "minimum-living-allowance");
        await Twin("extreme-poverty", "extreme-poverty-basic");
        var (first, second) = await _app.Officers();

        var preview = await Fill(await first.Get("/disbursement/one-off"), also: "extreme-poverty").Submit();

        Assert.Equal(["10", "20", "700.00", "2 人在多户或多项救助中，只列一次"], preview.Table("试算")[0]);
        Assert.Equal(0, await _app.Sql.Count("disbursement.rosters"));
        var roster = await Made(await preview.Form("one-off").Submit("生成批次(S)"));
        Assert.Equal(20, await _app.Sql.Count("disbursement.payments where roster_id = $1 and kind = 'one-off' and amount = 35 and benefit = 'price-subsidy'", roster));
        Assert.Equal(0, await _app.Sql.Count("(select 1 from disbursement.payments group by id_number having count(*) > 1) twice"));
        Assert.Contains("每人 35.00 元", (await first.Get($"/disbursement/rosters/{roster}")).Text, StringComparison.Ordinal);

        await _app.Submit(first, roster);
        var own = await first.Get($"/disbursement/rosters/{roster}/seal");
        Assert.Null(own.Html.QuerySelector("#seal-roster"));
        await _app.Seal(second, roster);
        Assert.Equal("sealed", await _app.Status(roster));
        var list = Encoding.UTF8.GetString(await _app.Export(first, roster));
        Assert.Contains("2026年11月农村价格临时补贴2人：价格临时补贴：每人 35.00 元（赣民发〔2026〕12号）", list, StringComparison.Ordinal);
        Assert.Contains("全部与封存时一致", (await (await first.Get("/disbursement/verification")).Form("verify").Submit()).Text, StringComparison.Ordinal);
        Assert.Contains("一次性补助（价格临时补贴）", (await first.Get($"/disbursement/rosters/{roster}/summary")).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_document_is_paid_once_in_a_month_however_its_number_is_typed()
    {
        var (first, _) = await _app.Officers();
        await Order(first);

        var again = await Fill(await first.Get("/disbursement/one-off"), document: "赣民发[2026] 12号").Submit();
        var refused = await again.Form("one-off").Submit();

        Assert.Equal(1, await _app.Sql.Count("disbursement.rosters"));
        Assert.Contains("没有可以发放的对象", refused.Text + again.Text, StringComparison.Ordinal);
        // Somebody new has come into benefit: there would be one to pay, but not by the same document.
        await _app.Seed(1, from: "2026-10-01");
        var one = await Fill(await first.Get("/disbursement/one-off"), document: "赣民发[2026] 12号").Submit();
        Assert.Equal(["1", "2", "70.00"], one.Table("试算")[0].Take(3));
        Assert.Contains("已有批次", (await one.Form("one-off").Submit("生成批次(S)")).Text, StringComparison.Ordinal);
        Assert.Equal(1, await _app.Sql.Count("disbursement.rosters"));
    }

    [Theory]
    [InlineData("household", "person")]
    [InlineData("person", "household")]
    public async Task What_a_household_was_paid_as_a_whole_is_not_paid_to_its_persons_again_nor_the_other_way_round(string once, string again)
    {
        var (first, _) = await _app.Officers();
        await Made(await (await Fill(await first.Get("/disbursement/one-off"), unit: once).Submit()).Form("one-off").Submit("生成批次(S)"));

        var preview = await Fill(await first.Get("/disbursement/one-off"), "赣民发〔2026〕13号", unit: again).Submit();

        Assert.Contains("没有可以发放的对象", preview.Text + (await preview.Form("one-off").Submit()).Text, StringComparison.Ordinal);
        Assert.Equal(1, await _app.Sql.Count("disbursement.rosters"));
    }

    [Fact]
    public async Task Another_document_for_the_same_subsidy_and_month_pays_only_who_was_left_out()
    {
        var (first, _) = await _app.Officers();
        await Order(first);
        await _app.Seed(1, from: "2026-10-01");

        var roster = await Order(first, document: "赣民发〔2026〕13号");

        Assert.Equal(2, await _app.Sql.Count("disbursement.payments where roster_id = $1", roster));
    }

    [Fact]
    public async Task By_household_each_household_gets_one_line_and_a_group_can_be_chosen()
    {
        await _app.Sql.Execute("insert into disbursement.entitlements select (jsonb_populate_record(e, jsonb_build_object('id', gen_random_uuid(), 'benefit', 'category-supplement', 'amount', 50))).* from disbursement.entitlements e where person_name in ('成员3', '户主3', '户主4')");
        var (first, _) = await _app.Officers();

        var preview = await Fill(await first.Get("/disbursement/one-off"), purpose: "holiday-relief", unit: "household", rate: "200", benefit: "category-supplement").Submit();
        Assert.Equal(["2", "0", "400.00"], preview.Table("试算")[0].Take(3));
        var roster = await Made(await preview.Form("one-off").Submit("生成批次(S)"));

        Assert.Equal(["户主3", "户主4"], (await _app.Sql.Rows("select head_name from disbursement.roster_orders where roster_id = $1 order by head_name", roster)).Select(r => (string)r[0]!));
    }

    [Fact]
    public async Task A_change_after_the_preview_or_after_the_batch_was_made_is_noticed()
    {
        var (first, _) = await _app.Officers();
        var preview = await Fill(await first.Get("/disbursement/one-off")).Submit();
        await _app.Seed(1, from: "2026-10-01");

        var refused = await preview.Form("one-off").Submit("生成批次(S)");
        Assert.Contains("条件或名单在试算以后变了", refused.Text, StringComparison.Ordinal);
        Assert.Equal(["11", "22"], refused.Table("试算")[0].Take(2));

        var roster = await Made(await refused.Form("one-off").Submit("生成批次(S)"));
        await _app.Seed(1, from: "2026-10-01");
        Assert.Contains("名单生成以后，有 1 户", (await _app.Submit(first, roster)).Text, StringComparison.Ordinal);
        await (await first.Get($"/disbursement/rosters/{roster}")).Form("submit").Submit("重新生成");
        await _app.Made(roster);
        Assert.Equal(24, await _app.Sql.Count("disbursement.payments where roster_id = $1", roster));
    }

    [Fact]
    public async Task A_household_without_an_account_keeps_the_batch_back_as_every_other()
    {
        await _app.Confirm("李秀兰", 612.5m, new(2026, 11), account: null);
        var (first, _) = await _app.Officers();

        var roster = await Order(first);

        var page = await first.Get($"/disbursement/rosters/{roster}");
        Assert.Contains("缺少账号", page.Text, StringComparison.Ordinal);
        Assert.Equal(1, await _app.Sql.One<int>("select blocking from disbursement.rosters where id = $1", roster));
    }

    [Fact]
    public async Task What_comes_back_from_the_bank_is_paid_again_by_a_correction()
    {
        var (first, second) = await _app.Officers();
        var roster = await Order(first);
        await _app.Submit(first, roster);
        await _app.Seal(second, roster);
        await _app.Export(first, roster);
        var rows = await _app.Sql.Rows("select r.number || '-' || lpad(o.number::text, 5, '0'), o.account, o.amount, o.number = 2 from disbursement.roster_orders o join disbursement.rosters r on r.id = o.roster_id");
        var file = "批次行号,账号,金额,处理结果,失败原因\r\n" + string.Join("\r\n", rows.Select(r => $"{r[0]},{r[1]},{r[2]:F2},{((bool)r[3]! ? "失败,账户已销户" : "成功,")}"));
        var read = await (await first.Get($"/disbursement/rosters/{roster}/return")).Form("upload").Attach("Upload", "回盘.csv", Encoding.UTF8.GetBytes(file)).Submit();
        await read.Form("apply").Submit("确认入账(Y)");
        _app.Clock.Advance(TimeSpan.FromMinutes(1));
        // The new account, as approved by a second person.
        await _app.Sql.Execute("""
            insert into disbursement.payees (id, household_id, case_id, division_code, holder, bank, account, cause, recorded_at, recorded_by_name)
            select gen_random_uuid(), household_id, case_id, division_code, holder, bank, '6228481111111111111', 'changed', $1, '周资金' from disbursement.roster_orders where number = 2
            """, _app.Clock.GetUtcNow());

        var page = await (await first.Get("/disbursement/returned")).Form("correction").Submit();

        Assert.Contains("价格临时补贴补发批次", page.Text, StringComparison.Ordinal);
        Assert.Equal("70.00 6228481111111111111", await _app.Sql.One<string>("select concat(amount, ' ', account) from disbursement.roster_orders where corrects_number = 2"));
    }

    [Fact]
    public async Task A_withdrawn_batch_frees_its_document_and_a_batch_without_one_is_refused()
    {
        var (first, _) = await _app.Officers();
        var given = await Order(first);
        await (await first.Get($"/disbursement/rosters/{given}")).Form("withdraw").Fill("作废原因", "金额有误").Submit();

        var roster = await Order(first, rate: "40");

        Assert.Equal(800m, await _app.Sql.One<decimal>("select total from disbursement.rosters where id = $1", roster));
        Assert.Equal("请填写文号", (await Fill(await first.Get("/disbursement/one-off"), document: "").Submit()).ErrorBeside("文号"));
    }

    [Fact]
    public async Task The_document_says_who_pays_and_the_summary_shows_what_it_leaves_open()
    {
        var (first, _) = await _app.Officers();
        var wrong = await Fill(await first.Get("/disbursement/one-off")).Fill("中央", "30").Fill("县级", "10").Submit();
        Assert.Equal("各级资金合计超过了每人或每户金额，请核对", wrong.ErrorBeside("每人或每户金额"));

        var preview = await wrong.Form("one-off").Fill("中央", "20").Submit();
        var roster = await Made(await preview.Form("one-off").Submit("生成批次(S)"));

        // 20 persons at 35.00: 400.00 of the state, 200.00 of the county, and 100.00 nobody has explained.
        var rows = (await first.Get($"/disbursement/rosters/{roster}/summary")).Table("按资金来源");
        Assert.Equal(["中央（农村）", "20 × 20.00", "400.00", Document], rows[0]);
        Assert.Equal(["县级（农村）", "20 × 10.00", "200.00", Document], rows[1]);
        Assert.Equal(["未说明来源", "没有登记标准的部分", "100.00"], rows[2].Take(3));
        Assert.Contains("中央 20.00 元、县级 10.00 元", (await first.Get($"/disbursement/rosters/{roster}")).Text, StringComparison.Ordinal);
        // By household the same line counts households.
        var households = await Made(await (await Fill(await first.Get("/disbursement/one-off"), "赣民发〔2026〕13号", purpose: "holiday-relief", unit: "household", rate: "200").Fill("县级", "200").Submit()).Form("one-off").Submit("生成批次(S)"));
        Assert.Equal(["县级（农村）", "10 × 200.00", "2,000.00"], (await first.Get($"/disbursement/rosters/{households}/summary")).Table("按资金来源")[0].Take(3));
    }

    [Fact]
    public async Task An_age_is_counted_in_whole_years_on_the_last_day_of_the_month_and_nobody_of_unknown_age_is_paid()
    {
        await _app.Sql.Execute("""
            alter table disbursement.entitlements disable trigger user;
            update disbursement.entitlements set id_number = case person_name when '户主1' then '360731194611300018' when '户主2' then '360731194612010014' when '户主3' then '36073119361231001X' end
                where person_name in ('户主1', '户主2', '户主3', '户主4');
            alter table disbursement.entitlements enable trigger user
            """);
        var (first, _) = await _app.Officers();
        var wrong = await Fill(await first.Get("/disbursement/one-off")).Fill("最小年龄", "90").Fill("最大年龄", "80").Submit();
        Assert.Equal("最大年龄不能小于最小年龄", wrong.ErrorBeside("最大年龄"));

        var preview = await Fill(await first.Get("/disbursement/one-off")).Fill("最小年龄", "80").Fill("最大年龄", "89").Submit();

        // 80 on 30 November, 79 until 1 December, 89 until the end of the year, and one without a number.
        Assert.Equal(["2", "2", "70.00"], preview.Table("试算")[0].Take(3));
        Assert.Contains("1 人（户）没有身份证号", preview.Table("试算")[0][3], StringComparison.Ordinal);
        var roster = await Made(await preview.Form("one-off").Submit("生成批次(S)"));
        Assert.Equal(["户主1", "户主3"], (await _app.Sql.Rows("select person_name from disbursement.payments where roster_id = $1 order by 1", roster)).Select(r => (string)r[0]!));
        Assert.Contains("80 至 89 周岁（发放月份最后一天）", (await first.Get($"/disbursement/rosters/{roster}")).Text, StringComparison.Ordinal);
        // By household: the two in which somebody has the age.
        Assert.Equal(["2", "0", "400.00"], (await Fill(await first.Get("/disbursement/one-off"), purpose: "holiday-relief", unit: "household", rate: "200").Fill("最小年龄", "80").Submit()).Table("试算")[0].Take(3));
    }

    [Fact]
    public void A_batch_that_asks_no_age_and_names_no_source_is_sealed_over_the_same_text_as_before()
    {
        const string text = """{"benefit":"price-subsidy","name":"价格临时补贴","programs":["minimum-living"],"benefits":[],"area":"","township":"","unit":"person","rate":35}""";

        Assert.Equal(text, SocialAssistance.Disbursement.OneOff.OneOffTerms.Read(text).Write());
    }

    private static FormOnPage Fill(Page page, string document = Document, string purpose = "price-subsidy", string unit = "person", string rate = "35", string? also = null, string? benefit = null)
    {
        var form = page.Form("one-off").Fill("补助项目", purpose).Fill("发放月份", "2026-11").Fill("文号", document).Fill("发放单位", unit).Fill("每人或每户金额", rate);
        form = also is null ? form : form.Fill("救助类型", also);
        return benefit is null ? form : form.Fill("享受其中任一待遇的人", benefit);
    }

    private async Task<Guid> Order(Visitor officer, string document = Document, string rate = "35") =>
        await Made(await (await Fill(await officer.Get("/disbursement/one-off"), document, rate: rate).Submit()).Form("one-off").Submit("生成批次(S)"));

    private async Task<Guid> Made(Page page)
    {
        Assert.True(page.Url.AbsolutePath.StartsWith("/disbursement/rosters/", StringComparison.Ordinal), page.Text);
        var roster = Guid.Parse(page.Url.Segments[^1]);
        await _app.Made(roster);
        return roster;
    }

    // The person of household 1 once more, in a household of its own with a later case.
    private Task<int> Twin(string program, string benefit) => _app.Sql.Execute("""
        insert into disbursement.entitlements select (jsonb_populate_record(e, jsonb_build_object('id', gen_random_uuid(), 'household_id', gen_random_uuid(), 'person_id', gen_random_uuid(),
            'case_number', 'SQ-202611-900001', 'program', $1::text, 'benefit', $2::text))).* from disbursement.entitlements e where person_name = '户主1' and head_name = '户主1' and program = 'minimum-living' and case_number < 'SQ-202611-9'
        """, program, benefit);
}
