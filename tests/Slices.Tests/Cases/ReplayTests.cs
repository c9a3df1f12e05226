using MediatR;
using Microsoft.Extensions.DependencyInjection;
using SocialAssistance.Cases.Reviews;
using SocialAssistance.Contracts.Accounts;
using SocialAssistance.Contracts.Cases;
using SocialAssistance.Platform.Modules;
using SocialAssistance.Slices.Tests.Builders;
using SocialAssistance.Slices.Tests.Households;
using SocialAssistance.Slices.Tests.Standards;

namespace SocialAssistance.Slices.Tests.Cases;

public sealed class ReplayTests(App app) : IClassFixture<App>
{
    [Fact]
    public async Task A_raise_published_later_changes_what_is_right_now_and_not_what_was_decided_then()
    {
        var id = await new CaseBuilder(app).At(Stages.Confirmation);
        var amount = await app.Sql.One<decimal>("select monthly_amount from cases.case_files where id = $1", id);
        var determination = await app.Sql.One<Guid>("select determination_id from cases.case_files where id = $1", id);
        app.Clock.Advance(TimeSpan.FromHours(1));
        await Publication.PublishAsync(app, Publication.Line("minimum-living-allowance.standard", "rural", "\"960.00\"", new(2026, 12, 1)));

        var leader = await app.LogIn("leader");
        var page = await leader.Get($"/cases/{id}/determination/{determination}/replay");

        Assert.Contains("与当时完全一致", page.Text, StringComparison.Ordinal);
        Assert.Contains("按现在已知的标准，每月应为", page.Text, StringComparison.Ordinal);
        Assert.Equal(amount, await app.Sql.One<decimal>("select monthly_amount from cases.case_files where id = $1", id));
        Assert.Equal(0, await Replay(app));
    }

    [Fact]
    public async Task A_stored_answer_that_was_tampered_with_is_named()
    {
        var id = await new CaseBuilder(app).At(Stages.Confirmation);
        await app.Sql.Execute("alter table cases.determinations disable trigger all");
        await app.Sql.Execute("update cases.determinations set assessment = jsonb_set(assessment, '{monthlyAmount}', '9999.00') where case_id = $1", id);

        Assert.Equal(1, await Replay(app));

        await app.Sql.Execute("delete from cases.determinations where case_id = $1 and (assessment ->> 'monthlyAmount') = '9999.00' and id <> (select determination_id from cases.case_files where id = $1)", id);
        await app.Sql.Execute("update cases.determinations set assessment = jsonb_set(assessment, '{monthlyAmount}', to_jsonb(monthly_amount)) where case_id = $1", id);
        await app.Sql.Execute("alter table cases.determinations enable trigger all");
    }

    [Fact]
    [Trait("Rule", "HM-07")]
    public async Task A_change_replays_with_the_place_and_the_suspensions_of_its_day()
    {
        var county = new App();
        await county.InitializeAsync();
        try
        {
            var id = await county.InBenefit(new CaseBuilder(county));
            await Publication.PublishAsync(county, Publication.Line("minimum-living-allowance.standard", "rural", "\"600\"", new(2027, 3, 1)));
            county.Clock.SetUtcNow(new(2027, 4, 19, 1, 0, 0, TimeSpan.Zero));
            var reviewer = await county.LogIn("reviewer");
            // The review of 2 May moves to 2 June, so June is still locked when the move is decided.
            var suspended = await (await reviewer.Get("/changes/suspensions")).Form("suspend").Fill("Input.Division", "360731100000").Fill("Input.FromDay", "2027-04-20").Fill("Input.ToDay", "2027-05-20")
                .Fill("Input.Reason", "洪水灾害").Fill("Input.Basis", "民发〔2021〕57号 第三十一条").Submit("登记暂停(S)");
            Assert.True(suspended.Status == 200, suspended.Text);
            await county.Change(id, "suspend", ("Input.Note", "等待核实"));
            county.Clock.SetUtcNow(new(2027, 5, 10, 1, 0, 0, TimeSpan.Zero));
            await county.Change(id, "resume", ("Input.Note", "已核实"));
            Assert.Equal("2027-06 780.00", await county.Sql.One<string>("select concat(to_char(month, 'YYYY-MM'), ' ', monthly_amount) from cases.determinations where purpose = 'resume'"));
            county.Clock.SetUtcNow(new(2027, 5, 11, 1, 0, 0, TimeSpan.Zero));
            var village = await county.Run(services => Task.FromResult(services.GetRequiredService<IDivisions>().Villages(DemoAccounts.Luoao)[0]));
            await county.Change(id, "moved", ("Input.Village", village.Code), ("Input.Area", "rural"), ("Input.Address", "新屋 3 号"));

            // Since then the suspension ended early, and the family lives elsewhere.
            var row = await county.Sql.One<Guid>("select id from cases.review_suspensions");
            var resumed = await (await (await county.LogIn("admin1")).Get("/changes/suspensions")).Form("resume").Fill("Input.Id", $"{row}").Fill("Input.LastDay", "2027-04-22").Submit("登记恢复");
            Assert.True(resumed.Status == 200, resumed.Text);
            county.Clock.SetUtcNow(new(2027, 6, 10, 1, 0, 0, TimeSpan.Zero));
            await county.Run(services => services.GetRequiredService<IMediator>().Send(new RefreshReviews()));
            Assert.Equal(village.Code, await county.Sql.One<string>("select division_code from cases.case_files where id = $1", id));

            Assert.Equal(0, await Replay(county));
        }
        finally
        {
            await county.DisposeAsync();
        }
    }

    internal static Task<int> Replay(App app) =>
        app.Run(services => services.GetServices<IVerb>().Single(v => v.Name == "replay").RunAsync([], CancellationToken.None));
}

public sealed class DemoReplayTests(DemoCounty app) : IClassFixture<DemoCounty>
{
    [Fact]
    public async Task Every_determination_of_the_demonstration_county_replays_to_the_same_bytes()
    {
        Assert.True(await app.Sql.Count("cases.determinations d join cases.benefit_changes c on c.determination_id = d.id") > 2);
        Assert.Equal(0, await ReplayTests.Replay(app));
    }

    [Fact]
    public async Task A_change_replays_on_its_page_and_a_changed_amount_of_it_is_found()
    {
        var id = await app.Sql.One<Guid>("select d.id from cases.determinations d join cases.benefit_changes c on c.determination_id = d.id order by d.id limit 1");
        var of = await app.Sql.One<Guid>("select case_id from cases.determinations where id = $1", id);
        var page = await (await app.LogIn("reviewer")).Get($"/cases/{of}/determination/{id}/replay");
        Assert.Equal(200, page.Status);
        Assert.Contains("与当时完全一致", page.Text, StringComparison.Ordinal);

        await app.Sql.Execute("alter table cases.determinations disable trigger all");
        await app.Sql.Execute("update cases.determinations set assessment = jsonb_set(assessment, '{monthlyAmount}', '1.00') where id = $1", id);
        Assert.Equal(1, await ReplayTests.Replay(app));
        await app.Sql.Execute("update cases.determinations set assessment = jsonb_set(assessment, '{monthlyAmount}', to_jsonb(monthly_amount)) where id = $1", id);
        await app.Sql.Execute("alter table cases.determinations enable trigger all");
        Assert.Equal(0, await ReplayTests.Replay(app));
    }
}
