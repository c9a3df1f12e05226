using System.Text.RegularExpressions;
using SocialAssistance.Contracts.Accounts;

namespace SocialAssistance.Slices.Tests.Accounts;

public sealed partial class AccountAdministrationTests(App app) : IClassFixture<App>
{
    [Fact]
    public async Task A_new_account_gets_a_temporary_password_that_must_be_changed_before_anything_else()
    {
        var list = await Create("new-clerk", "新经办", DemoAccounts.Gongjiang, "窗口经办");
        var password = TemporaryPassword().Match(list.Text).Value;

        var person = await app.LogIn("new-clerk", password);
        var first = await person.Get("/");
        var elsewhere = await person.Get("/cases/worklist");
        var changed = await first.Form().Fill("当前密码", password).Fill("新密码", "my-own-2026-x").Fill("再填一次新密码", "my-own-2026-x").Submit();

        Assert.Equal("/accounts", list.Url.AbsolutePath);
        Assert.Equal("/account/password", first.Url.AbsolutePath);
        Assert.Equal("/account/password", elsewhere.Url.AbsolutePath);
        Assert.NotEqual("/account/password", changed.Url.AbsolutePath);
        Assert.Equal(0, await app.Sql.Count("platform.audit_entries where before::text like '%asswordHash%' or after::text like '%asswordHash%' or after::text like '%ecurityStamp%'"));
    }

    [Fact]
    public async Task What_is_missing_or_wrong_is_said_beside_each_field_and_kept()
    {
        var page = await (await (await app.LogIn("admin1")).Get("/accounts/new")).Form().Fill("账号", "中文").Fill("单位", "某单位").Submit();

        Assert.Equal(400, page.Status);
        Assert.Equal("账号应为 3 至 32 位小写字母、数字、点或短横线", page.ErrorBeside("账号"));
        Assert.Equal("请填写姓名", page.ErrorBeside("姓名"));
        Assert.Equal("请选择区划", page.ErrorBeside("区划"));
        Assert.Contains("请至少选择一个岗位", page.Errors);
        Assert.Equal("某单位", page.Form()["单位"]);
    }

    [Theory]
    [InlineData(DemoAccounts.County, "窗口经办", "窗口经办应设在乡镇（街道），请改选区划或岗位")]
    [InlineData(DemoAccounts.Gongjiang, "资金岗", "资金岗应设在县局，请改选区划或岗位")]
    [InlineData(DemoAccounts.Gongjiang, "村协理员", "村协理员应设在村（社区），请改选区划或岗位")]
    public async Task A_role_sits_where_its_work_is(string division, string role, string message) =>
        Assert.Contains(message, (await Create("misplaced", "某人", division, role)).Errors);

    [Fact]
    public async Task An_auditor_holds_no_other_role() =>
        Assert.Contains("审计岗不能与其他岗位兼任，请只选审计或去掉审计", (await Create("both", "某人", DemoAccounts.County, "审计", "管理员")).Errors);

    [Fact]
    public async Task An_account_name_is_given_once() =>
        Assert.Equal("账号 clerk 已有人使用，请换一个", (await Create("clerk", "某人", DemoAccounts.Gongjiang, "窗口经办")).ErrorBeside("账号"));

    [Fact]
    public async Task Other_rights_end_the_open_session_and_hold_at_the_next_login()
    {
        await Create("mover", "调动人", DemoAccounts.Gongjiang, "窗口经办");
        var id = await app.Sql.One<Guid>("select id from accounts.users where account = 'mover'");
        var admin = await app.LogIn("admin1");

        var saved = await (await admin.Get($"/accounts/{id}")).Form("details").Fill("区划", DemoAccounts.Luoao).Fill("单位", "罗坳镇窗口").Submit();

        Assert.Contains("已保存调动人的账号", saved.Text, StringComparison.Ordinal);
        Assert.Equal(DemoAccounts.Luoao, await app.Sql.One<string>("select division_code from accounts.users where id = $1", id));
    }

    [Fact]
    public async Task Two_administrators_at_once_see_both_versions()
    {
        var id = DemoAccounts.Of("clerk2").Id;
        var one = (await (await app.LogIn("admin1")).Get($"/accounts/{id}")).Form("details").Fill("单位", "一号窗口");
        var two = (await (await app.LogIn("admin2")).Get($"/accounts/{id}")).Form("details").Fill("单位", "二号窗口");

        await one.Submit();
        var conflict = await two.Submit();
        var resolved = await conflict.Form("details").Submit();

        Assert.Equal(409, conflict.Status);
        Assert.Contains(conflict.Table("现在的内容与本次填写"), r => r is ["单位", "一号窗口", "二号窗口", "不同"]);
        Assert.Equal("/accounts", resolved.Url.AbsolutePath);
        Assert.Equal("二号窗口", await app.Sql.One<string>("select office from accounts.users where id = $1", id));
    }

    [Fact]
    public async Task A_disabled_account_is_out_within_a_minute_and_can_be_let_in_again()
    {
        var id = DemoAccounts.Of("checker").Id;
        var person = await app.LogIn("checker");
        var admin = await app.LogIn("admin1");

        var missing = await (await admin.Get($"/accounts/{id}/disable")).Form().Submit();
        var done = await missing.Form().Fill("停用原因", "调离岗位").Fill("交接说明", "移交赵审核").Submit();
        app.Clock.Advance(TimeSpan.FromMinutes(2));
        var later = await person.Get("/account/password");
        var refused = await (await app.Anyone().Get("/login")).Form().Fill("账号", "checker").Fill("密码", App.Password).Submit();
        await (await (await app.LogIn("admin1")).Get($"/accounts/{id}")).Form("enable").Submit();

        Assert.Equal("请写明未办结事项交给谁，没有的填“无”", missing.ErrorBeside("交接说明"));
        Assert.Contains("已停用吴抽查的账号", done.Text, StringComparison.Ordinal);
        Assert.Equal("/login", later.Url.AbsolutePath);
        Assert.Contains("此账号已停用", refused.ErrorBeside("账号"), StringComparison.Ordinal);
        Assert.NotNull(await app.LogIn("checker"));
        Assert.Equal("调离岗位", await app.Sql.One<string>("select reason from platform.audit_entries where action = 'DisableAccountCommand:changed' and subject_id = $1", id.ToString()));
    }

    [Fact]
    public async Task Nobody_closes_or_demotes_their_own_account()
    {
        var id = DemoAccounts.Of("admin1").Id;
        var admin = await app.LogIn("admin1");

        var disabled = await (await admin.Get($"/accounts/{id}/disable")).Form().Fill("停用原因", "其他").Fill("交接说明", "无").Submit();
        var demoted = await (await admin.Get($"/accounts/{id}")).Form("details").Clear("岗位", "administrator").Fill("岗位", "资金岗").Submit();

        Assert.Equal(409, disabled.Status);
        Assert.Contains("不能停用本人的账号", disabled.Text, StringComparison.Ordinal);
        Assert.Contains("不能去掉本人的管理员岗位", demoted.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_list_is_paged_by_keyset_and_filtered_by_township_and_role()
    {
        for (var i = 10; i < 32; i++)
        {
            await app.Sql.Execute("""
                insert into accounts.users (id, account, name, password_hash, security_stamp, division_code, office, must_change_password, version, failed_count)
                values (gen_random_uuid(), $1, '页测', '', '', '360731213000', '段屋乡窗口', true, 0, 0)
                """, $"page-{i}");
        }

        var admin = await app.LogIn("admin1");
        var first = await admin.Get("/accounts?division=360731213000");
        var second = await first.Follow("下一页 ›");
        var back = await second.Follow("‹ 上一页");

        Assert.Equal("page-10", first.Table()[0][0]);
        Assert.Equal(20, first.Table().Count);
        Assert.Equal(["page-30", "page-31"], second.Table().Select(r => r[0]));
        Assert.Equal(first.Table().Select(r => r[0]), back.Table().Select(r => r[0]));
        Assert.Equal(["fund1", "fund2"], (await admin.Get("/accounts?role=fund-officer")).Table().Select(r => r[0]));
    }

    private async Task<Page> Create(string account, string name, string division, params string[] roles)
    {
        var form = (await (await app.LogIn("admin1")).Get("/accounts/new")).Form().Fill("账号", account).Fill("姓名", name).Fill("区划", division).Fill("单位", "某单位");
        foreach (var role in roles)
        {
            form.Fill("岗位", role);
        }

        return await form.Submit();
    }

    [GeneratedRegex("[a-z]{4}-[0-9]{4}-[a-z]{4}")]
    private static partial Regex TemporaryPassword();
}
