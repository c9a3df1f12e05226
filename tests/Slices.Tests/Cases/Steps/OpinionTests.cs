using SocialAssistance.Contracts.Cases;
using SocialAssistance.Slices.Tests.Builders;

namespace SocialAssistance.Slices.Tests.Cases.Steps;

public sealed class OpinionTests(App app) : IClassFixture<App>
{
    [Fact]
    public async Task The_opinion_rests_on_a_determination_made_at_that_moment_and_goes_to_publicity()
    {
        var (clerk, id) = await Case();
        var page = await clerk.Get($"/cases/{id}/opinion");
        Assert.Empty(page.Html.QuerySelectorAll("main input[type=radio]:checked"));
        Assert.DoesNotContain(page.Html.QuerySelectorAll("main form input, main form textarea"), e => (e.GetAttribute("name") ?? "").Contains("Amount", StringComparison.Ordinal));

        var done = await page.Form().Fill("Input.Choice", "confirm:meets").Submit();

        Assert.True(done.Status == 200, string.Join("; ", done.Errors));
        Assert.Equal(Stages.Publicity, await Stage(id));
        Assert.Equal(1, await app.Sql.Count("cases.determinations where case_id = $1 and purpose = 'opinion'", id));
        Assert.Equal(1, await app.Sql.Count("cases.opinions o join cases.determinations d on d.id = o.determination_id where o.case_id = $1 and o.monthly_amount = d.monthly_amount and d.purpose = 'opinion'", id));
        Assert.Equal(1, await app.Sql.Count("cases.timeline_entries where case_id = $1 and kind = 'opinion'", id));
    }

    [Fact]
    public async Task A_recommendation_against_the_calculation_needs_a_reason()
    {
        var (clerk, id) = await Case();

        var refused = await (await clerk.Get($"/cases/{id}/opinion")).Form().Fill("Input.Choice", "decline:untrue").Submit();
        Assert.Equal(400, refused.Status);
        Assert.Contains("与所选意见不同", refused.ErrorBeside("Input.Deviation"));
        Assert.Equal(Stages.Opinion, await Stage(id));

        var done = await refused.Form().Fill("Input.Deviation", "申请人拒绝说明其名下商铺的租金").Submit();
        Assert.True(done.Status == 200, string.Join("; ", done.Errors));
        Assert.Equal(Stages.Confirmation, await Stage(id));
        Assert.Equal("申请人拒绝说明其名下商铺的租金", await app.Sql.One<string>("select deviation from cases.opinions where case_id = $1", id));
    }

    [Fact]
    public async Task A_household_above_the_standard_cannot_be_recommended_for_nothing()
    {
        var rich = Families.Change(Families.Three(), 1, m => m with { Income = [new("wage", 9000m, "month")] });
        var (clerk, id) = await Case(rich);

        var refused = await (await clerk.Get($"/cases/{id}/opinion")).Form().Fill("Input.Choice", "confirm:meets").Fill("Input.Deviation", "邻里说困难").Submit();
        Assert.Equal(409, refused.Status);
        Assert.Contains(refused.Errors, e => e.Contains("没有保障金", StringComparison.Ordinal));

        var declined = await refused.Form().Fill("Input.Choice", "decline:income").Fill("Input.Deviation", "").Submit();
        Assert.True(declined.Status == 200, string.Join("; ", declined.Errors));
        Assert.Null(await app.Sql.One<string>("select deviation from cases.opinions where case_id = $1", id));
    }

    [Fact]
    public async Task No_opinion_while_an_income_is_unknown()
    {
        var (clerk, id) = await Case(Families.WithUnknownWage());

        var refused = await (await clerk.Get($"/cases/{id}/opinion")).Form().Fill("Input.Choice", "confirm:meets").Submit();

        Assert.Equal(409, refused.Status);
        Assert.Contains(refused.Errors, e => e.Contains("王试国的工资性收入还没有了解", StringComparison.Ordinal));
        Assert.Equal(0, await app.Sql.Count("cases.opinions where case_id = $1", id));
    }

    [Fact]
    [Trait("Rule", "YD18-18c")]
    public async Task A_household_of_children_alone_is_not_published()
    {
        var (clerk, id) = await Case(Families.MinorsOnly());

        var done = await (await clerk.Get($"/cases/{id}/opinion")).Form().Fill("Input.Choice", "confirm:meets").Submit();

        Assert.True(done.Status == 200, string.Join("; ", done.Errors));
        Assert.Equal(Stages.Confirmation, await Stage(id));
    }

    private Task<string?> Stage(Guid id) => app.Sql.One<string>("select stage from cases.case_files where id = $1", id);

    private async Task<(Visitor Clerk, Guid Id)> Case(CaseFacts? facts = null) =>
        (await app.LogIn("clerk"), await new CaseBuilder(app) { Facts = facts ?? Families.Three() }.At(Stages.Opinion));
}
