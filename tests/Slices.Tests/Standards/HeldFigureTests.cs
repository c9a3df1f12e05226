using SocialAssistance.Contracts.Cases;
using SocialAssistance.Slices.Tests.Builders;
using SocialAssistance.Standards.Versions;
using static SocialAssistance.Slices.Tests.Standards.Publication;

namespace SocialAssistance.Slices.Tests.Standards;

/// <summary>A standard that a document announces without a number holds the confirmation where the county says so.</summary>
public sealed class HeldFigureTests(App app) : IClassFixture<App>
{
    [Fact]
    public async Task While_a_new_standard_is_announced_without_a_number_nothing_that_rests_on_it_is_confirmed()
    {
        var id = await new CaseBuilder(app).At(Stages.Confirmation);
        await PublishAsync(app, Line("minimum-living-allowance.standard", "rural", null, new(2026, 11, 1), null, FigureStates.Hold));
        var leader = await app.LogIn("leader");

        var refused = await (await leader.Get($"/cases/{id}/decision")).Form("decide").Fill("Input.Decision", "confirm").Submit("作出决定(Y)");

        Assert.Equal(409, refused.Status);
        Assert.Contains(refused.Errors, e => e.Contains("暂缓确认", StringComparison.Ordinal));
        Assert.Equal(Stages.Confirmation, await app.Sql.One<string>("select stage from cases.case_files where id = $1", id));
    }
}
