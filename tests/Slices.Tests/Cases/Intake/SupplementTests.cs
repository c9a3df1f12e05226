namespace SocialAssistance.Slices.Tests.Cases.Intake;

public sealed class SupplementTests(App app) : IClassFixture<App>
{
    [Fact]
    public async Task Missing_papers_are_told_once_the_clock_rests_and_runs_again_when_they_are_in()
    {
        var clerk = await app.LogIn("clerk");
        var window = new Window(clerk);

        var result = await window.AcceptCouple("household-register");

        Assert.Equal("已受理，待补正", result.Heading);
        var id = await app.Sql.One<Guid>("select case_id from cases.application_drafts where id = $1", window.Draft);
        Assert.Equal("supplement", await app.Sql.One<string>("select stage from cases.case_files where id = $1", id));
        Assert.Equal(new DateOnly(2026, 11, 2), await app.Sql.One<DateOnly>("select paused_since from cases.case_files where id = $1", id));
        var due = await app.Sql.One<DateOnly>("select due_on from cases.case_files where id = $1", id);

        app.Clock.Advance(TimeSpan.FromDays(7));
        clerk = await app.LogIn("clerk");
        var materials = await clerk.Get($"/cases/{id}/materials");
        var received = await materials.Form("receive").Attach("Upload.household-register", "户口簿.pdf", Window.Pdf, "application/pdf").Submit("登记补正材料(S)");

        Assert.Contains("材料已补齐", received.Html.Body!.TextContent);
        Assert.Equal("investigating", await app.Sql.One<string>("select stage from cases.case_files where id = $1", id));
        // Seven days later are five working days later.
        Assert.Equal(due.AddDays(7), await app.Sql.One<DateOnly>("select due_on from cases.case_files where id = $1", id));

        var again = await received.Form("tell").Fill("Codes", "id-card").Submit("一次性告知补正");
        Assert.Equal(409, again.Status);
        Assert.Contains("当时就能知道要交居民身份证，不能再次要求", Assert.Single(again.Errors));
    }

    [Fact]
    public async Task The_notices_are_printed_on_paper_and_each_print_is_recorded()
    {
        var clerk = await app.LogIn("clerk");
        var window = new Window(clerk);
        await window.AcceptCouple("illness", "household-register", "id-card");
        var id = await app.Sql.One<Guid>("select case_id from cases.application_drafts where id = $1", window.Draft);

        var supplement = await clerk.Get($"/cases/{id}/letters/supplement");
        var acceptance = await clerk.Get($"/cases/{id}/letters/acceptance");

        Assert.Contains("居民身份证", supplement.Text);
        Assert.Contains("户口簿", supplement.Text);
        Assert.Contains("SQ-202611-", acceptance.Text);
        Assert.Equal(2, await app.Sql.Count("platform.audit_entries where action = 'printed' and case_id = $1", id));
        Assert.Equal(404, (await (await app.LogIn("clerk3")).Get($"/cases/{id}/letters/acceptance")).Status);
    }
}
