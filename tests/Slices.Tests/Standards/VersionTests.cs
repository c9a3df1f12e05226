using Microsoft.Extensions.DependencyInjection;
using SocialAssistance.Contracts.Standards;
using SocialAssistance.Rules.Standards;
using static SocialAssistance.Slices.Tests.Standards.VersionPages;

namespace SocialAssistance.Slices.Tests.Standards;

/// <summary>From the document to the figure in force, through the pages, with the second person.</summary>
public sealed class VersionTests(App app) : IClassFixture<App>
{
    private const string Deduction = "employment-deduction.value";

    [Fact]
    public async Task A_figure_is_entered_submitted_and_published_by_a_second_person_and_then_applies()
    {
        var admin1 = await app.LogIn("admin1");
        var (page, id) = await admin1.Begin("新乡护理规则", Xinxiang, "2027-01-01");
        page = await admin1.Get($"/standards/versions/{id}?group=extreme-poverty");
        var saved = await page.Form("draft-form")
            .Enter(page, "extreme-poverty.care-wage-share.full-loss", "all", "1/3", "一（三）", "原则上分别按照不低于当地最低工资标准的1/3、1/6")
            .Enter(page, "extreme-poverty.care-wage-share.partial-loss", "all", "1/6", "一（三）")
            .Enter(page, "extreme-poverty.care-self-caring-link", "all", "severe-disability-nursing-subsidy", "一（三）").Save();
        Assert.Equal(200, saved.Status);
        Assert.Contains(saved.Table("本版本的数值"), r => r[0].StartsWith("照料护理标准占最低工资比例（失能", StringComparison.Ordinal) && r[2] == "1/3" && r[5] == "新办〔2021〕20号 一（三）");

        var submitted = await Submit(admin1, id);
        Assert.Equal("/standards/versions", submitted.Url.AbsolutePath);
        Assert.Contains("由你编制或提交", (await admin1.Get($"/standards/versions/{id}/publish")).Text, StringComparison.Ordinal);
        var published = await (await app.LogIn("admin2")).PublishVersion(id, warnings: (await app.Sql.One<string>("select warning_reason from standards.versions where id = $1", id)) is not null);
        Assert.Equal(200, published.Status);

        var figure = new Resolver(Book).Find(ParameterCatalogue.ExtremePoverty.CareWageShare.FullLoss, new(2027, 1, 1))!;
        Assert.Equal(new Ratio(1, 3), figure.Value);
        Assert.StartsWith("新办〔2021〕20号 一（三）（标准版本 ", figure.Cited, StringComparison.Ordinal);
        Assert.Null(new Resolver(Book).Find(ParameterCatalogue.ExtremePoverty.CareWageShare.FullLoss, new(2026, 12, 31))?.Source?.Remark);
        var clause = await admin1.Get($"/standards/clause?source={Uri.EscapeDataString(figure.Cited)}");
        Assert.Equal(200, clause.Status);
        Assert.Contains(Xinxiang, clause.Heading, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Whoever_had_a_part_in_a_version_cannot_publish_it_by_any_way()
    {
        var admin1 = await app.LogIn("admin1");
        var admin2 = await app.LogIn("admin2");
        var (_, id) = await admin1.Begin("两人编制", Yudu30, "2033-01-01");
        var page = await admin2.Get($"/standards/versions/{id}?group=work-refusal");
        await page.Form("draft-form").Enter(page, "work-refusal.limit", "all", "3", "一（一）").Save();
        await Submit(admin1, id);

        foreach (var own in new[] { admin1, admin2 })
        {
            var refused = await Post(own, id);
            Assert.Equal(409, refused.Status);
            Assert.Contains(refused.Errors, e => e.Contains("由你编制或提交", StringComparison.Ordinal));
        }

        Assert.Equal("Submitted", await app.Sql.One<string>("select status from standards.versions where id = $1", id));
        Assert.Equal(0, await app.Sql.Count("standards.figures where version_id = $1", id));
    }

    [Fact]
    public async Task Another_role_of_the_same_person_does_not_make_a_second_person()
    {
        await app.Sql.Execute("insert into accounts.user_roles (user_id, role) values ($1, 'county-reviewer') on conflict do nothing", Admin1.Id);
        var admin1 = await app.LogIn("admin1");
        var id = await Ready(admin1, "兼岗", "2034-01-01", "2");

        Assert.Equal(409, (await Post(admin1, id)).Status);
    }

    [Theory]
    [InlineData("employment-deduction.value", "75%", null)]
    [InlineData("extreme-poverty.care-wage-share.full-loss", "75", "是 75% 还是 75 倍")]
    [InlineData("extreme-poverty.care-wage-share.full-loss", "75%", null)]
    [InlineData("extreme-poverty.care-wage-share.full-loss", "3/4", null)]
    [InlineData("extreme-poverty.care-wage-share.full-loss", "三分之一", "请填写比例")]
    [InlineData("minimum-wage.monthly", "2,000.00", null)]
    [InlineData("minimum-wage.monthly", "两千", "请填写金额")]
    [InlineData("extreme-poverty.minor-age", "十八", "请填写整数")]
    public async Task A_value_is_read_as_people_write_it_and_what_is_doubtful_is_asked_beside_the_field(string key, string typed, string? complaint)
    {
        var admin1 = await app.LogIn("admin1");
        var (_, id) = await admin1.Begin("录入", Xinxiang, "2035-01-01");
        var page = await admin1.Get($"/standards/versions/{id}?group={key.Split('.')[0]}");
        var area = ParameterCatalogue.Find(key)!.ByArea ? "urban" : "all";

        var after = await page.Form("draft-form").Enter(page, key, area, typed, "二（四）").Save();

        Assert.Equal(complaint is null ? 200 : 400, after.Status);
        if (complaint is not null)
        {
            Assert.Contains(complaint, after.ErrorBeside(Field(after, key, area, "Text")), StringComparison.Ordinal);
            var input = after.Html.QuerySelector($"[name='{Field(after, key, area, "Text")}']")!.Id;
            Assert.Contains(complaint, after.Html.QuerySelector($".govuk-error-summary a[href='#{input}']")?.TextContent ?? "the summary does not lead to the field", StringComparison.Ordinal);
            Assert.Equal(typed, after.Form("draft-form")[Field(after, key, area, "Text")]);
            Assert.Equal("二（四）", after.Form("draft-form")[Field(after, key, area, "Article")]);
            Assert.Equal(0, await app.Sql.Count("standards.version_lines where version_id = $1", id));
        }
    }

    [Fact]
    public async Task Every_form_of_value_can_be_entered_and_is_shown_again_as_it_was()
    {
        var admin1 = await app.LogIn("admin1");
        var (_, id) = await admin1.Begin("各种形式", Yudu30, "2036-01-01");
        (string Key, string Field, string Typed, string Shown)[] entries =
        [
            ("minimum-living-allowance.bands", "Text", "0 100 250\n100 以上 300.50", "0.00 至 100.00 补 250.00；100.00 至 以上 补 300.50"),
            ("temporary-assistance.follow-up-tiers", "Text", "2000、5000", "2,000.00、5,000.00"),
            ("single-person.groups", "Words", "重病患者", "重病患者"),
            ("rounding.mode", "Text", "向上进位", "向上进位"),
            ("review.lock", "Text", "是", "是"),
            ("back-pay.complete-by", "Text", "2036年5月15日", "2036-05-15"),
        ];
        foreach (var entry in entries)
        {
            var area = ParameterCatalogue.Find(entry.Key)!.ByArea ? "rural" : "all";
            var page = await admin1.Get($"/standards/versions/{id}?group={entry.Key.Split('.')[0]}");
            var saved = await page.Form("draft-form").Fill(Field(page, entry.Key, area, entry.Field), entry.Typed).Fill(Field(page, entry.Key, area, "Article"), "一").Save();
            Assert.True(saved.Status == 200, $"{entry.Key}: {string.Join(';', saved.Errors)}");
            Assert.Contains(saved.Table("本版本的数值"), r => r[2] == entry.Shown);
            var again = await saved.Form("draft-form").Save();
            Assert.Contains(again.Table("本版本的数值"), r => r[2] == entry.Shown);
        }

        Assert.Equal(entries.Length, await app.Sql.Count("standards.version_lines where version_id = $1", id));
    }

    [Fact]
    public async Task Two_administrators_editing_at_once_see_both_versions_and_nothing_typed_is_lost()
    {
        var (admin1, admin2) = (await app.LogIn("admin1"), await app.LogIn("admin2"));
        var (_, id) = await admin1.Begin("同时编辑", Yudu30, "2037-01-01");
        var mine = await admin1.Get($"/standards/versions/{id}?group=work-refusal");
        var theirs = await admin2.Get($"/standards/versions/{id}?group=work-refusal");
        await theirs.Form("draft-form").Enter(theirs, "work-refusal.limit", "all", "5", "一（一）").Save();

        var refused = await mine.Form("draft-form").Enter(mine, "work-refusal.limit", "all", "4", "一（二）").Save();

        Assert.Equal(409, refused.Status);
        Assert.Contains(refused.Errors, e => e.Contains("刚才被别人改过", StringComparison.Ordinal));
        Assert.Contains(refused.Table("现在的内容与本次填写"), r => r[1].StartsWith('5') && r[2].StartsWith('4'));
        Assert.Equal("4", refused.Form("draft-form")[Field(refused, "work-refusal.limit", "all", "Text")]);
        Assert.Equal("5", await app.Sql.One<string>("select value from standards.version_lines where version_id = $1", id));
    }

    [Fact]
    public async Task A_form_still_open_when_somebody_publishes_is_refused_with_who_did_it()
    {
        var (admin1, admin2) = (await app.LogIn("admin1"), await app.LogIn("admin2"));
        var id = await Ready(admin1, "发布中编辑", "2038-01-01", "6", submit: false);
        var open = await admin1.Get($"/standards/versions/{id}?group=work-refusal");
        await Submit(admin1, id);
        var stale = await admin2.Get($"/standards/versions/{id}/publish");
        Assert.Equal(200, (await admin2.PublishVersion(id, await Warned(id))).Status);

        var late = await open.Form("draft-form").Enter(open, "work-refusal.limit", "all", "9", "一（一）").Save();
        var twice = await stale.Form("publish-form").Fill("已核对文件原文", "true").Submit("发布(S)");

        Assert.Equal(409, late.Status);
        Assert.Contains(late.Errors, e => e.Contains("已发布（冯管理发布）", StringComparison.Ordinal));
        Assert.Equal(409, twice.Status);
        Assert.Equal(1, await app.Sql.Count("standards.figures where version_id = $1", id));
    }

    [Fact]
    public async Task A_published_version_is_taken_back_before_its_first_day_and_not_after()
    {
        var (admin1, admin2) = (await app.LogIn("admin1"), await app.LogIn("admin2"));
        var id = await Ready(admin1, "可撤销", "2039-01-01", "7");
        await admin2.PublishVersion(id, await Warned(id));
        Assert.Equal(7, new Resolver(Book).Find(ParameterCatalogue.WorkRefusal.Limit, new(2039, 1, 1))!.Value);

        var undone = await (await admin2.Get($"/standards/versions/{id}/publish")).Form("withdraw-form").Fill("撤销原因", "文件收回").Submit("撤销本版本");
        Assert.Equal(200, undone.Status);
        Assert.NotEqual(7, new Resolver(Book).Find(ParameterCatalogue.WorkRefusal.Limit, new(2039, 1, 1))?.Value);

        var past = await Ready(admin1, "已施行", "2026-01-01", "8");
        await admin2.PublishVersion(past, await Warned(past));
        Assert.DoesNotContain("撤销原因", (await admin2.Get($"/standards/versions/{past}/publish")).Text, StringComparison.Ordinal);
    }

    private PolicyBook Book => app.Services.GetRequiredService<ICountySettings>().Book("360731");

    private async Task<Guid> Ready(Visitor admin, string title, string from, string value, bool submit = true)
    {
        var (_, id) = await admin.Begin(title, Yudu30, from);
        var page = await admin.Get($"/standards/versions/{id}?group=work-refusal");
        await page.Form("draft-form").Enter(page, "work-refusal.limit", "all", value, "一（一）").Save();
        if (submit)
        {
            await Submit(admin, id);
        }

        return id;
    }

    private static async Task<Page> Submit(Visitor admin, Guid id)
    {
        var checks = await admin.Get($"/standards/versions/{id}/checks");
        return await admin.SubmitVersion(id, checks.Text.Contains("警告说明", StringComparison.Ordinal) ? "核对过" : null);
    }

    private async Task<bool> Warned(Guid id) => await app.Sql.One<string>("select warning_reason from standards.versions where id = $1", id) is not null;

    /// <summary>The publication's form as another administrator got it, posted by one who had a part in the version.</summary>
    private async Task<Page> Post(Visitor admin, Guid id)
    {
        var page = await admin.Get($"/standards/versions/{id}/publish");
        var token = page.Html.QuerySelector("input[name='__RequestVerificationToken']")!.GetAttribute("value")!;
        var version = await app.Sql.One<int>("select row_version from standards.versions where id = $1", id);
        return await admin.Post($"/standards/versions/{id}/publish?handler=Publish", new FormUrlEncodedContent(new Dictionary<string, string>
        {
            ["__RequestVerificationToken"] = token, ["Input.RowVersion"] = $"{version}", ["Input.HasRead"] = "true", ["Input.AcceptsWarnings"] = "true",
        }));
    }
}
