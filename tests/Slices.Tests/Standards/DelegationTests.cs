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
        Assert.Contains(held.Errors, e => e.Contains("已按于民字〔2023〕18号委托给贡江镇，由乡镇审核确认人办理", StringComparison.Ordinal));

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

    private async Task<string?> Stage(Guid id) => await app.Sql.One<string>("select stage from cases.case_files where id = $1", id);
}
