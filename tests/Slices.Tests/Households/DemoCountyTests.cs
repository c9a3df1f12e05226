using Microsoft.Extensions.DependencyInjection;
using SocialAssistance.Cases.Demo;

namespace SocialAssistance.Slices.Tests.Households;

/// <summary>A county filled by the demo verb, as a clerk, a neighbour and an auditor find it.</summary>
public sealed class DemoCounty : App
{
    public override async Task InitializeAsync()
    {
        await base.InitializeAsync();
        await Run(services => services.GetRequiredService<DemoVerb>().FillAsync(200, 7, CancellationToken.None));
    }
}

public sealed class DemoCountyTests(DemoCounty app) : IClassFixture<DemoCounty>
{
    [Fact]
    public async Task The_same_seed_makes_the_same_families()
    {
        var first = await app.Run(s => Task.FromResult(Made(s)));
        var second = await app.Run(s => Task.FromResult(Made(s)));

        Assert.Equal(first, second);
        Assert.Equal(200, first.Length);

        static string[] Made(IServiceProvider services) =>
            [.. services.GetRequiredService<DemoFamilies>().Make(200, 7).Select(f => $"{f.CaseId} {f.CaseNumber} {f.Head.IdNumber} {f.Stage} {f.Assessment.MonthlyAmount}")];
    }

    [Fact]
    public async Task Every_stage_of_the_work_occurs_and_every_number_is_valid()
    {
        Assert.True(await app.Sql.One<long>("select count(distinct stage) from cases.case_files") >= 8);
        Assert.Equal(0, await app.Sql.One<long>("select count(*) from households.persons where id_number !~ '^360731[0-9]{11}[0-9X]$'"));
        Assert.Equal(
            await app.Sql.One<long>("select count(*) from households.persons"),
            await app.Sql.One<long>("select count(*) from households.members where to_day is null"));
    }

    [Fact]
    public async Task Every_programme_is_there_and_pays_by_its_own_code()
    {
        var programs = await app.Sql.One<string>("select string_agg(distinct program, ' ' order by program) from cases.case_files");
        Assert.Equal("children disability extreme-poverty minimum-living retrenched-worker", programs);
        Assert.Equal(programs, await app.Sql.One<string>("select string_agg(distinct program, ' ' order by program) from disbursement.entitlements"));
        Assert.Equal(0, await app.Sql.Count("cases.case_files where program in ('children', 'disability') and stage in ('publicity', 'disputed')"));
        Assert.Equal(0, await app.Sql.Count("disbursement.entitlements where program = 'children' and amount not in (1360, 1380, 1820)"));
    }

    [Fact]
    public async Task A_clerk_finds_a_family_by_name_initials_and_the_last_four_digits()
    {
        var (name, initials, tail) = await HeadAsync("360731100%");
        var clerk = await app.LogIn("clerk");

        foreach (var words in new[] { name, initials, tail })
        {
            var answer = await SearchAsync(clerk, words);
            Assert.Contains(answer.Table(), row => row[0] == name);
        }
    }

    [Fact]
    public async Task What_was_typed_into_the_search_box_stands_in_no_address()
    {
        var clerk = await app.LogIn("clerk");

        var answer = await SearchAsync(clerk, "王");

        Assert.Equal("/search", answer.Url.PathAndQuery);
    }

    [Fact]
    public async Task A_person_of_another_township_is_told_only_by_township_and_stage()
    {
        var (name, number) = await ForeignerAsync();
        var clerk = await app.LogIn("clerk3");

        var answer = await SearchAsync(clerk, number);

        Assert.Contains("贡江镇", answer.Text);
        Assert.DoesNotContain(name, answer.Text);
    }

    [Fact]
    public async Task The_number_in_the_navigation_equals_the_list_it_leads_to()
    {
        var leader = await app.LogIn("leader");

        var list = await leader.Get("/cases/worklist?tab=mine");

        var badge = list.Html.QuerySelector("nav a[href='/cases/worklist'] .app-count-badge, nav a[href='/cases/worklist'] [class*=count]")!.TextContent.Trim();
        Assert.Contains($"共 {new string([.. badge.Where(char.IsAsciiDigit)])} 户", list.Text);
    }

    [Fact]
    public async Task Paging_forward_and_back_shows_every_case_once()
    {
        var reviewer = await app.LogIn("reviewer");
        var seen = new List<string>();
        var url = "/cases/worklist?tab=all";
        while (url is not null)
        {
            var page = await reviewer.Get(url);
            seen.AddRange(page.Table().Select(r => r[0]));
            url = page.Html.QuerySelector("a[href*='after=']")?.GetAttribute("href");
        }

        Assert.Equal(200, seen.Count);
        Assert.Equal(200, seen.Distinct().Count());
    }

    [Fact]
    public async Task Every_view_of_a_case_is_written_down_with_its_purpose()
    {
        var auditor = await app.LogIn("audit");
        var id = await app.Sql.One<Guid>("select id from cases.case_files order by number limit 1");

        await auditor.Get($"/cases/{id}/economy");

        Assert.Equal("审计监督：收支财产", await app.Sql.One<string>($"select reason from platform.audit_entries where action = 'viewed' and case_id = '{id}' order by id desc limit 1"));
    }

    [Fact]
    public async Task A_case_of_another_township_does_not_exist_for_a_clerk()
    {
        var id = await app.Sql.One<Guid>("select id from cases.case_files where division_code not like '360731108%' limit 1");
        var clerk = await app.LogIn("clerk3");

        foreach (var tab in new[] { "", "/members", "/economy", "/determination", "/timeline" })
        {
            Assert.Equal(404, (await clerk.Get($"/cases/{id}{tab}")).Status);
        }
    }
    private static Task<Page> SearchAsync(Visitor visitor, string words) => visitor.Get("/help").ContinueWith(p => p.Result.Form("/search").Fill("q", words).Submit()).Unwrap();

    private async Task<(string Name, string Initials, string Tail)> HeadAsync(string area)
    {
        var row = (await app.Sql.One<string>($"select concat_ws('|', name, name_initials, right(id_number, 4)) from households.persons where division_code like '{area}' order by id_number limit 1"))!;
        var parts = row.Split('|');
        return (parts[0], parts[1], parts[2]);
    }

    private async Task<(string Name, string Number)> ForeignerAsync()
    {
        var row = (await app.Sql.One<string>("select concat_ws('|', name, id_number) from households.persons where division_code like '360731100%' order by id_number limit 1"))!;
        var parts = row.Split('|');
        return (parts[0], parts[1]);
    }
}

/// <summary>Work goes on in a county filled by the demo verb.</summary>
public sealed class DemoCountyWorkTests(DemoCounty app) : IClassFixture<DemoCounty>
{
    [Fact]
    public async Task A_clerk_can_take_in_a_family_in_the_month_the_demonstration_ends_in()
    {
        var window = new Cases.Intake.Window(await app.LogIn("clerk"));

        await window.AcceptCouple();

        Assert.Equal(1, await app.Sql.One<long>("select count(*) from cases.case_files where applicant_name = '李试兰'"));
    }
}
