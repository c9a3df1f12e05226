using SocialAssistance.Browser.Tests.Harness;

namespace SocialAssistance.Browser.Tests.Disbursement;

/// <summary>The money beside the monthly roster, without a mouse: one-off batches, what is claimed back, and the settings of the fund office.</summary>
public sealed class MoneyPagesTests : IAsyncLifetime
{
    private readonly BrowserApp _app = new();

    public async Task InitializeAsync()
    {
        await _app.InitializeAsync();
        await FamiliesInBenefit.SeedAsync(_app, 11);
    }

    public Task DisposeAsync() => _app.DisposeAsync();

    [Fact]
    public async Task A_one_off_batch_goes_from_the_document_to_the_signature_sheet_by_keyboard_alone()
    {
        await _app.VisitAs("fund1", async window =>
        {
            await window.Go("/disbursement/one-off");
            await window.Keys.Select("发放月份", "2026年12月");
            await window.Keys.Type("文号", "赣民发〔2026〕12号");
            await window.Keys.TabTo("只发给其中一部分");
            await window.Keys.Press("Enter");
            await window.Keys.Type("最小年龄", "18");
            await window.Keys.Type("每人或每户金额", "35");
            await window.Keys.TabTo("资金来源");
            await window.Keys.Press("Enter");
            await window.Keys.Type("中央", "20");
            await window.Keys.Activate("试算(S)");
            await window.Look("one-off-preview");
            await window.Keys.Activate("生成批次(S)");
            await window.Made(_app);
            await window.Look("one-off-roster");
            await window.Keys.Activate("提交复核(S)");
        });
        var roster = await _app.Sql.One<Guid>("select id from disbursement.rosters");
        await _app.VisitAs("fund2", async window =>
        {
            await window.Go($"/disbursement/rosters/{roster}/seal");
            await window.Keys.Activate("复核通过并封存(Y)");
            foreach (var paper in new[] { "summary", "signatures" })
            {
                Assert.Equal(200, await window.Go($"/disbursement/rosters/{roster}/{paper}"));
                await window.AssertAccessible();
                await window.Screenshot($"one-off-{paper}");
            }
        });
        Assert.Equal("sealed 770.00", await _app.Sql.One<string>("select concat(status, ' ', total) from disbursement.rosters"));
    }

    [Fact]
    public async Task What_was_paid_too_much_is_claimed_and_paid_back_by_instalments_by_keyboard_alone()
    {
        await _app.VisitAs("fund1", async window =>
        {
            await window.Go("/disbursement/rosters");
            await window.Keys.Activate("生成本月批次(N)");
            await window.Made(_app);
            await window.Keys.Activate("提交复核(S)");
        });
        await _app.VisitAs("fund2", async window =>
        {
            await window.Go($"/disbursement/rosters/{await _app.Sql.One<Guid>("select id from disbursement.rosters")}/seal");
            await window.Keys.Activate("复核通过并封存(Y)");
        });
        // A death of November, told when the money of December was sealed.
        await _app.Sql.Execute("""
            insert into disbursement.entitlement_endings (id, entitlement_id, last_month, cause, reason, recorded_at, recorded_by_name, ground)
            select gen_random_uuid(), id, '2026-11-01', 'members', '去世', $1, '系统', 'death' from disbursement.entitlements where head_name = '李秀兰'
            """, _app.Clock.GetUtcNow());
        await _app.VisitAs("fund1", async window =>
        {
            await window.Go("/disbursement/overpayments");
            await window.Look("overpayments-found");
            await window.Keys.Activate("登记追回：李秀兰");
            await window.Keys.Activate("登记追回(S)");
            await window.Look("overpayment-errors");
            await window.Keys.Type("多发原因", "去世后未及时停发");
            await window.Keys.Type("听取意见日期", "2026-11-02");
            await window.Keys.Type("每月退回", "250");
            await window.Keys.Type("第一期日期", "2026-12-10");
            await window.Keys.Type("当事人的意见", "无异议");
            await window.Keys.Type("依据的文件和条款", "社会救助暂行办法 第六十八条");
            await window.Keys.Activate("登记追回(S)");
            await window.Look("overpayment-plan");
            await window.Keys.Type("退回日期", "2026-11-02");
            await window.Keys.Type("退回金额", "250");
            await window.Keys.Type("缴款凭证号", "JK-1");
            await window.Keys.Activate("登记退回(S)");
            await window.Look("overpayment-repaid");
            Assert.Contains("还剩 410.00 元", await window.Page.InnerTextAsync("main"), StringComparison.Ordinal);
            await window.Keys.Activate("打印告知书(P)");
            await window.AssertAccessible();
            await window.Screenshot("overpayment-notice");
        });
        Assert.Equal(250m, await _app.Sql.One<decimal>("select sum(amount) from disbursement.repayments"));
    }

    [Fact]
    public async Task A_settle_day_and_a_bank_format_are_entered_by_keyboard_and_their_mistakes_are_named()
    {
        await _app.VisitAs("fund1", async window =>
        {
            await window.Go("/disbursement/settle-day");
            await window.Keys.Activate("登记(S)");
            await window.Look("settle-day-errors");
            await window.Keys.Type("开始月份", "2026-12");
            await window.Keys.Type("几日", "20");
            await window.Keys.Type("文号和条款", "于民字〔2026〕8号 三");
            await window.Keys.Activate("登记(S)");
            await window.Look("settle-day");
            await window.Go("/disbursement/bank-templates/new");
            await window.Keys.Activate("保存为新版(S)");
            await window.Look("bank-format-errors");
        });
        Assert.Equal(1, await _app.Sql.Count("disbursement.settle_days"));
    }
}
