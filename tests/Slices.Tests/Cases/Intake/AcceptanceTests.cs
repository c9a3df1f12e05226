using System.Globalization;

namespace SocialAssistance.Slices.Tests.Cases.Intake;

public sealed class AcceptanceTests(App app) : IClassFixture<App>
{
    [Fact]
    public async Task A_couple_with_all_papers_becomes_a_case_with_number_facts_and_a_running_clock()
    {
        var window = new Window(await app.LogIn("clerk"));

        var result = await window.AcceptCouple();

        Assert.Equal("已受理", result.Heading);
        var file = Assert.Single(await app.Sql.Rows("select number, stage, fact_version, member_count, division_code, due_on, monthly_amount, id from cases.case_files where id = (select case_id from cases.application_drafts where id = $1)", window.Draft));
        Assert.StartsWith("SQ-202611-", (string)file[0]!);
        Assert.Equal(["investigating", 1, 2], file[1..4]);
        Assert.Equal(2, await app.Sql.Count("cases.case_persons where case_id = $1", file[7]));
        Assert.Equal(1, await app.Sql.Count("cases.determinations where case_id = $1", file[7]));
        Assert.Equal(2, await app.Sql.Count("cases.authorisations where case_id = $1", file[7]));
        Assert.Equal("受理", (await app.Sql.One<string>("select text from cases.timeline_entries where case_id = $1 and kind = 'accepted'", file[7]))![..2]);
        Assert.True(await app.Sql.Count("platform.audit_entries where case_id = $1 and action like 'AcceptApplication%'", file[7]) > 0);
    }

    [Fact]
    public async Task The_promised_day_is_the_eighteenth_working_day_after_the_acceptance()
    {
        var window = new Window(await app.LogIn("clerk"));

        var result = await window.AcceptCouple();

        var due = await app.Sql.One<DateOnly>("select due_on from cases.case_files where id = (select case_id from cases.application_drafts where id = $1)", window.Draft);
        // Monday 2 November 2026, no holiday in November: three weeks and three days.
        Assert.Equal(new DateOnly(2026, 11, 26), due);
        Assert.Contains("2026-11-26", result.Text);
    }

    [Fact]
    public async Task Posting_the_same_acceptance_twice_makes_one_case_and_leads_to_the_same_page()
    {
        var window = new Window(await app.LogIn("clerk"));
        await window.Start();
        await window.Applicant(SyntheticPerson.Number("19700101", male: false));
        await window.Members(("spouse", "王试国", SyntheticPerson.Number("19690101", male: true)));
        await window.Economy();
        await window.Materials();
        var check = await window.Open("check");

        var first = await check.Form("accept").Submit();
        var second = await check.Form("accept").Submit();

        Assert.Equal(first.Url.AbsolutePath, second.Url.AbsolutePath);
        Assert.Equal(1, await app.Sql.Count("cases.case_files where id in (select case_id from cases.application_drafts where id = $1)", window.Draft));
    }

    [Fact]
    public async Task Two_windows_accepting_at_once_get_numbers_without_gap_or_repeat()
    {
        var windows = new List<Window>();
        foreach (var account in new[] { "clerk", "clerk2", "clerk3" })
        {
            var window = new Window(await app.LogIn(account));
            await window.Start();
            await window.Applicant(SyntheticPerson.Number("19710101", male: true));
            await window.Members(("spouse", "王试红", SyntheticPerson.Number("19720101", male: false)));
            await window.Economy();
            await window.Materials();
            windows.Add(window);
        }

        var results = await Task.WhenAll(windows.Select(w => w.Accept()));

        Assert.All(results, r => Assert.Equal("已受理", r.Heading));
        var numbers = (await app.Sql.Rows("select number from cases.case_files order by number")).Select(r => int.Parse(((string)r[0]!)[10..], CultureInfo.InvariantCulture)).ToArray();
        Assert.Equal(Enumerable.Range(1, numbers.Length), numbers);
    }

    [Fact]
    public async Task A_person_who_applies_already_cannot_be_taken_in_again()
    {
        var number = SyntheticPerson.Number("19730303", male: false);
        var clerk = await app.LogIn("clerk");
        await Accepted(new Window(clerk), number);

        var window = new Window(clerk);
        await window.Start();
        var again = await window.Applicant(number);

        Assert.Equal(400, again.Status);
        Assert.Contains("不能重复受理", again.ErrorBeside("Input.IdNumber"));
    }

    [Fact]
    public async Task Of_a_case_in_another_township_only_the_state_is_told()
    {
        var number = SyntheticPerson.Number("19740404", male: false);
        await Accepted(new Window(await app.LogIn("clerk")), number);

        var window = new Window(await app.LogIn("clerk3"));
        await window.Start();
        var again = await window.Applicant(number);

        var message = again.ErrorBeside("Input.IdNumber")!;
        Assert.Contains("贡江镇", message);
        Assert.DoesNotContain("李试兰", message);
        Assert.DoesNotContain("SQ-", message);
    }

    [Fact]
    public async Task A_refused_authorisation_stops_the_acceptance_and_names_the_article()
    {
        var window = new Window(await app.LogIn("clerk"));
        await window.Start();
        await window.Applicant(SyntheticPerson.Number("19750505", male: false));
        await window.Members();
        await window.Economy();
        var page = await window.Open("materials");
        var refused = await page.Form("intake").Fill("Input.Authorisations[0].Status", "refused").Submit("保存并继续(S)");

        Assert.Contains("第九条", refused.ErrorBeside("Input.Authorisations[0].Status"));
        var check = await window.Open("check");
        Assert.Contains("拒绝授权核对", check.Text);
        Assert.Empty(check.Html.QuerySelectorAll("#accept .app-actions button"));
    }

    private static async Task Accepted(Window window, string number)
    {
        await window.Start();
        await window.Applicant(number);
        await window.Members(("spouse", "王试国", SyntheticPerson.Number("19660606", male: true)));
        await window.Economy();
        await window.Materials();
        Assert.Equal("已受理", (await window.Accept()).Heading);
    }
}
