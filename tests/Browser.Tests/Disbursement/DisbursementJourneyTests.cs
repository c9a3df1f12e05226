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
        await FamiliesInBenefit.SeedAsync(_app, 12);
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
            await window.Made(_app);
            await window.Look($"disbursement-blocked{suffix}");
            // The first of the two families that share an account is taken out.
            await window.Keys.Activate("移出本批：丁火英");
            await window.Keys.Type("移出原因", "账号待核实");
            await window.Look($"disbursement-exclude{suffix}");
            await window.Keys.Activate("移出本批(S)");
            await window.Made(_app);
            await window.Look($"disbursement-preview{suffix}");
            await window.Keys.Activate("提交复核(S)");
            await window.Look($"disbursement-submitted{suffix}");
        });
        var roster = await _app.Sql.One<Guid>("select id from disbursement.rosters");
        await _app.Visit(new() { Account = "fund2", JavaScript = script }, async window =>
        {
            await window.Go($"/disbursement/rosters/{roster}/seal");
            await window.Look($"disbursement-seal{suffix}");
            await window.Keys.Activate("复核通过并封存(Y)");
            await window.Look($"disbursement-bank-list{suffix}");
            await window.Keys.TabTo("导出银行清单(S)");
            var download = await window.Page.RunAndWaitForDownloadAsync(() => window.Keys.Press("Enter"));
            Assert.StartsWith("FF-202612-01_11户_7260.00元", download.SuggestedFilename, StringComparison.Ordinal);

            await window.Go($"/disbursement/rosters/{roster}/return");
            await Upload(window, await Answer(roster, "440.00"));
            await window.Look($"disbursement-return-wrong{suffix}");
            await Upload(window, await Answer(roster, null));
            await window.Look($"disbursement-return{suffix}");
            await window.Keys.Activate("确认入账(Y)");
            await window.Look($"disbursement-returned-entered{suffix}");
            foreach (var (address, name) in new[] { ("/disbursement/rosters", "rosters"), ($"/disbursement/rosters/{roster}/changes", "changes"), ($"/disbursement/rosters/{roster}/orders", "orders"), ("/disbursement/returned", "waiting") })
            {
                await window.Go(address);
                await window.Look($"disbursement-{name}{suffix}");
            }

            var failed = await _app.Sql.One<Guid>("select case_id from disbursement.roster_orders o join disbursement.payment_outcomes x using (roster_id, number) where not x.paid");
            await window.Go($"/cases/{failed}/payments");
            await window.Look($"disbursement-family{suffix}");
            await window.Go($"/cases/{failed}/payee");
            await window.Keys.Activate("提交审核(S)");
            await window.Look($"disbursement-payee-errors{suffix}");
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
            await window.Look($"disbursement-payee-changes{suffix}");
            await window.Go($"/disbursement/payee-changes/{await _app.Sql.One<Guid>("select id from disbursement.payee_changes")}");
            await window.Look($"disbursement-payee-decide{suffix}");
            await window.Keys.Activate("同意变更(Y)");
            await window.Go("/disbursement/returned");
            await window.Keys.Activate("生成补发批次(N)");
            await window.Look($"disbursement-correction{suffix}");
            await window.Go("/disbursement/verification");
            await window.Keys.Activate("开始核验(S)");
            await window.Look($"disbursement-verified{suffix}");
        });
        Assert.Equal(660m, await _app.Sql.One<decimal>("select total from disbursement.rosters where kind = 'correction'"));
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
