using System.Text;
using MiniExcelLibs;

namespace SocialAssistance.Slices.Tests.Disbursement;

public sealed class ReturnTests : IAsyncLifetime
{
    private readonly DisbursementApp _app = new();
    private Visitor _first = null!;
    private Visitor _second = null!;
    private Guid _roster;

    public async Task InitializeAsync()
    {
        await _app.InitializeAsync();
        await _app.Seed(12);
        (_first, _second) = await _app.Officers();
        _roster = await _app.Sealed(_first, _second);
        await _app.Export(_first, _roster);
    }

    public Task DisposeAsync() => _app.DisposeAsync();

    [Fact]
    [Trait("Rule", "YD18-17c")]
    public async Task A_partial_failure_is_entered_with_its_reasons_and_shown_to_the_family()
    {
        var rows = await Rows();
        rows[1] = rows[1] with { Outcome = "失败", Reason = "户名与账号不符" };
        rows[4] = rows[4] with { Outcome = "失败", Reason = "账户已销户" };

        var preview = await Upload(Csv(rows));
        Assert.Equal(["回盘（成功 10，失败 2）", "12", "7,920.00"], preview.Table("回盘与送出")[1]);
        var applied = await preview.Form("apply").Submit("确认入账(Y)");

        Assert.Contains("已入账，10 户发放成功，2 户未到账", applied.Text, StringComparison.Ordinal);
        Assert.Equal("partly-paid", await _app.Status(_roster));
        Assert.Equal(["户名不符", "账户冻结或销户"], applied.Table("未到账原因").Select(r => r[0]).Order(StringComparer.Ordinal));
        Assert.Equal(12, await _app.Sql.Count("disbursement.payment_outcomes"));
        Assert.Equal(6600m, await _app.Sql.One<decimal>("select sum(o.amount) from disbursement.roster_orders o join disbursement.payment_outcomes x using (roster_id, number) where x.paid"));
    }

    [Fact]
    [Trait("Rule", "YD18-17b")]
    public async Task A_returned_payment_is_paid_again_after_a_second_person_approved_the_account_and_a_paid_one_never()
    {
        var rows = await Rows();
        rows[1] = rows[1] with { Outcome = "失败", Reason = "账号不存在" };
        await (await Upload(Csv(rows))).Form("apply").Submit("确认入账(Y)");
        var failed = await _app.Sql.Rows("select case_id, household_id, head_name, amount from disbursement.roster_orders where number = 2");
        await AddCase((Guid)failed[0][0]!, (Guid)failed[0][1]!, (string)failed[0][2]!);

        var waiting = await _first.Get("/disbursement/returned");
        Assert.Equal("待补发", Assert.Single(waiting.Table("待补发"))[7]);
        Assert.Null(waiting.Html.QuerySelector("#correction"));
        _app.Clock.Advance(TimeSpan.FromMinutes(1));
        var form = (await _first.Get($"/cases/{failed[0][0]}/payee")).Form("payee");
        await form.Fill("领款人", (string)failed[0][2]!).Fill("开户行", "于都农商银行").Fill("账号", "6228 4811 1111 1111 111").Fill("看过的凭证", "新存折首页").Fill("变更原因", "原账号不存在").Submit();
        var own = await (await _first.Get("/disbursement/payee-changes")).Follow($"待审核：{failed[0][2]}");
        Assert.Null(own.Html.QuerySelector("#decide"));
        _app.Clock.Advance(TimeSpan.FromMinutes(1));
        var change = await _app.Sql.One<Guid>("select id from disbursement.payee_changes");
        var decided = await (await _second.Get($"/disbursement/payee-changes/{change}")).Form("decide").Submit("同意变更(Y)");
        Assert.Contains("已同意", decided.Text, StringComparison.Ordinal);
        _app.Clock.Advance(TimeSpan.FromMinutes(1));

        var batch = await (await _first.Get("/disbursement/returned")).Form("correction").Submit();
        Assert.True(batch.Url.AbsolutePath.StartsWith("/disbursement/rosters/", StringComparison.Ordinal), batch.Text);
        var correction = Guid.Parse(batch.Url.Segments[^1]);
        Assert.Equal(660m, await _app.Sql.One<decimal>("select total from disbursement.rosters where id = $1", correction));
        await _app.Submit(_first, correction);
        await _app.Seal(_second, correction);
        Assert.Contains("6228481111111111111", Encoding.UTF8.GetString(await _app.Export(_first, correction)), StringComparison.Ordinal);
        Assert.Contains("没有未到账的款项", (await _first.Get("/disbursement/returned")).Text, StringComparison.Ordinal);

        // The database itself refuses a correction of a payment that arrived, and a second correction.
        foreach (var number in new[] { 3, 2 })
        {
            await Assert.ThrowsAsync<Npgsql.PostgresException>(() => _app.Sql.Execute($"""
                insert into disbursement.rosters select gen_random_uuid(), 'FF-X-{number}', program, program_name, month, 'correction', 'prepared', 1, prepared_by, prepared_by_name, prepared_at, 1, 0, 0, 0, 0 from disbursement.rosters limit 1;
                insert into disbursement.roster_orders select (select id from disbursement.rosters where number = 'FF-X-{number}'), number, gen_random_uuid(), household_id, case_id, case_number, division_code, head_name, holder, holder_id_number, bank, account, amount, persons, summary, row_hash, roster_id, number
                from disbursement.roster_orders where roster_id = '{_roster}' and number = {number}
                """));
        }

        var family = await _first.Get($"/cases/{failed[0][0]}/payments");
        Assert.Contains("未到账 账号不存在", family.Text, StringComparison.Ordinal);
        Assert.Contains("2026年12月（补发）", family.Text, StringComparison.Ordinal);
        Assert.Contains("****1111", family.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_same_file_and_the_same_content_in_another_order_are_entered_once()
    {
        var rows = await Rows();
        var file = Csv(rows);
        await (await Upload(file)).Form("apply").Submit("确认入账(Y)");
        Assert.Equal("completed", await _app.Status(_roster));
        rows.Reverse();

        var page = await _first.Get($"/disbursement/rosters/{_roster}/return");
        Assert.Null(page.Html.QuerySelector("#upload"));
        foreach (var again in new[] { file, Csv(rows), Xlsx(rows) })
        {
            var answer = await Post(again);
            Assert.Equal(409, answer.Status);
            Assert.Contains("这个文件已在 2026-11-02 09:00 导入过，没有再次入账", answer.Text, StringComparison.Ordinal);
        }

        Assert.Equal(12, await _app.Sql.Count("disbursement.payment_outcomes"));
    }

    [Fact]
    public async Task Rows_in_another_order_and_columns_in_another_order_match()
    {
        var rows = (await Rows()).OrderByDescending(r => r.Account).ToList();
        var text = "发放批次回盘\n处理结果\t账号\t户名\t交易金额\t批次行号\n" + string.Join('\n', rows.Select(r => $"{r.Outcome}\t{r.Account}\t某人\t{r.Amount}\t{r.Line}")) + "\n合计\t\t\t7920.00\t\n";

        var preview = await Upload(Encoding.GetEncoding("GB18030").GetBytes(text));

        Assert.Contains("GB18030", preview.Text, StringComparison.Ordinal);
        Assert.Equal(12, (await preview.Form("apply").Submit("确认入账(Y)")).Table("回盘文件").Select(r => int.Parse(r[2], null)).Single());
        Assert.Equal("completed", await _app.Status(_roster));
    }

    [Fact]
    public async Task Totals_that_do_not_tie_are_told_with_the_row_and_nothing_is_entered()
    {
        var rows = await Rows();
        rows[6] = rows[6] with { Amount = "440.00" };

        var preview = await Upload(Csv(rows));

        Assert.Contains("回盘合计 7,700.00 元，与送出的 7,920.00 元相差 220.00 元，尚未入账。请核对第 8 行", preview.Text, StringComparison.Ordinal);
        Assert.Contains("金额 440.00 元与送出的 660.00 元不一致", preview.Text, StringComparison.Ordinal);
        var refused = await Apply(preview);
        Assert.Equal(409, refused.Status);
        Assert.Equal(0, await _app.Sql.Count("disbursement.payment_outcomes"));
    }

    [Fact]
    public async Task Unknown_missing_doubled_and_unreadable_rows_are_listed_and_keep_the_file_back()
    {
        var rows = await Rows();
        rows[0] = rows[0] with { Line = "FF-202611-01-00001" };
        rows[2] = rows[3];
        rows[5] = rows[5] with { Outcome = "处理中" };
        rows[7] = rows[7] with { Account = "6.22848E+18" };
        rows.RemoveAt(11);

        var preview = await Upload(Csv(rows));

        var problems = preview.Table("对不上的行");
        Assert.Equal(["2", "5", "7", "9"], problems.Select(r => r[0]));
        Assert.Contains("不在本批名单里", problems[0][4], StringComparison.Ordinal);
        Assert.Contains("行号与第 4 行重复", problems[1][4], StringComparison.Ordinal);
        Assert.Contains("结果“处理中”认不出", problems[2][4], StringComparison.Ordinal);
        Assert.Contains("账号与送出的不一致", problems[3][4], StringComparison.Ordinal);
        Assert.Equal(3, preview.Table("送出了但回盘里没有的行").Count);
        Assert.DoesNotContain("确认入账(Y)", preview.Text, StringComparison.Ordinal);
        Assert.Equal(409, (await Apply(preview)).Status);
        Assert.Equal(0, await _app.Sql.Count("disbursement.payment_outcomes"));
    }

    [Fact]
    public async Task Files_that_cannot_be_read_get_a_cure()
    {
        Assert.Contains("文件编码无法识别，请让银行按 UTF-8 或 GB18030（GBK）重新导出", (await Post([0x00, 0x01, 0x02, 0xFF, 0xFE, 0x80])).Text, StringComparison.Ordinal);
        Assert.Contains("请用 Excel 或 WPS 另存为新版 Excel 或 CSV", (await Post([0xD0, 0xCF, 0x11, 0xE0, 0xA1])).Text, StringComparison.Ordinal);
        Assert.Contains("文件打不开，可能已损坏", (await Post("PK no zip"u8.ToArray())).Text, StringComparison.Ordinal);
        var wrong = await Post(Encoding.BigEndianUnicode.GetBytes("批次行号,账号,金额,结果\n"));
        Assert.Equal(409, wrong.Status);
        Assert.Contains("请选择银行回盘文件", (await Post([])).Text, StringComparison.Ordinal);
        var unnamed = await Post(Encoding.UTF8.GetBytes("行号,卡片,金额,结果\nFF-202612-01-00001,1,2,成功\n"));
        Assert.Contains("没有认出这些列：账号。文件里的列名是：行号、卡片、金额、结果", unnamed.Text, StringComparison.Ordinal);
        await unnamed.Form("header").Fill("银行文件里的列名", "卡片").Fill("这一列是", "账号").Submit();
        Assert.Contains("账号与送出的不一致", (await Upload(Encoding.UTF8.GetBytes("行号,卡片,金额,结果\nFF-202612-01-00001,1,660.00,成功\n"))).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Two_persons_entering_the_same_file_at_once_enter_it_once()
    {
        await Upload(Csv(await Rows()));
        var one = (await _first.Get($"/disbursement/rosters/{_roster}/return")).Form("apply");
        var two = (await _second.Get($"/disbursement/rosters/{_roster}/return")).Form("apply");

        var pages = await Task.WhenAll(one.Submit("确认入账(Y)"), two.Submit("确认入账(Y)"));

        Assert.Equal([200, 409], pages.Select(p => p.Status).Order());
        Assert.Equal(12, await _app.Sql.Count("disbursement.payment_outcomes"));
        await Assert.ThrowsAsync<Npgsql.PostgresException>(() => _app.Sql.Execute("update disbursement.payment_outcomes set paid = false"));
    }

    private async Task<List<BankRow>> Rows() => [.. (await _app.Sql.Rows("""
        select r.number || '-' || lpad(o.number::text, 5, '0'), o.account, o.amount from disbursement.roster_orders o join disbursement.rosters r on r.id = o.roster_id where r.id = $1 order by o.number
        """, _roster)).Select(r => new BankRow((string)r[0]!, (string)r[1]!, $"{r[2]:F2}", "成功", ""))];

    private static byte[] Csv(IEnumerable<BankRow> rows) => new UTF8Encoding(true).GetPreamble().Concat(Encoding.UTF8.GetBytes(
        "批次行号,账号,金额,处理结果,失败原因\r\n" + string.Join("\r\n", rows.Select(r => $"{r.Line},{r.Account},{r.Amount},{r.Outcome},{r.Reason}")) + "\r\n")).ToArray();

    private static byte[] Xlsx(IEnumerable<BankRow> rows)
    {
        using var stream = new MemoryStream();
        stream.SaveAs(rows.Select(r => new Dictionary<string, object> { ["批次行号"] = r.Line, ["账号"] = r.Account, ["金额"] = decimal.Parse(r.Amount, null), ["处理结果"] = r.Outcome, ["失败原因"] = r.Reason }));
        return stream.ToArray();
    }

    private async Task<Page> Upload(byte[] file)
    {
        var page = await Post(file);
        Assert.True(page.Status == 200, page.Text);
        return page;
    }

    // Posts as the upload form does, also when the page no longer offers it.
    private async Task<Page> Post(byte[] file)
    {
        var page = await _first.Get($"/disbursement/rosters/{_roster}/return");
        if (page.Html.QuerySelector("#upload") is not null)
        {
            return await page.Form("upload").Attach("Upload", "回盘.csv", file).Submit();
        }

        using var content = new MultipartFormDataContent
        {
            { new StringContent(page.Html.QuerySelector("input[name=__RequestVerificationToken]")!.GetAttribute("value")!), "__RequestVerificationToken" },
            { new ByteArrayContent(file), "Upload", "回盘.csv" },
        };
        return await _first.Post($"/disbursement/rosters/{_roster}/return", content);
    }

    private async Task<Page> Apply(Page preview)
    {
        using var content = new FormUrlEncodedContent(new Dictionary<string, string>
        {
            ["fileId"] = $"{await _app.Sql.One<Guid>("select id from disbursement.return_files where status = 'staged'")}",
            ["__RequestVerificationToken"] = preview.Html.QuerySelector("input[name=__RequestVerificationToken]")!.GetAttribute("value")!,
        });
        return await _first.Post($"/disbursement/rosters/{_roster}/return?handler=Apply", content);
    }

    private Task AddCase(Guid caseId, Guid household, string head) => _app.Sql.Execute("""
        insert into cases.case_files (id, number, program, division_code, household_id, applicant_name, member_count, area, stage, stage_since, accepted_on, due_on, verification_done, visit_done,
            fact_version, relative_of_official, accepted_by, accepted_by_name, version)
        values ($1, 'SQ-202611-0001', 'minimum-living', '360731100201', $2, $3, 2, 'rural', 'in-benefit', '2026-11-02', '2026-11-02', '2026-12-02', true, true, 1, false, gen_random_uuid(), '王经办', 1)
        """, caseId, household, head);

    private sealed record BankRow(string Line, string Account, string Amount, string Outcome, string Reason);
}
