using SocialAssistance.Contracts.Accounts;
using SocialAssistance.Contracts.Cases;
using SocialAssistance.Slices.Tests.Builders;

namespace SocialAssistance.Slices.Tests.Standards;

/// <summary>Who confirms: the township within its delegation, the county everything else.</summary>
public sealed class DelegationTests(App app) : IClassFixture<App>
{
    [Fact]
    public async Task Without_a_delegation_the_township_is_refused_with_who_may_and_the_county_confirms()
    {
        var id = await new CaseBuilder(app).At(Stages.Confirmation);
        var (leader, reviewer, admin) = (await app.LogIn("leader"), await app.LogIn("reviewer"), await app.LogIn("admin1"));

        var held = await Confirm(reviewer, id);
        Assert.Equal(409, held.Status);
        Assert.Contains(held.Errors, e => e.Contains("已按于民字〔2023〕18号 二（四）13委托给贡江镇，由乡镇审核确认人办理", StringComparison.Ordinal));

        var row = await app.Sql.One<Guid>("select id from standards.delegations where township_code = $1 and program = 'minimum-living'", DemoAccounts.Gongjiang);
        Assert.Equal(200, (await (await admin.Get($"/standards/delegations/{row}/revoke")).Form().Fill("收回原因", "试点结束").Submit("收回委托(S)")).Status);

        var refused = await Confirm(leader, id);
        Assert.Equal(409, refused.Status);
        Assert.Contains(refused.Errors, e => e.Contains("审核确认委托给贡江镇，由县级审核办理", StringComparison.Ordinal));
        Assert.Equal(200, (await Confirm(reviewer, id)).Status);
        Assert.Equal(Stages.InBenefit, await Stage(id));

        // A new delegation up to an amount: above it the county still decides.
        var form = (await admin.Get("/standards/delegations/new")).Form().Fill("Input.Townships", "贡江镇").Fill("救助项目", "低保").Fill("每月金额上限", "500").Fill("起始日期", "2026-11-02")
            .Fill("依据文件", "于民字〔2023〕18号");
        Assert.Equal("/standards/delegations", (await form.Submit("登记委托(S)")).Url.AbsolutePath);
        var large = await new CaseBuilder(app).At(Stages.Confirmation);
        Assert.Equal(409, (await Confirm(leader, large)).Status);
        Assert.Equal(200, (await Confirm(reviewer, large)).Status);

        // So does a change of a benefit, by what it would be afterwards.
        var report = (await (await app.LogIn("clerk")).Get($"/cases/{id}/changes/new/income")).Form("change").Fill("Input.HappenedOn", "2026-11-01").Fill("Input.KnownOn", "2026-11-02")
            .Fill("Input.ReportedBy", "村委会").Attach("Input.EvidenceFiles", "依据.jpg", [0xFF, 0xD8, 0xFF, 0xE0, 1, 2, 3])
            .Fill("Input.PersonId", "王试国").Fill("Input.IncomeType", "工资性收入").Fill("Input.Amount", "900").Fill("Input.Period", "month");
        var change = (await report.Submit()).Url.AbsolutePath;
        Assert.DoesNotContain(await Number(id), (await leader.Get("/changes?tab=open")).Text, StringComparison.Ordinal);
        Assert.Contains(await Number(id), (await reviewer.Get("/changes?tab=open")).Text, StringComparison.Ordinal);
        var closed = await leader.Get(change);
        Assert.Null(closed.Html.QuerySelector("#decide-change"));
        Assert.Contains("这项变更由县级审核确认", closed.Text, StringComparison.Ordinal);
        var decided = await (await reviewer.Get(change)).Form("decide-change").Fill("Input.Decision", "confirm").Submit("作出决定(Y)");
        Assert.True(decided.Status == 200, decided.Text);
        Assert.Equal("confirmed", await app.Sql.One<string>("select status from cases.benefit_changes where case_id = $1", id));
    }

    [Fact]
    public async Task What_no_delegation_covers_waits_on_the_county_reviewers_own_list_with_its_deadline_and_not_on_the_townships()
    {
        // 特困 is the county's by 民发〔2021〕43号; the county's document delegates the allowance alone.
        var village = (await app.Sql.One<string>("select min(code) from accounts.divisions where code like '360731108%' and code not like '%000'"))!;
        var poor = await new CaseBuilder(app) { Program = "extreme-poverty", Division = village }.At(Stages.Confirmation);
        var allowance = await new CaseBuilder(app) { Division = village }.At(Stages.Confirmation);
        var (leader, reviewer) = (await app.LogIn("leader2"), await app.LogIn("reviewer"));

        var list = await reviewer.Get("/cases/worklist");
        Assert.Equal("我的待办", list.Heading);
        Assert.Contains("剩", list.Html.QuerySelector($"[id='c-{poor}'] td:last-child")!.TextContent, StringComparison.Ordinal);
        Assert.DoesNotContain(await Number(allowance), list.Text, StringComparison.Ordinal);
        var township = await leader.Get("/cases/worklist");
        Assert.Contains(await Number(allowance), township.Text, StringComparison.Ordinal);
        Assert.DoesNotContain(await Number(poor), township.Text, StringComparison.Ordinal);
        Assert.Contains("这一步由县级审核办理", (await leader.Get($"/cases/{poor}")).Text, StringComparison.Ordinal);
        Assert.NotNull((await reviewer.Get($"/cases/{poor}")).Html.QuerySelector($"a[href='/cases/{poor}/decision']"));
        Assert.Null((await reviewer.Get($"/cases/{allowance}")).Html.QuerySelector($"a[href='/cases/{allowance}/decision']"));
    }

    [Fact]
    public async Task A_township_is_not_delegated_twice_for_the_same_time()
    {
        var admin = await app.LogIn("admin1");

        var refused = await (await admin.Get("/standards/delegations/new")).Form().Fill("Input.Townships", "罗坳镇").Fill("救助项目", "低保").Fill("起始日期", "2027-01-01").Fill("依据文件", "于民字〔2023〕18号").Submit("登记委托(S)");

        Assert.Equal(409, refused.Status);
        Assert.Contains(refused.Errors, e => e.Contains("请先收回原委托", StringComparison.Ordinal));
    }

    private static async Task<Page> Confirm(Visitor visitor, Guid id) =>
        await (await visitor.Get($"/cases/{id}/decision")).Form("decide").Fill("Input.Decision", "confirm").Submit("作出决定(Y)");

    private async Task<string> Number(Guid id) => (await app.Sql.One<string>("select number from cases.case_files where id = $1", id))!;

    private async Task<string?> Stage(Guid id) => await app.Sql.One<string>("select stage from cases.case_files where id = $1", id);
}
