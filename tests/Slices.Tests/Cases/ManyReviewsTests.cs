using MediatR;
using Microsoft.Extensions.DependencyInjection;
using Npgsql;
using SocialAssistance.Cases.Reviews;
using SocialAssistance.Slices.Tests.Builders;
using SocialAssistance.Slices.Tests.Standards;

namespace SocialAssistance.Slices.Tests.Cases;

/// <summary>A page of reviews is ticked off at once: the database is asked as often for thirty families as for one.</summary>
public sealed class ManyReviewsTests : IAsyncLifetime
{
    private const int Page = 30;

    private readonly App _app = new();

    public Task InitializeAsync() => _app.InitializeAsync();

    public Task DisposeAsync() => _app.DisposeAsync();

    [Fact]
    [Trait("Rule", "HM-07")]
    public async Task Thirty_reviews_that_raise_thirty_families_ask_no_more_than_one()
    {
        await Families(Page + 2);
        await Publication.PublishAsync(_app, Publication.Line("minimum-living-allowance.standard", "rural", "\"700\"", new(2027, 2, 1)));
        _app.Clock.SetUtcNow(new(2027, 5, 10, 1, 0, 0, TimeSpan.Zero));
        await _app.Run(services => services.GetRequiredService<IMediator>().Send(new RefreshReviews()));
        var clerk = await _app.LogIn("clerk");
        // Once for what only the first request asks.
        await Complete(clerk, 1);

        var one = await Complete(clerk, 1);
        var many = await Complete(clerk, Page);

        Assert.InRange(many, 1, one + 3);
        Assert.Equal(0, await _app.Sql.Count("cases.review_dues where kind = 'review' and due_on < '2027-06-01'"));
        Assert.Equal(Page + 2, await _app.Sql.Count("cases.timeline_entries where kind = 'review-raised'"));
        // 700 instead of 660: 40 more for each of three persons, from June on.
        Assert.Equal((Page + 2) * 900m, await _app.Sql.One<decimal>("""
            select sum(amount) from disbursement.entitlements e where from_month <= '2027-06-01'
                and not exists (select from disbursement.entitlement_endings x where x.entitlement_id = e.id and x.last_month < '2027-06-01')
            """));
    }

    [Fact]
    public async Task More_than_a_page_shows_is_refused()
    {
        var refused = await _app.Run(services => services.GetRequiredService<IMediator>().Send(new CompleteReviews([.. Enumerable.Range(0, Page + 1).Select(_ => Guid.CreateVersion7())])));

        Assert.Equal("too-many", refused.Refusal?.Code);
    }

    private async Task<int> Complete(Visitor clerk, int reviews)
    {
        var form = (await clerk.Get("/changes?tab=review")).Form("dynamic");
        foreach (var row in await _app.Sql.Rows("select id::text from cases.review_dues where kind = 'review' and due_on < '2027-06-01' order by due_on, id limit $1", reviews))
        {
            form.Fill("Ids", (string)row[0]!);
        }

        using var statements = new Statements(new NpgsqlConnectionStringBuilder(_app.Database.App).Database!);
        var done = await form.Submit("无明显变化，待遇不变(B)");
        Assert.Contains($"已登记 {reviews} 项核查", done.Text);
        return statements.Count;
    }

    // Confirmed one after the other by the leader, who signs in once.
    private async Task Families(int count)
    {
        var leader = await _app.LogIn("leader");
        for (var i = 0; i < count; i++)
        {
            var id = await new CaseBuilder(_app).At(SocialAssistance.Contracts.Cases.Stages.Confirmation);
            Assert.Equal(200, (await (await leader.Get($"/cases/{id}/decision")).Form("decide").Fill("Input.Decision", "confirm").Submit("作出决定(Y)")).Status);
        }
    }
}
