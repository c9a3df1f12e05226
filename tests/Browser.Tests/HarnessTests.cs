using SocialAssistance.Browser.Tests.Harness;

namespace SocialAssistance.Browser.Tests;

public sealed class HarnessTests(BrowserApp app) : IClassFixture<BrowserApp>
{
    [Fact]
    public Task The_real_browser_reaches_the_real_server() => app.Visit(async window =>
    {
        Assert.Equal(200, await window.Go("/health"));
        await window.Page.SetContentAsync("<html lang='zh-CN'><title>试</title><main><h1>试</h1><label for='a'>姓名</label><input id='a'></main></html>");
        await window.AssertAccessible();
        await window.AssertFitsWidth();
        await window.Keys.Type("姓名", "张三");
        Assert.Equal("张三", await window.Page.GetByLabel("姓名").InputValueAsync());
        Assert.True(File.Exists(await window.Screenshot("harness")));
    });

    [Fact]
    public Task Scripts_can_be_switched_off() => app.Visit(new() { JavaScript = false, Width = 360, Height = 640 }, async window =>
    {
        await window.Go("/health");
        Assert.Equal("Healthy", await window.Page.TextContentAsync("body"));
        Assert.Equal("", await window.Keys.Focused());
    });
}
