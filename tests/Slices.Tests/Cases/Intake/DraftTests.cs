using System.Net;

namespace SocialAssistance.Slices.Tests.Cases.Intake;

public sealed class DraftTests(App app) : IClassFixture<App>
{
    [Fact]
    public async Task Wrong_values_are_kept_as_typed_with_their_message_and_the_clerk_may_go_on()
    {
        var window = new Window(await app.LogIn("clerk"));
        await window.Start();

        var page = await window.Applicant("36073119680315242", "李试兰", form => form.Fill("Input.Phone", "12345abc"));

        Assert.Equal(400, page.Status);
        Assert.Equal("身份证号应为 18 位，现在是 17 位，请核对证件", page.ErrorBeside("Input.IdNumber"));
        Assert.Equal("手机号应为 11 位数字，没有手机的请填联系人电话", page.ErrorBeside("Input.Phone"));
        Assert.Equal(2, page.Errors.Count);
        Assert.Equal("36073119680315242", page.Form("intake")["Input.IdNumber"]);

        var next = await page.Form("intake").Submit("先保存，以后再改");
        Assert.EndsWith("/members", next.Url.AbsolutePath);
        var again = await window.Open("applicant");
        Assert.Equal("36073119680315242", again.Form("intake")["Input.IdNumber"]);
        Assert.Equal("12345abc", again.Form("intake")["Input.Phone"]);
    }

    [Fact]
    public async Task A_draft_waits_in_the_list_and_a_removed_one_comes_back()
    {
        var clerk = await app.LogIn("clerk");
        var window = new Window(clerk);
        await window.Start();
        await window.Applicant(SyntheticPerson.Number("19800101", male: true), "赵待续");

        var list = await clerk.Get("/cases/intake");
        Assert.Contains("赵待续", list.Text);
        var row = list.Html.QuerySelectorAll("tr").Single(r => r.TextContent.Contains("赵待续", StringComparison.Ordinal));
        Assert.EndsWith("/applicant", row.QuerySelector("a")!.GetAttribute("href"));

        await app.Sql.One<object>("update cases.application_drafts set deleted_at = now() where id = $1", window.Draft);
        Assert.DoesNotContain("赵待续", (await clerk.Get("/cases/intake")).Text);
        await app.Sql.One<object>("update cases.application_drafts set deleted_at = null where id = $1", window.Draft);
        Assert.Contains("赵待续", (await clerk.Get("/cases/intake")).Text);
    }

    [Fact]
    public async Task Another_township_cannot_see_the_draft()
    {
        var window = new Window(await app.LogIn("clerk"));
        await window.Start();
        await window.Applicant(SyntheticPerson.Number("19810101", male: true), "钱外镇");
        var stranger = await app.LogIn("clerk3");

        Assert.Equal(404, (await stranger.Get($"/cases/intake/{window.Draft}/applicant")).Status);
        Assert.Equal(404, (await stranger.Get($"/cases/intake/{window.Draft}/check")).Status);
        Assert.DoesNotContain("钱外镇", (await stranger.Get("/cases/intake")).Text);
    }

    [Fact]
    public async Task A_role_without_the_intake_is_sent_away()
    {
        var reviewer = await app.LogIn("reviewer");

        Assert.NotEqual(200, (await reviewer.Get("/cases/intake")).Status);
    }

    [Fact]
    public async Task Autosave_answers_with_the_time_and_tells_an_ended_session()
    {
        var clerk = await app.LogIn("clerk");
        var window = new Window(clerk);
        var page = await window.Start();

        using var saved = await clerk.Http.SendAsync(Autosave(page, window.Draft, "周自存"));
        Assert.Equal(HttpStatusCode.OK, saved.StatusCode);
        Assert.Contains("savedAt", await saved.Content.ReadAsStringAsync());
        Assert.Equal("周自存", (await window.Open("applicant")).Form("intake")["Input.Name"]);

        using var outside = await app.Anyone().Http.SendAsync(Autosave(page, window.Draft, "无人"));
        Assert.Equal(HttpStatusCode.Unauthorized, outside.StatusCode);
    }

    [Fact]
    public async Task Autosaves_of_one_page_are_no_conflict_with_its_own_save()
    {
        var clerk = await app.LogIn("clerk");
        var window = new Window(clerk);
        var page = await window.Start();
        using var first = await clerk.Http.SendAsync(Autosave(page, window.Draft, "吴同页"));
        using var second = await clerk.Http.SendAsync(Autosave(page, window.Draft, "吴同页面"));

        var saved = await page.Form("intake").Fill("Input.Name", "吴同页完").Submit("保存草稿");

        Assert.Equal("/cases/intake", saved.Url.AbsolutePath);
        Assert.Equal("吴同页完", (await window.Open("applicant")).Form("intake")["Input.Name"]);
    }

    [Fact]
    public async Task Two_clerks_on_one_page_see_both_versions_and_choose_field_by_field()
    {
        var window = new Window(await app.LogIn("clerk"));
        await window.Start();
        await window.Applicant(SyntheticPerson.Number("19820101", male: true), "郑初版");
        var mine = await window.Open("applicant");
        var colleague = await app.LogIn("clerk2");
        var theirs = await colleague.Get($"/cases/intake/{window.Draft}/applicant");
        await theirs.Form("intake").Fill("Input.Name", "郑他改").Fill("Input.Phone", "13900000099").Submit("保存草稿");

        var conflict = await mine.Form("intake").Fill("Input.Name", "郑我改").Submit("保存草稿");

        Assert.Equal(409, conflict.Status);
        Assert.Contains("张经办", conflict.Text);
        Assert.Contains(conflict.Table("不同"), row => row[0] == "姓名" && row[1] == "郑我改" && row[2] == "郑他改");
        await conflict.Form("intake").Fill("Theirs", "phone").Submit("保存草稿");
        var after = await window.Open("applicant");
        Assert.Equal("郑我改", after.Form("intake")["Input.Name"]);
        Assert.Equal("13900000099", after.Form("intake")["Input.Phone"]);
    }

    [Fact]
    public async Task Opening_a_page_asks_the_database_a_small_and_fixed_number_of_questions()
    {
        var window = new Window(await app.LogIn("clerk"));
        await window.Start();
        await window.Applicant(SyntheticPerson.Number("19830101", male: true));
        await window.Members([.. Enumerable.Range(0, 6).Select(i => ("child", $"孙{i switch { 0 => "一", 1 => "二", 2 => "三", 3 => "四", 4 => "五", _ => "六" }}", SyntheticPerson.Number($"201{i}0101", male: true)))]);

        var page = await window.Open("members");

        Assert.Equal(7, page.Html.QuerySelectorAll("[data-rows='Input.Members'] > [data-row]").Length);
    }

    private static HttpRequestMessage Autosave(Page page, Guid draft, string name)
    {
        var fields = page.Html.QuerySelectorAll("#intake input[type=hidden]").ToDictionary(e => e.GetAttribute("name")! + (e.GetAttribute("value") == "false" ? "" : ""), e => e.GetAttribute("value") ?? "");
        fields["Input.Name"] = name;
        return new(HttpMethod.Post, $"/cases/intake/{draft}/save?step=applicant") { Content = new FormUrlEncodedContent(fields), Headers = { { "X-Draft", "1" } } };
    }
}
