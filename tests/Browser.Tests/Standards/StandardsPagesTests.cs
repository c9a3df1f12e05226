using Microsoft.Extensions.DependencyInjection;
using SocialAssistance.Browser.Tests.Harness;
using SocialAssistance.Contracts.Standards;
using SocialAssistance.Rules.Determinations;
using SocialAssistance.Rules.Oversight;
using SocialAssistance.Rules.Standards;

namespace SocialAssistance.Browser.Tests.Standards;

/// <summary>The administrator's pages by keyboard, and what they look like.</summary>
public sealed class StandardsPagesTests(BrowserApp app) : IClassFixture<BrowserApp>
{
    [Theory]
    [Trait("Rule", "OV-07")]
    [InlineData("新办〔2021〕20号", "一（三）", "1/6", "1/3", "2027-01-01", "新乡护理规则", "616.67")]
    [InlineData("宁党办〔2021〕14号", "二（二）5", "45%", "75%", "2028-01-01", "宁夏护理规则", "1387.50")]
    public async Task An_administrator_enters_care_rules_from_the_document_alone_and_the_next_determination_cites_the_clause(
        string document, string article, string partial, string full, string from, string title, string floor)
    {
        await app.VisitAs("admin1", async window =>
        {
            await window.Go("/standards/versions/new");
            await window.Keys.Type("名称", title);
            await window.Keys.Select("依据文件", document);
            await window.Keys.Type("施行日期", from);
            await window.Keys.Activate("新建并录入数值(S)");
            await window.Keys.Type("按名称找参数", "最低工资");
            await window.Keys.Activate("查询");
            await Enter(window, "新数值（月最低工资标准的比例）", partial, article);
            await Enter(window, "新数值（月最低工资标准的比例）", full, article);
            await Enter(window, "新数值（元/月）", "1850", article);
            await See(window, "a02-edit");
            await window.Keys.Activate("保存草稿(S)");
            await window.Keys.Activate("核验并提交");
            await See(window, "a02-checks");
            await window.Keys.Activate("提交发布(S)");
            Assert.Contains("已提交", await window.Page.TextContentAsync("main"), StringComparison.Ordinal);
        });
        await app.VisitAs("admin2", async window =>
        {
            await window.Go("/standards/versions");
            await window.Page.GetByRole(Microsoft.Playwright.AriaRole.Row).Filter(new() { HasText = title }).GetByRole(Microsoft.Playwright.AriaRole.Link).FocusAsync();
            await window.Page.LeaveAsync(() => window.Keys.Press("Enter"));
            await window.Keys.Activate("发布");
            await window.Keys.Tick("已核对文件原文");
            await See(window, "a04-publish");
            await window.Keys.Activate("发布(S)");
            Assert.Contains("已发布", await window.Page.TextContentAsync("main"), StringComparison.Ordinal);
            await window.Go("/standards");
            await See(window, "a01-overview");
        });

        var step = Floor(DateOnly.ParseExact(from, "yyyy-MM-dd"));
        Assert.Equal(floor, step.Result);
        Assert.StartsWith($"{document} {article}（标准版本 ", step.Source, StringComparison.Ordinal);
        await app.VisitAs("clerk", async window =>
        {
            await window.Go(StandardLinks.Clause(step.Source)!);
            Assert.Equal(document, (await window.Page.TextContentAsync("h1"))!.Trim());
        });
    }

    [Theory]
    [InlineData(1366, 768)]
    [InlineData(360, 740)]
    public async Task Every_page_of_the_standards_is_accessible_and_fits(int width, int height)
    {
        await app.Visit(new() { Account = "admin1", Width = width, Height = height }, async window =>
        {
            string[] paths =
            [
                "/standards", "/standards/parameters?group=extreme-poverty", "/standards/parameters/minimum-living-allowance.standard", "/standards/documents", "/standards/documents/new", "/standards/versions",
                "/standards/versions/new", "/standards/calendar", "/standards/calendar/import", "/standards/delegations", "/standards/delegations/new",
                StandardLinks.Clause("于民字〔2023〕30号 一（二）")!,
            ];
            foreach (var path in paths)
            {
                Assert.Equal(200, await window.Go(path));
                await See(window, $"a-{width}-{path.Split('?')[0].Trim('/').Replace('/', '-')}");
            }
        });
    }

    /// <summary>OV-07, the least a care standard may be for a person who has lost all self-care, as determined on the day.</summary>
    private Step Floor(DateOnly day)
    {
        var inquiry = new Inquiry(new Resolver(app.Services.GetRequiredService<ICountySettings>().Book("360731")), day);
        CareFloors.Answer(CareSetting.Institutional, Area.Rural, inquiry);
        return inquiry.Steps.Single(s => s.Label.Contains("完全丧失", StringComparison.Ordinal));
    }

    private static async Task Enter(Window window, string label, string value, string article)
    {
        await window.Keys.Type(label, value);
        await window.Keys.Type("条款", article);
    }

    private static async Task See(Window window, string name)
    {
        await window.Screenshot(name);
        await window.AssertAccessible();
        await window.AssertFitsWidth();
    }
}
