using SocialAssistance.Browser.Tests.Harness;
using SocialAssistance.Contracts.Cases;
using SocialAssistance.Slices.Tests.Builders;

namespace SocialAssistance.Browser.Tests.Changes;

/// <summary>A family in benefit exits by its own wish: reported by the clerk, confirmed by the leader, by keyboard, at both widths.</summary>
public sealed class ChangeJourneyTests(BrowserApp app) : IClassFixture<BrowserApp>
{
    private static readonly byte[] Photo = [0xFF, 0xD8, 0xFF, 0xE0, 1, 2, 3];

    [Fact]
    public async Task A_change_is_reported_and_confirmed_by_keyboard()
    {
        var id = await new CaseBuilder(app).At(Stages.Confirmation);
        await app.VisitAs("leader", async window =>
        {
            await window.Go($"/cases/{id}/decision");
            await window.Keys.Choose("决定", "确认");
            await window.Keys.Activate("作出决定(Y)");
        });
        string change = "";
        await app.VisitAs("clerk", async window =>
        {
            await window.Go($"/cases/{id}/benefit");
            await See(window, "w20-benefit");
            await window.Keys.Activate("登记变更(N)");
            await See(window, "w20-kinds");
            await window.Go($"/cases/{id}/changes/new/exit");
            await window.Keys.Type("发生日期", "2026-11-01");
            await window.Keys.Type("知晓日期", "2026-11-02");
            await window.Keys.Type("由谁反映", "本人");
            await window.Page.SetInputFilesAsync("input[type=file]", new Microsoft.Playwright.FilePayload { Name = "退出申请.jpg", MimeType = "image/jpeg", Buffer = Photo });
            await window.Keys.Activate("登记并查看待遇变化(S)");
            Assert.Contains("每月由 780.00 元变为 0.00 元", await window.Page.TextContentAsync("main"));
            await See(window, "w20-change");
            change = new Uri(window.Page.Url).AbsolutePath;
        });
        await app.VisitAs("leader", async window =>
        {
            await window.Go("/changes");
            await See(window, "w20-open");
            await window.Go(change);
            await window.Keys.Choose("决定", "确认");
            await window.Keys.Activate("作出决定(Y)");
            Assert.Contains("已确认李试兰户的变更", await window.Page.TextContentAsync("main"));
            await window.Go($"{change}/letter");
            await See(window, "w20-letter");
        });
    }

    [Theory]
    [InlineData(1366, 768)]
    [InlineData(360, 740)]
    public async Task The_lists_and_the_picture_are_accessible_and_fit(int width, int height)
    {
        var id = await new CaseBuilder(app).At(Stages.Confirmation);
        await app.VisitAs("leader", async window =>
        {
            await window.Go($"/cases/{id}/decision");
            await window.Keys.Choose("决定", "确认");
            await window.Keys.Activate("作出决定(Y)");
        });
        await app.Visit(new() { Account = "clerk", Width = width, Height = height }, async window =>
        {
            foreach (var path in new[] { $"/cases/{id}/benefit", $"/cases/{id}/changes/new", $"/cases/{id}/changes/new/birth", $"/cases/{id}/changes/new/head", "/changes?tab=review", "/changes?tab=done", "/changes/exits" })
            {
                Assert.Equal(200, await window.Go(path));
                await See(window, $"w20-{width}-{path.Split('?')[0].Split('/')[^1]}");
            }
        });
    }

    private static async Task See(Window window, string name)
    {
        await window.Screenshot(name);
        await window.AssertAccessible();
        await window.AssertFitsWidth();
    }
}
