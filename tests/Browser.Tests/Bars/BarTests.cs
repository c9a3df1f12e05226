using SocialAssistance.Browser.Tests.Cases;
using SocialAssistance.Browser.Tests.Harness;
using SocialAssistance.Contracts.Cases;
using SocialAssistance.Slices.Tests.Builders;
using SocialAssistance.Slices.Tests.Cases.Intake;
using IntakeWindow = SocialAssistance.Slices.Tests.Cases.Intake.Window;

namespace SocialAssistance.Browser.Tests.Bars;

/// <summary>Bars for the hands and the eyes at the window: few keys, much on one screen.</summary>
public sealed class BarTests(BrowserApp app) : IClassFixture<BrowserApp>
{
    private static readonly WindowOptions OldScreen = new() { Account = "clerk", Width = 1366, Height = 625 };

    [Fact]
    public async Task The_next_case_after_a_decision_is_two_keys_away_at_most()
    {
        await new CaseBuilder(app).At(Stages.Confirmation);
        await new CaseBuilder(app).At(Stages.Confirmation);
        var first = await app.Sql.One<Guid>("select id from cases.case_files where stage = 'confirmation' order by due_on, number limit 1");
        await app.VisitAs("leader", async window =>
        {
            await window.Go($"/cases/{first}/decision");
            await window.Keys.Choose("决定", "确认");
            var keys = new Typist(window);
            await window.Page.LeaveAsync(() => keys.Access('n'));

            Assert.Matches("^/cases/[0-9a-f-]+/decision$", new Uri(window.Page.Url).AbsolutePath);
            Assert.DoesNotContain(first.ToString(), window.Page.Url, StringComparison.Ordinal);
            Assert.Contains("已确认李试兰户", await window.Page.TextContentAsync("main"));
            Assert.InRange(keys.Keys, 1, 2);
        });
    }

    [Theory]
    [InlineData("last four digits")]
    [InlineData("name")]
    public async Task A_family_is_found_from_any_page_with_twelve_keys_and_two_page_loads(string by)
    {
        var name = by == "name" ? "赖试松" : "钟试明";
        var facts = Families.Change(Families.Three(), 0, m => m with { Name = name });
        var id = await new CaseBuilder(app) { Facts = facts }.At(Stages.Investigating);
        await app.VisitAs("clerk", async window =>
        {
            await window.Go("/help");
            var loads = 0;
            window.Page.Request += (_, request) => loads += request.IsNavigationRequest && request.RedirectedFrom is null ? 1 : 0;
            var keys = new Typist(window);
            await keys.Access('q');
            await keys.Write(by == "name" ? name : facts.Members[0].IdNumber![^4..]);
            await window.Page.LeaveAsync(() => keys.Press("Enter"));
            await window.Page.LeaveAsync(() => keys.Press("Enter"));

            Assert.Equal($"/cases/{id}", new Uri(window.Page.Url).AbsolutePath);
            Assert.InRange(keys.Keys, 1, 12);
            Assert.InRange(loads, 1, 2);
        });
    }

    [Fact]
    public async Task Ten_cases_and_ten_columns_stand_on_the_smallest_office_screen()
    {
        for (var i = 0; i < 14; i++)
        {
            await new CaseBuilder(app).At(i % 2 == 0 ? Stages.Investigating : Stages.Opinion);
        }

        await app.Visit(OldScreen, async window =>
        {
            await window.Go("/cases/worklist");
            await window.Screenshot("bar-worklist-625");
            var rows = await window.Page.EvaluateAsync<int>("[...document.querySelectorAll('main tbody tr')].filter(r => r.getBoundingClientRect().bottom <= innerHeight).length");
            var columns = await window.Page.EvaluateAsync<int>("[...document.querySelectorAll('main thead th')].filter(c => c.getBoundingClientRect().right <= innerWidth).length");
            Assert.True(rows >= 10, $"Only {rows} rows are in view.");
            Assert.True(columns >= 10, $"Only {columns} columns are in view.");
        });
    }

    [Fact]
    public Task Three_members_and_the_meter_need_no_scrolling() => app.Visit(OldScreen, async window =>
    {
        var clerk = await app.LogIn("clerk");
        var intake = new IntakeWindow(clerk);
        await intake.Start();
        await intake.Applicant(SyntheticPerson.Number("19680315", male: false));
        await intake.Members(("spouse", "王试国", SyntheticPerson.Number("19651107", male: true)), ("child", "王试燕", SyntheticPerson.Number("20120924", male: false)));

        await window.Go($"/cases/intake/{intake.Draft}/members");
        await window.Screenshot("bar-members-625");
        var low = await window.Page.EvaluateAsync<string[]>("""
            () => {
              const bar = document.querySelector('.app-actions--sticky'), end = bar && getComputedStyle(bar).position === 'sticky' ? bar.getBoundingClientRect().top : innerHeight;
              const meter = document.querySelector('.app-meter').getBoundingClientRect(), rows = [...document.querySelectorAll('[data-row]')].filter(r => r.checkVisibility());
              return [`rows ${rows.length}`, ...rows.map((r, i) => [`row ${i + 1}`, r.getBoundingClientRect().bottom, end]), ['meter', meter.bottom, innerHeight]]
                .filter(x => typeof x === 'string' ? x !== 'rows 3' : x[1] > x[2]).map(String);
            }
            """);
        Assert.Empty(low);
    });
}
