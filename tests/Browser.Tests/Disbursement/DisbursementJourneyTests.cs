using System.Text;
using SocialAssistance.Browser.Tests.Harness;

namespace SocialAssistance.Browser.Tests.Disbursement;

/// <summary>From the month's roster to money that arrived, without a mouse, with script and without.</summary>
public sealed class DisbursementJourneyTests : IAsyncLifetime
{
    private readonly BrowserApp _app = new();

    public async Task InitializeAsync()
    {
        await _app.InitializeAsync();
        await _app.Sql.Execute("""
            with household as (
                select md5('household' || n)::uuid as id, md5('case' || n)::uuid as case_id, 'SQ-202611-' || lpad(n::text, 4, '0') as number, n, '3607311002' || lpad((n % 9 + 1)::text, 2, '0') as division,
                    (array['李秀兰','王桂花','张建国','刘长生','陈小妹','钟福林','谢冬秀','肖水生','曾招娣','赖木根','丁火英','欧阳春生'])[n] as head
                from generate_series(1, 12) n
            ),
            cases as (
                insert into cases.case_files (id, number, program, division_code, household_id, applicant_name, applicant_id_number, member_count, area, stage, stage_since, accepted_on, due_on, verification_done,
                    visit_done, fact_version, relative_of_official, accepted_by, accepted_by_name, version)
                select case_id, number, 'minimum-living', division, id, head, '36073119700101' || lpad(n::text, 4, '0'), 2, 'rural', 'in-benefit', '2026-11-02', '2026-11-02', '2026-12-02', true, true, 1, false,
                    gen_random_uuid(), '王经办', 1 from household
            ),
            payee as (
                insert into disbursement.payees (id, household_id, case_id, division_code, holder, holder_id_number, bank, account, cause, recorded_at, recorded_by_name)
                select gen_random_uuid(), id, case_id, division, head, '36073119700101' || lpad(n::text, 4, '0'), '于都农商银行', '622848' || lpad((case n when 12 then 11 else n end)::text, 13, '0'), 'confirmed', now(), '系统' from household
            )
            insert into disbursement.entitlements (id, household_id, case_id, case_number, division_code, program, head_name, person_id, person_name, id_number, benefit, area, amount, basis, explanation, from_month,
                cause, determination_id, recorded_at, recorded_by_name)
            select md5(h.id::text || p)::uuid, h.id, h.case_id, h.number, h.division, 'minimum-living', h.head, md5('person' || h.n || p)::uuid, case p when 1 then h.head else '成员' || h.n end,
                '3607311970' || lpad(h.n::text, 7, '0') || p, 'minimum-living-allowance', 'rural', 330.00, 'difference', '差额补助：660 − 330 = 330 元/人·月（于民字〔2023〕30号 一（二））', '2026-12-01', 'added',
                gen_random_uuid(), now(), '系统'
            from household h, generate_series(1, 2) p
            """);
    }

    public Task DisposeAsync() => _app.DisposeAsync();

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task A_roster_goes_from_generation_to_money_that_arrived_by_keyboard_alone(bool script)
    {
        var suffix = script ? "" : "-no-script";
        await _app.Visit(new() { Account = "fund1", JavaScript = script }, async window =>
        {
            await window.Go("/disbursement/rosters");
            await window.Keys.Activate("生成本月批次(N)");
            await Made(window);
            await Look(window, $"disbursement-blocked{suffix}");
            // The first of the two families that share an account is taken out.
            await window.Keys.Activate("移出本批：丁火英");
            await window.Keys.Type("移出原因", "账号待核实");
            await Look(window, $"disbursement-exclude{suffix}");
            await window.Keys.Activate("移出本批(S)");
            await Made(window);
            await Look(window, $"disbursement-preview{suffix}");
            await window.Keys.Activate("提交复核(S)");
            await Look(window, $"disbursement-submitted{suffix}");
        });
        var roster = await _app.Sql.One<Guid>("select id from disbursement.rosters");
        await _app.Visit(new() { Account = "fund2", JavaScript = script }, async window =>
        {
            await window.Go($"/disbursement/rosters/{roster}/seal");
            await Look(window, $"disbursement-seal{suffix}");
            await window.Keys.Activate("复核通过并封存(Y)");
            await Look(window, $"disbursement-bank-list{suffix}");
            await window.Keys.TabTo("导出银行清单(S)");
            var download = await window.Page.RunAndWaitForDownloadAsync(() => window.Keys.Press("Enter"));
            Assert.StartsWith("FF-202612-01_11户_7260.00元", download.SuggestedFilename, StringComparison.Ordinal);

            await window.Go($"/disbursement/rosters/{roster}/return");
            await Upload(window, await Answer(roster, "440.00"));
            await Look(window, $"disbursement-return-wrong{suffix}");
            await Upload(window, await Answer(roster, null));
            await Look(window, $"disbursement-return{suffix}");
            await window.Keys.Activate("确认入账(Y)");
            await Look(window, $"disbursement-returned-entered{suffix}");
            foreach (var (address, name) in new[] { ("/disbursement/rosters", "rosters"), ($"/disbursement/rosters/{roster}/changes", "changes"), ($"/disbursement/rosters/{roster}/orders", "orders"), ("/disbursement/returned", "waiting") })
            {
                await window.Go(address);
                await Look(window, $"disbursement-{name}{suffix}");
            }

            var failed = await _app.Sql.One<Guid>("select case_id from disbursement.roster_orders o join disbursement.payment_outcomes x using (roster_id, number) where not x.paid");
            await window.Go($"/cases/{failed}/payments");
            await Look(window, $"disbursement-family{suffix}");
            await window.Go($"/cases/{failed}/payee");
            await window.Keys.Activate("提交审核(S)");
            await Look(window, $"disbursement-payee-errors{suffix}");
            await window.Keys.Type("领款人", "李秀兰");
            await window.Keys.Type("开户行", "于都农商银行");
            await window.Keys.Type("账号", "6228481111111111111");
            await window.Keys.Type("看过的凭证", "新存折首页");
            await window.Keys.Type("变更原因", "原户名不符");
            await window.Keys.Activate("提交审核(S)");
        });
        await _app.Visit(new() { Account = "fund1", JavaScript = script }, async window =>
        {
            await window.Go("/disbursement/payee-changes");
            await Look(window, $"disbursement-payee-changes{suffix}");
            await window.Go($"/disbursement/payee-changes/{await _app.Sql.One<Guid>("select id from disbursement.payee_changes")}");
            await Look(window, $"disbursement-payee-decide{suffix}");
            await window.Keys.Activate("同意变更(Y)");
            await window.Go("/disbursement/returned");
            await window.Keys.Activate("生成补发批次(N)");
            await Look(window, $"disbursement-correction{suffix}");
            await window.Go("/disbursement/verification");
            await window.Keys.Activate("开始核验(S)");
            await Look(window, $"disbursement-verified{suffix}");
        });
        Assert.Equal(660m, await _app.Sql.One<decimal>("select total from disbursement.rosters where kind = 'correction'"));
    }

    private async Task Made(Window window)
    {
        for (var i = 0; i < 120 && await _app.Sql.Count("disbursement.rosters where status = 'generating'") > 0; i++)
        {
            await Task.Delay(250);
        }

        await window.Page.ReloadAsync();
    }

    private static async Task Look(Window window, string name)
    {
        // The checker is a script itself.
        if (!name.EndsWith("no-script", StringComparison.Ordinal))
        {
            await window.AssertAccessible();
        }

        await window.AssertFitsWidth();
        await window.Screenshot(name);
        await window.Page.SetViewportSizeAsync(360, 740);
        await window.AssertFitsWidth();
        await window.Screenshot(name + "-360");
        await window.Page.SetViewportSizeAsync(1366, 768);
    }

    private static async Task Upload(Window window, byte[] file)
    {
        await window.Page.Locator("#upload input[type=file]").SetInputFilesAsync(new Microsoft.Playwright.FilePayload { Name = "回盘.csv", MimeType = "text/csv", Buffer = file });
        await window.Keys.Activate("上传并核对(S)");
    }

    private async Task<byte[]> Answer(Guid roster, string? wrongAmount) => Encoding.GetEncoding("GB18030").GetBytes("批次行号,账号,金额,处理结果,失败原因\r\n" + string.Join("\r\n", (await _app.Sql.Rows("""
        select r.number || '-' || lpad(o.number::text, 5, '0'), o.account, o.amount, o.number from disbursement.roster_orders o join disbursement.rosters r on r.id = o.roster_id where r.id = $1 order by o.number
        """, roster)).Select(r => (int)r[3]! == 2 ? $"{r[0]},{r[1]},{wrongAmount ?? $"{r[2]:F2}"},失败,户名不符" : $"{r[0]},{r[1]},{r[2]:F2},成功,")));
}
