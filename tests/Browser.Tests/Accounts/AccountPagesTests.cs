using SocialAssistance.Browser.Tests.Harness;
using SocialAssistance.Contracts.Accounts;

namespace SocialAssistance.Browser.Tests.Accounts;

public sealed class AccountPagesTests(BrowserApp app) : IClassFixture<BrowserApp>
{
    private static readonly string Clerk = DemoAccounts.Of("clerk").Id.ToString();

    public static TheoryData<string, string, int> Pages => new()
    {
        { "/accounts", "机构与人员", 1366 },
        { "/accounts", "机构与人员", 360 },
        { "/accounts/new", "新建账号", 1366 },
        { $"/accounts/{Clerk}", "王经办 的账号", 1366 },
        { $"/accounts/{Clerk}", "王经办 的账号", 360 },
        { $"/accounts/{Clerk}/disable", "停用王经办的账号", 1366 },
        { "/account/password", "修改密码", 360 },
        { "/audit", "审计轨迹", 1366 },
        { "/audit", "审计轨迹", 360 },
    };

    [Theory]
    [MemberData(nameof(Pages))]
    public Task A_page_has_no_barrier_and_does_not_scroll_sideways(string path, string heading, int width) =>
        app.Visit(new WindowOptions { Account = "admin1", Width = width }, async window =>
        {
            await window.Go(path);

            Assert.Equal(heading, await window.Page.Locator("h1").InnerTextAsync());
            await window.AssertAccessible();
            await window.Screenshot($"{path.Trim('/').Replace('/', '-')}-{width}");
            await window.AssertFitsWidth();
        });

    [Fact]
    public Task Login_by_keyboard_alone_leads_to_the_desk() => app.Visit(async window =>
    {
        await window.Go("/login");
        await window.AssertAccessible();
        await window.Screenshot("login-1366");

        await window.Keys.Type("账号", "audit");
        await window.Keys.Type("密码", App.Password);
        await window.Keys.Press("Enter");
        await window.Page.ArriveAsync(at => at.AbsolutePath == "/audit", "the auditor's desk");
    });
}
