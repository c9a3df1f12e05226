using System.Net;

namespace SocialAssistance.Slices.Tests.Accounts;

public sealed class SessionTests(App app) : IClassFixture<App>
{
    private static readonly TimeSpan Idle = TimeSpan.FromMinutes(31);

    [Fact]
    public async Task An_idle_session_ends_after_half_an_hour_and_login_leads_back()
    {
        var visitor = await app.LogIn("clerk");
        app.Clock.Advance(Idle);

        var login = await visitor.Get("/account/password");
        var back = await login.Form().Fill("账号", "clerk").Fill("密码", App.Password).Submit();

        Assert.Equal("/login", login.Url.AbsolutePath);
        Assert.Contains("登录已过期", login.Text, StringComparison.Ordinal);
        Assert.Equal("/account/password", back.Url.AbsolutePath);
    }

    [Fact]
    public async Task Working_on_keeps_the_session()
    {
        var visitor = await app.LogIn("clerk");
        for (var i = 0; i < 4; i++)
        {
            app.Clock.Advance(TimeSpan.FromMinutes(20));
            Assert.Equal(HttpStatusCode.NoContent, (await visitor.Http.GetAsync("/keep-alive")).StatusCode);
        }

        Assert.Equal("/account/password", (await visitor.Get("/account/password")).Url.AbsolutePath);
    }

    [Theory]
    [InlineData("X-Draft")]
    [InlineData("HX-Request")]
    [InlineData("X-Requested-With")]
    public async Task A_script_is_told_401_instead_of_being_led_to_login(string header)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, "/account/password");
        request.Headers.Add(header, "1");

        using var answer = await app.Anyone().Http.SendAsync(request);

        Assert.Equal(HttpStatusCode.Unauthorized, answer.StatusCode);
        Assert.Equal(HttpStatusCode.Unauthorized, (await app.Anyone().Http.GetAsync("/keep-alive")).StatusCode);
    }

    [Fact]
    public async Task An_address_that_does_not_exist_is_404_for_everybody()
    {
        Assert.Equal(404, (await app.Anyone().Get("/no-such-page")).Status);
        Assert.Equal(404, (await (await app.LogIn("audit")).Get("/no-such-page")).Status);
    }

    [Fact]
    public async Task A_new_password_ends_the_sessions_elsewhere_and_keeps_this_one()
    {
        var here = await app.LogIn("fund2");
        var elsewhere = await app.LogIn("fund2");
        var changed = await (await here.Get("/account/password")).Form()
            .Fill("当前密码", App.Password).Fill("新密码", "another-2026-x").Fill("再填一次新密码", "another-2026-x").Submit();
        app.Clock.Advance(TimeSpan.FromMinutes(2));

        Assert.Contains("密码已修改", changed.Text, StringComparison.Ordinal);
        Assert.Equal("/account/password", (await here.Get("/account/password")).Url.AbsolutePath);
        Assert.Equal("/login", (await elsewhere.Get("/account/password")).Url.AbsolutePath);
        Assert.NotNull(await app.LogIn("fund2", "another-2026-x"));
    }

    [Theory]
    [InlineData("wrong-word-1", "another-2026-x", "another-2026-x", "当前密码", "当前密码不对，请重新填写")]
    [InlineData(App.Password, "short-1", "short-1", "新密码", "密码应为 10 至 64 位，同时有字母和数字")]
    [InlineData(App.Password, "another-2026-x", "another-2026-y", "再填一次新密码", "两次填写的新密码不一致，请重新填写")]
    [InlineData(App.Password, App.Password, App.Password, "新密码", "新密码不能与当前密码相同")]
    public async Task A_password_that_cannot_be_set_is_said_beside_its_field(string current, string next, string again, string field, string message)
    {
        var visitor = await app.LogIn("checker");

        var page = await (await visitor.Get("/account/password")).Form().Fill("当前密码", current).Fill("新密码", next).Fill("再填一次新密码", again).Submit();

        Assert.Equal(400, page.Status);
        Assert.Equal(message, page.ErrorBeside(field));
        Assert.Contains(message, page.Errors);
    }

    [Fact]
    public async Task A_form_posted_after_the_session_ended_is_offered_again_and_carried_out()
    {
        var visitor = await app.LogIn("leader2");
        var form = (await visitor.Get("/account/password")).Form();
        app.Clock.Advance(Idle);

        var login = await form.Fill("当前密码", "typed-too-late-1").Submit();
        var offered = await login.Form().Fill("账号", "leader2").Fill("密码", App.Password).Submit();
        var carriedOut = await offered.Form("handler=Continue").Submit();

        Assert.Equal("/login", login.Url.AbsolutePath);
        Assert.Equal("/account/interrupted", offered.Url.AbsolutePath);
        // The page's own checks answer: what was kept is the form without its passwords.
        Assert.Equal("/account/password", carriedOut.Url.AbsolutePath);
        Assert.Equal(400, carriedOut.Status);
        Assert.Contains("请填写新密码", carriedOut.Errors);
        Assert.Equal(0, await app.Sql.Count("accounts.interrupted_posts where fields::text like '%typed-too-late%'"));
        Assert.Equal(0, await app.Sql.Count("accounts.interrupted_posts"));
    }

    [Fact]
    public async Task A_kept_form_is_not_offered_to_somebody_else()
    {
        var visitor = await app.LogIn("clerk3");
        var form = (await visitor.Get("/account/password")).Form();
        app.Clock.Advance(Idle);

        var login = await form.Submit();
        var other = await login.Form().Fill("账号", "clerk2").Fill("密码", App.Password).Submit();

        Assert.Equal("/account/password", other.Url.AbsolutePath);
        Assert.Equal("/account/interrupted", (await (await app.Anyone().Get("/login")).Form().Fill("账号", "clerk3").Fill("密码", App.Password).Submit()).Url.AbsolutePath);
    }

    [Fact]
    public async Task A_post_without_our_token_is_not_kept()
    {
        var visitor = await app.LogIn("admin2");
        app.Clock.Advance(Idle);

        await visitor.Http.PostAsync("/account/password", new FormUrlEncodedContent([new("Input.New", "forged")]));

        Assert.Equal(0, await app.Sql.Count("accounts.interrupted_posts where fields::text like '%forged%'"));
    }
}
