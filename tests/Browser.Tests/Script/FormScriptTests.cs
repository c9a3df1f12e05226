using Microsoft.Playwright;
using SocialAssistance.Browser.Tests.Harness;

namespace SocialAssistance.Browser.Tests.Script;

public sealed class FormScriptTests(BrowserApp app) : IClassFixture<BrowserApp>
{
    [Fact]
    public Task Enter_in_the_last_field_of_the_last_row_adds_a_row_and_goes_there() => app.Visit(async window =>
    {
        var page = await SamplePage.OpenAsync(window);
        await page.FillAsync("#Members_0__Name", "王建国");
        await page.PressAsync("#Members_0__Name", "Enter");
        await page.Keyboard.PressAsync("Enter");
        Assert.Equal("Members_1__Name", await page.EvaluateAsync<string>("document.activeElement.id"));
        Assert.Equal("Members[1].Id", await page.GetAttributeAsync("#Members_1__Id", "name"));
    });

    [Fact]
    public Task A_removed_row_is_not_posted_and_comes_back_with_undo() => app.Visit(async window =>
    {
        var page = await SamplePage.OpenAsync(window);
        await page.ClickAsync("[data-row-add]");
        await page.FillAsync("#Members_0__Name", "李秀兰");
        await page.FillAsync("#Members_1__Name", "王小燕");
        await page.ClickAsync("[data-row] >> nth=0 >> [data-row-remove]");
        Assert.Equal("Members[0].Name=王小燕", await Posted(page));
        await page.ClickAsync("text=撤销");
        Assert.Equal("Members[0].Name=李秀兰,Members[1].Name=王小燕", await Posted(page));
    });

    [Fact]
    public Task The_identity_number_is_asked_about_at_the_eighteenth_character_and_not_before() => app.Visit(async window =>
    {
        var page = await SamplePage.OpenAsync(window);
        var asked = 0;
        page.Request += (_, request) => asked += request.Url.EndsWith("/sample/check", StringComparison.Ordinal) ? 1 : 0;
        await page.FillAsync("#Members_0__Id", "36073119680315242");
        Assert.Equal(0, asked);
        await page.FillAsync("#Members_0__Id", "360731 19680315 2422");
        await page.WaitForFunctionAsync("document.getElementById('Members_0__Id-check').textContent === '校验通过'");
        Assert.Equal(1, asked);
    });

    [Fact]
    public Task Typing_survives_a_session_that_ended_and_is_sent_after_the_new_login() => app.Visit(async window =>
    {
        var page = await SamplePage.OpenAsync(window);
        var drafts = new List<string>();
        var signedIn = false;
        await page.RouteAsync("**/sample/draft", async route =>
        {
            drafts.Add(route.Request.PostData ?? "");
            await route.FulfillAsync(new() { Status = signedIn ? 204 : 401 });
        });
        await page.FillAsync("#Members_0__Name", "李秀兰");
        await page.PressAsync("#Members_0__Name", "Tab");
        await page.WaitForSelectorAsync("#session-dialog[open]");
        Assert.Equal("登录已过期", await page.TextContentAsync("[data-session-title]"));
        signedIn = true;
        await page.ClickAsync("[data-session-stay]");
        await page.WaitForFunctionAsync("/^草稿 .* 已保存$/.test(document.querySelector('[data-draft-status]').textContent)");
        Assert.Contains("李秀兰", drafts[^1], StringComparison.Ordinal);
        Assert.False(await page.IsVisibleAsync("#session-dialog"));
    });

    [Fact]
    public Task A_second_click_on_save_posts_nothing_more() => app.Visit(async window =>
    {
        var page = await SamplePage.OpenAsync(window);
        var posts = 0;
        await page.RouteAsync("**/sample/saved", async route =>
        {
            posts++;
            await Task.Delay(600);
            await route.FulfillAsync(new() { ContentType = "text/html; charset=utf-8", Body = "<title>好</title>" });
        });
        await page.EvaluateAsync("() => { const b = document.querySelector('.app-actions button'); b.click(); b.click(); }");
        await page.ArriveAsync(at => at.AbsolutePath == "/sample/saved", "the saved page");
        Assert.Equal(1, posts);
    });

    [Fact]
    public Task A_large_photo_travels_as_a_small_jpeg() => app.Visit(async window =>
    {
        var page = await SamplePage.OpenAsync(window);
        await page.EvaluateAsync("""
            async () => {
              const canvas = Object.assign(document.createElement('canvas'), { width: 2600, height: 1300 }), pen = canvas.getContext('2d');
              for (let x = 0; x < 2600; x += 13) for (let y = 0; y < 1300; y += 13) { pen.fillStyle = `rgb(${x * 7 % 255},${y * 13 % 255},${x * y % 255})`; pen.fillRect(x, y, 13, 13); }
              const noise = pen.getImageData(0, 0, 2600, 1300); let seed = 7;
              for (let i = 0; i < noise.data.length; i += 4) { seed = seed * 16807 % 2147483647; noise.data[i] ^= seed & 31; }
              pen.putImageData(noise, 0, 0);
              const blob = await new Promise(done => canvas.toBlob(done, 'image/png')), data = new DataTransfer();
              data.items.add(new File([blob], '户口簿.png', { type: 'image/png' }));
              const input = document.getElementById('photo');
              input.files = data.files;
              input.dispatchEvent(new Event('change', { bubbles: true }));
            }
            """);
        await page.WaitForFunctionAsync("document.getElementById('photo').files[0]?.name === '户口簿.jpg'");
        var size = await page.EvaluateAsync<int>("document.getElementById('photo').files[0].size");
        var width = await page.EvaluateAsync<int>("createImageBitmap(document.getElementById('photo').files[0]).then(picture => picture.width)");
        Assert.InRange(size, 1, 1024 * 1024);
        Assert.Equal(2000, width);
    });

    private static Task<string> Posted(IPage page) =>
        page.EvaluateAsync<string>("[...new FormData(document.getElementById('f'))].filter(([n]) => n.endsWith('Name')).map(([n, v]) => `${n}=${v}`).join()");
}
