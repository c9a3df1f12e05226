using MediatR;
using Microsoft.Extensions.DependencyInjection;
using SocialAssistance.Cases.Publicity;
using SocialAssistance.Contracts.Cases;
using SocialAssistance.Slices.Tests.Builders;

namespace SocialAssistance.Slices.Tests.Cases.Steps;

/// <summary>These move the clock, so each has the application to itself.</summary>
public sealed class PublicityEndTests : IAsyncLifetime
{
    private readonly App _app = new();

    public Task InitializeAsync() => _app.InitializeAsync();

    public Task DisposeAsync() => _app.DisposeAsync();

    [Fact]
    public async Task A_sheet_ends_only_after_its_last_day_and_only_with_its_photo()
    {
        var (id, notice) = await Published();
        var clerk = await _app.LogIn("clerk");

        var early = await (await clerk.Get(notice)).Form("end").Submit();
        Assert.Equal(409, early.Status);
        Assert.Contains("公示到 2026-11-09 结束，今天还不能提交确认", early.Errors);

        _app.Clock.Advance(TimeSpan.FromDays(8));
        clerk = await _app.LogIn("clerk");
        var unproved = await (await clerk.Get(notice)).Form("end").Submit();
        Assert.Contains(unproved.Errors, e => e.StartsWith("还没有上传张贴照片", StringComparison.Ordinal));

        var posted = await (await clerk.Get($"{notice}/posting")).Form().Attach("Input.Photo", "墙.png", VisitTests.Png, "image/png").Submit();
        Assert.True(posted.Status == 200, string.Join("; ", posted.Errors));
        var ended = await (await clerk.Get(notice)).Form("end").Submit();
        Assert.Contains("公示已结束，1 户没有异议，已报审核确认", ended.Html.Body!.TextContent);
        Assert.Equal(Stages.Confirmation, await _app.Sql.One<string>("select stage from cases.case_files where id = $1", id));
    }

    [Fact]
    [Trait("Rule", "YD18-18c")]
    public async Task The_public_page_is_gone_the_day_after_the_last_day()
    {
        var (_, notice) = await Published();
        var page = PublicityTests.PublicPage(notice);
        var anyone = _app.Anyone();

        using var answer = await anyone.Http.GetAsync(page);
        Assert.Equal("noindex, nofollow, noarchive", answer.Headers.GetValues("X-Robots-Tag").Single());
        var township = await (await anyone.Get("/public/notices")).Follow("贡江镇");
        var sheet = await (await township.Follow("上坪村")).Follow("最低生活保障拟保障家庭公示（2026年11月2日至2026年11月9日）");
        Assert.Equal(page, sheet.Url.AbsolutePath);

        _app.Clock.Advance(TimeSpan.FromDays(7));
        Assert.Equal(200, (await anyone.Get(page)).Status);
        _app.Clock.Advance(TimeSpan.FromDays(1));
        var gone = await anyone.Get(page);
        Assert.Equal(410, gone.Status);
        Assert.DoesNotContain("李*兰", gone.Text);
        Assert.DoesNotContain("上坪村", (await anyone.Get("/public/notices/360731100000")).Text);
        Assert.Equal(404, (await anyone.Get($"/public/notice/{Guid.NewGuid()}")).Status);
    }

    [Fact]
    public async Task The_clock_ends_due_sheets_by_itself_once()
    {
        var (id, notice) = await Published();
        var clerk = await _app.LogIn("clerk");
        await (await clerk.Get($"{notice}/posting")).Form().Attach("Input.Photo", "墙.png", VisitTests.Png, "image/png").Submit();

        Assert.Equal(0, await EndDue());
        _app.Clock.Advance(TimeSpan.FromDays(8));
        Assert.Equal(1, await EndDue());
        Assert.Equal(0, await EndDue());

        Assert.Equal(Stages.Confirmation, await _app.Sql.One<string>("select stage from cases.case_files where id = $1", id));
        Assert.Equal(1, await _app.Sql.Count("cases.timeline_entries where case_id = $1 and kind = 'publicity-ended' and actor_name = '系统'", id));
    }

    private async Task<(Guid Id, string Notice)> Published()
    {
        var id = await new CaseBuilder(_app).At(Stages.Publicity);
        return (id, await PublicityTests.Publish(await _app.LogIn("clerk"), SocialAssistance.Contracts.Accounts.DemoAccounts.Village, id));
    }

    private Task<int> EndDue() => _app.Run(async services => (await services.GetRequiredService<IMediator>().Send(new EndDueNotices())).Value);
}
