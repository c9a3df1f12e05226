using System.Text.RegularExpressions;
using Microsoft.Playwright;
using SocialAssistance.Browser.Tests.Harness;
using SocialAssistance.Contracts.Cases;
using SocialAssistance.Slices.Tests.Builders;

namespace SocialAssistance.Browser.Tests.Bars;

/// <summary>The session dies while somebody types. Nothing typed may be lost.</summary>
public sealed class SessionTests(BrowserApp app) : IClassFixture<BrowserApp>
{
    private static readonly TimeSpan Idle = TimeSpan.FromMinutes(31);

    [Fact]
    public Task What_was_typed_into_a_draft_is_back_after_the_new_login() => app.VisitAs("clerk", async window =>
    {
        await window.Go("/cases/intake");
        await window.Keys.Activate("新建受理(N)");
        await window.Page.ArriveAsync(at => at.AbsolutePath.EndsWith("/applicant", StringComparison.Ordinal), "the first step");
        var address = window.Page.Url;
        var typed = new Dictionary<string, string> { ["Input.Name"] = "李试兰", ["Input.Phone"] = "139", ["Input.Address"] = "第三组 8 号" };
        app.Clock.Advance(Idle);
        // All at once, for the notice that the session is over shuts the page off.
        await window.Page.EvaluateAsync("""
            typed => {
              for (const [name, value] of Object.entries(typed)) {
                const field = document.getElementsByName(name)[0];
                field.value = value;
                field.dispatchEvent(new Event('input', { bubbles: true }));
                field.dispatchEvent(new Event('change', { bubbles: true }));
              }
            }
            """, typed);
        await window.Page.WaitForSelectorAsync("#session-dialog[open]");
        await window.Screenshot("bar-session-dialog");
        await window.AssertAccessible();

        var login = await window.Page.RunAndWaitForPopupAsync(() => window.Page.ClickAsync("[data-session-login]"));
        await SignIn(login);
        // The first page hears of the login, closes its notice and sends again what it could not save.
        await Assertions.Expect(window.Page.Locator("[data-draft-status]")).ToHaveTextAsync(new Regex("^草稿 .* 已保存$"), new() { Timeout = 30_000 });
        Assert.False(await window.Page.IsVisibleAsync("#session-dialog"));
        await login.CloseAsync();

        await window.Page.GotoAsync(address);
        foreach (var (field, value) in typed)
        {
            Assert.Equal(value, await window.Page.InputValueAsync($"[name='{field}']"));
        }
    });

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task What_was_typed_into_a_plain_form_is_back_after_the_new_login(bool script)
    {
        var id = await new CaseBuilder(app).At(Stages.Confirmation);
        await app.Visit(new() { Account = "leader", JavaScript = script }, async window =>
        {
            await window.Go($"/cases/{id}/decision");
            await window.Page.CheckAsync("[name='Input.Decision'][value=return]");
            await window.Page.FillAsync("[name='Input.Note']", "请补充核对务工收入");

            app.Clock.Advance(Idle);
            await window.Keys.Activate("作出决定(Y)");
            Assert.Equal("/login", new Uri(window.Page.Url).AbsolutePath);
            await SignIn(window.Page, "leader");
            await window.Screenshot("bar-interrupted");
            await window.Keys.Activate("继续提交(S)");

            // The reason is still missing, so the form comes back with everything that was typed.
            Assert.Contains("请选择退回的原因", await window.Page.TextContentAsync(".govuk-error-summary"));
            Assert.True(await window.Page.IsCheckedAsync("[name='Input.Decision'][value=return]"));
            Assert.Equal("请补充核对务工收入", await window.Page.InputValueAsync("[name='Input.Note']"));
        });
    }

    private static async Task SignIn(IPage page, string account = "clerk")
    {
        await page.GetByLabel("账号", new() { Exact = true }).FillAsync(account);
        await page.GetByLabel("密码", new() { Exact = true }).FillAsync(App.Password);
        await page.Locator("main button[type=submit]:not([aria-hidden])").First.ClickAsync();
        await page.ArriveAsync(at => !at.AbsolutePath.StartsWith("/login", StringComparison.Ordinal), "the page after signing in");
    }
}
