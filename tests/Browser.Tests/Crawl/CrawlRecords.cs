using SocialAssistance.Browser.Tests.Harness;
using SocialAssistance.Contracts.Cases;
using SocialAssistance.Slices.Tests.Builders;
using SocialAssistance.Slices.Tests.Standards;

namespace SocialAssistance.Browser.Tests.Crawl;

/// <summary>What the pages of changes, of standards and of money beside the rosters have to show, made through those pages.</summary>
internal sealed class CrawlRecords(BrowserApp app)
{
    private static readonly byte[] Photo = [0xFF, 0xD8, 0xFF, 0xE0, 1, 2, 3];

    /// <summary>Families in benefit: one cut that waits for its reply, one cut that is confirmed, one that has left.</summary>
    public async Task<Guid[]> ChangesAsync()
    {
        var (clerk, leader) = (await app.LogIn("clerk"), await app.LogIn("leader"));
        var waiting = await InBenefit(leader);
        await Hear(clerk, await Propose(clerk, waiting, "income", Wage), waived: false, "2026-11-10");
        var confirmed = await InBenefit(leader);
        var cut = await Propose(clerk, confirmed, "income", Wage);
        await Hear(clerk, cut, waived: true, "2026-11-02");
        await Confirm(leader, cut);
        var ended = await InBenefit(leader);
        await Confirm(leader, await Propose(clerk, ended, "exit"));
        await app.Sql.Execute("update cases.review_dues set due_on = '2026-11-20' where case_id = $1", confirmed);
        return [waiting, confirmed, ended];
    }

    /// <summary>A raise in the making with its impact and an example that answers otherwise now, a version that waits for its publication, and one published and not yet in force.</summary>
    public async Task StandardsAsync()
    {
        var (first, second) = (await app.LogIn("admin1"), await app.LogIn("admin2"));
        var raise = await Version(first, "农村低保提标", "2027-01-01", "minimum-living-allowance", "minimum-living-allowance.standard", "rural", "700");
        await Impact(first, raise);
        await SubmitVersion(second, await Version(second, "拒绝就业的次数", "2027-06-01", "work-refusal", "work-refusal.limit", "all", "4"));
        var published = await Version(second, "拒绝就业的次数再调整", "2028-01-01", "work-refusal", "work-refusal.limit", "all", "5");
        await Impact(second, published);
        await SubmitVersion(second, published);
        await first.PublishVersion(published, await Warned(published));
        Assert.Equal("Published", await app.Sql.One<string>("select status from standards.versions where id = $1", published));
    }

    /// <summary>Who pays what, word of deaths, and two families that got more than was due: one claimed, one only found.</summary>
    public async Task MoneyAsync(Guid sealedRoster)
    {
        var (first, second) = (await app.LogIn("fund1"), await app.LogIn("fund2"));
        foreach (var (level, amount) in new[] { ("county", "88"), ("central", "200") })
        {
            await Done((await first.Get("/disbursement/funding")).Form("rate").Fill("救助类型", "minimum-living").Fill("地区", "rural").Fill("资金来源", level)
                .Fill("每人金额", amount).Fill("开始月份", "2026-11").Fill("文号和条款", "于民字〔2023〕30号 二（二）"));
        }

        foreach (var number in new[] { "360731196803152422", "360731197001010028" })
        {
            await Done((await first.Get("/disbursement/death-hints")).Form("enter").Fill("身份证号", number).Fill("死亡日期", "2026-10-01").Fill("来源", "殡葬信息"));
        }

        var hint = await app.Sql.One<Guid>("select id from disbursement.death_hints order by id limit 1");
        await Done((await second.Get("/disbursement/death-hints")).Form($"clear-{hint}").Fill("核实情况", "同名同姓，本人健在"));
        await app.Sql.Execute("""
            insert into disbursement.entitlement_endings (id, entitlement_id, last_month, cause, reason, recorded_at, recorded_by_name, ground)
            select gen_random_uuid(), e.id, '2026-10-01', 'members', '去世', now(), '系统', 'death'
            from disbursement.entitlements e where from_month <= '2026-10-01' and case_id in (
                select o.case_id from disbursement.roster_orders o where o.roster_id = $1 and o.division_code like '360731100%' order by o.number limit 2)
            """, sealedRoster);
        var found = (await first.Get("/disbursement/overpayments")).Html.QuerySelector("main a[href*='/overpayments/register']")!.GetAttribute("href")!;
        var register = (await first.Get(found)).Form("register").Fill("多发原因", "去世后未及时停发").Fill("每月退回", "250").Fill("听取意见日期", "2026-11-02")
            .Fill("当事人的意见", "无异议").Fill("依据的文件和条款", "社会救助暂行办法 第六十八条").Fill("第一期日期", "2026-12-10");
        var claim = await Done(register);
        await Done(claim.Form("repay").Fill("退回日期", "2026-11-02").Fill("退回金额", "50").Fill("缴款凭证号", "缴字第1号"));
    }

    private static (string, string)[] Wage => [("Input.PersonId", "王试国"), ("Input.IncomeType", "工资性收入"), ("Input.Amount", "1500"), ("Input.Period", "month")];

    private async Task<Guid> InBenefit(Visitor leader)
    {
        var id = await new CaseBuilder(app).At(Stages.Confirmation);
        await Done((await leader.Get($"/cases/{id}/decision")).Form("decide").Fill("Input.Decision", "confirm"), "作出决定(Y)");
        return id;
    }

    private static async Task<string> Propose(Visitor clerk, Guid id, string kind, params (string Field, string Value)[] fields)
    {
        var form = (await clerk.Get($"/cases/{id}/changes/new/{kind}")).Form("change").Fill("Input.HappenedOn", "2026-11-01").Fill("Input.KnownOn", "2026-11-02").Fill("Input.ReportedBy", "村委会")
            .Attach("Input.EvidenceFiles", "依据.jpg", Photo);
        foreach (var (field, value) in fields)
        {
            form.Fill(field, value);
        }

        return (await Done(form)).Url.AbsolutePath;
    }

    private static async Task Hear(Visitor clerk, string change, bool waived, string replyUntil)
    {
        var form = (await clerk.Get(change)).Form("hearing").Fill("Input.ToldOn", "2026-11-02").Fill("Input.ToldHow", "当面送达").Fill("Input.ReplyUntil", replyUntil)
            .Fill("Input.HeardOn", "2026-11-02").Fill("Input.HeardHow", "当面听取").Fill("Input.Statement", "无异议");
        await Done(waived ? form.Fill("Input.Waived", "true") : form, "登记听取意见(S)");
    }

    private static async Task Confirm(Visitor leader, string change) =>
        await Done((await leader.Get(change)).Form("decide-change").Fill("Input.Decision", "confirm"), "作出决定(Y)");

    private static async Task<Guid> Version(Visitor admin, string title, string from, string group, string key, string area, string value)
    {
        var (_, id) = await admin.Begin(title, VersionPages.Yudu30, from);
        var page = await admin.Get($"/standards/versions/{id}?group={group}");
        var saved = await page.Form("draft-form").Enter(page, key, area, value, "一（二）").Save();
        Assert.True(saved.Status == 200, string.Join("; ", saved.Errors));
        return id;
    }

    private static async Task SubmitVersion(Visitor admin, Guid id)
    {
        var checks = await admin.Get($"/standards/versions/{id}/checks");
        var submitted = await admin.SubmitVersion(id, checks.Html.QuerySelector("#submit-form textarea") is null ? null : "已与文件核对");
        Assert.True(submitted.Status == 200, string.Join("; ", submitted.Errors));
    }

    private async Task<bool> Warned(Guid id) => await app.Sql.One<string>("select warning_reason from standards.versions where id = $1", id) is not null;

    private async Task Impact(Visitor admin, Guid version)
    {
        await Done((await admin.Get($"/standards/versions/{version}/impact")).Form("impact"));
        for (var i = 0; i < 1_200 && await app.Sql.Count($"standards.impact_runs where status = 'Done' and version_id = '{version}'") == 0; i++)
        {
            await Task.Delay(50);
        }
    }

    private static async Task<Page> Done(FormOnPage form, string? button = null)
    {
        var page = await form.Submit(button);
        Assert.True(page.Status == 200, $"{page.Url.AbsolutePath} answered {page.Status}: {string.Join("; ", page.Errors)} {page.Text}");
        return page;
    }
}
