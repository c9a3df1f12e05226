using Microsoft.Extensions.DependencyInjection;
using SocialAssistance.Contracts.Accounts;
using SocialAssistance.Platform.Security;

namespace SocialAssistance.Slices.Tests.Accounts;

public sealed class LogInTests(App app) : IClassFixture<App>
{
    public static TheoryData<string> Everybody => [.. DemoAccounts.All.Select(a => a.Account)];

    [Theory, MemberData(nameof(Everybody))]
    public async Task Every_demonstration_account_gets_in_and_lands_on_a_page(string account)
    {
        var visitor = await app.LogIn(account);

        var home = await visitor.Get("/");

        Assert.Equal(200, home.Status);
        Assert.Contains(DemoAccounts.Of(account).Name, home.Html.Body!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public void Every_role_has_a_demonstration_account() =>
        Assert.Equal(Roles.Names.Keys.Order(StringComparer.Ordinal), DemoAccounts.All.Select(a => a.Role).Distinct().Order(StringComparer.Ordinal));

    [Fact]
    public async Task A_wrong_password_is_said_beside_the_field_and_the_password_does_not_come_back()
    {
        var page = await Try("clerk2", "no-such-password");

        Assert.Equal(400, page.Status);
        Assert.Equal("账号或密码不对，请重新输入", page.ErrorBeside("密码"));
        Assert.DoesNotContain("no-such-password", page.Html.DocumentElement.OuterHtml, StringComparison.Ordinal);
        Assert.Equal("clerk2", page.Form()["账号"]);
    }

    [Fact]
    public async Task An_unknown_account_gets_the_same_words_as_a_wrong_password() =>
        Assert.Equal("账号或密码不对，请重新输入", (await Try("nobody", "whatever-1")).ErrorBeside("密码"));

    [Fact]
    public async Task Full_width_capitals_and_blanks_in_the_account_are_forgiven() =>
        Assert.NotEqual("/login", (await Try(" ＣＬＥＲＫ ", App.Password)).Url.AbsolutePath);

    [Fact]
    public async Task Five_wrong_passwords_in_a_quarter_of_an_hour_lock_the_account_and_say_until_when()
    {
        for (var i = 0; i < 4; i++)
        {
            Assert.Equal("账号或密码不对，请重新输入", (await Try("village", "wrong-word-1")).ErrorBeside("密码"));
        }

        var fifth = await Try("village", "wrong-word-1");
        var right = await Try("village", App.Password);
        var until = app.Clock.GetUtcNow().AddMinutes(15).ToOffset(TimeSpan.FromHours(8));
        app.Clock.Advance(TimeSpan.FromMinutes(15));
        var later = await Try("village", App.Password);

        Assert.Contains($"{until:HH:mm} 以后可以再次登录", fifth.ErrorBeside("账号"), StringComparison.Ordinal);
        Assert.Contains("以后可以再次登录", right.ErrorBeside("账号"), StringComparison.Ordinal);
        Assert.NotEqual("/login", later.Url.AbsolutePath);
    }

    [Fact]
    public async Task Wrong_passwords_far_apart_lock_nobody()
    {
        for (var i = 0; i < 7; i++)
        {
            await Try("reviewer", "wrong-word-1");
            app.Clock.Advance(TimeSpan.FromMinutes(6));
        }

        Assert.NotEqual("/login", (await Try("reviewer", App.Password)).Url.AbsolutePath);
    }

    [Fact]
    public async Task The_last_login_is_said_after_login()
    {
        await Try("fund1", App.Password);
        var at = app.Clock.GetUtcNow().ToOffset(TimeSpan.FromHours(8));
        app.Clock.Advance(TimeSpan.FromHours(1));

        var again = await Try("fund1", App.Password);

        Assert.Contains($"上次登录：{at:yyyy-MM-dd HH:mm}", again.Text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("//evil.example/")]
    [InlineData("https://evil.example/")]
    [InlineData("/\\evil.example")]
    public async Task Nobody_is_led_to_a_foreign_site_after_login(string target)
    {
        var page = await (await app.Anyone().Get("/login?ReturnUrl=" + Uri.EscapeDataString(target))).Form().Fill("账号", "audit").Fill("密码", App.Password).Submit();

        Assert.Equal("localhost", page.Url.Host);
    }

    [Fact]
    public async Task Logging_in_and_out_stand_in_the_trail_with_their_actor()
    {
        var id = DemoAccounts.Of("checker").Id;
        var visitor = await app.LogIn("checker");
        await (await visitor.Get("/account/password")).Form("/logout").Submit();

        var last = await app.Sql.Rows("select action from platform.audit_entries where actor_id = $1 and subject_id = $2 order by id desc limit 2", id, id.ToString());
        Assert.Equal(["logged-out", "logged-in"], last.Select(r => (string)r[0]!));
        Assert.Equal("/login", (await visitor.Get("/account/password")).Url.AbsolutePath);
    }

    [Fact]
    public async Task Villages_carry_their_township_in_the_full_name() => await app.Run(services =>
    {
        var divisions = services.GetRequiredService<IDivisions>();
        Assert.Equal("贡江镇" + divisions.Name(DemoAccounts.Village), divisions.FullName(DemoAccounts.Village));
        Assert.Equal("贡江镇", divisions.FullName(DemoAccounts.Gongjiang));
        Assert.Equal(23, divisions.Townships().Count);
        Assert.All(divisions.Townships(), t => Assert.True(divisions.Villages(t.Code).Count >= 12));
        Assert.All(divisions.Townships(), t => Assert.Distinct(divisions.Villages(t.Code).Select(v => v.Name)));
        return Task.CompletedTask;
    });

    [Fact]
    public async Task The_holder_nearest_to_the_village_comes_first() => await app.Run(async services =>
    {
        var accounts = services.GetRequiredService<IAccounts>();
        Assert.Equal("刘负责人", (await accounts.HoldersAsync(Roles.TownshipLeader, DemoAccounts.Village)).Single().Name);
        Assert.Equal(2, (await accounts.HoldersAsync(Roles.FundOfficer, DemoAccounts.Village)).Count);
        Assert.Empty(await accounts.HoldersAsync(Roles.VillageAssistant, DemoAccounts.Luoao));
    });

    private async Task<Page> Try(string account, string password) =>
        await (await app.Anyone().Get("/login")).Form().Fill("账号", account).Fill("密码", password).Submit();
}
