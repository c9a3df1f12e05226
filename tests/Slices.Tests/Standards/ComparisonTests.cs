using SocialAssistance.Policies;
using SocialAssistance.Rules.Determinations;
using SocialAssistance.Rules.Standards;
using SocialAssistance.Rules.Values;
using SocialAssistance.Standards.Comparison;

namespace SocialAssistance.Slices.Tests.Standards;

public sealed class ComparisonTests(App app) : IClassFixture<App>
{
    private static readonly PolicyLibrary Library = PolicyLibrary.Load();
    private static readonly BenefitMonth Month = new(2026, 11);

    [Fact]
    public void A_county_beside_itself_differs_in_nothing()
    {
        var yudu = Library.Find("yudu")!;

        Assert.Empty(CountyComparison.Differences(yudu, yudu, Month.FirstDay));
        Assert.All(SampleFamilies.Of(Month, Area.Rural), family => Assert.Empty(CountyComparison.Compare(yudu, yudu, Month, family.Household).Causes));
    }

    [Fact]
    public void Every_difference_of_a_family_is_traced_to_parameters()
    {
        string[] counties = ["fuliang", "xinxiang", "yudu", "maguan", "ningxia"];
        foreach (var (left, right) in counties.SelectMany(l => counties.Where(r => r != l).Select(r => (Library.Find(l)!, Library.Find(r)!))))
        {
            foreach (var family in SampleFamilies.Of(Month, Area.Rural))
            {
                var compared = CountyComparison.Compare(left, right, Month, family.Household);

                Assert.True(compared.Left.Total == compared.Right.Total || compared.Causes.Count > 0, $"{left.Slug} {right.Slug} {family.Code}: no parameter explains the difference.");
            }
        }
    }

    [Fact]
    public void A_cause_is_what_the_first_county_pays_with_the_second_ones_value()
    {
        var (yudu, fuliang) = (Library.Find("yudu")!, Library.Find("fuliang")!);
        var compared = CountyComparison.Compare(yudu, fuliang, Month, SampleFamilies.Of(Month, Area.Rural)[0].Household);

        var standard = Assert.Single(compared.Causes, c => c.Difference.Parameter.Key == "minimum-living-allowance.standard");
        Assert.NotEqual(compared.Left.Total, standard.TotalWithRight);
        Assert.NotNull(standard.Difference.Left!.Terms.Source);
    }

    [Fact]
    public async Task A_clerk_reads_two_counties_side_by_side()
    {
        var clerk = await app.LogIn("clerk");
        var page = await clerk.Get("/standards/compare?left=360731&right=640000&month=2026-11&family=elderly");

        Assert.Equal(200, page.Status);
        Assert.Contains("造成差别的参数", page.Text, StringComparison.Ordinal);
        // A rural person in extreme poverty who can do nothing alone: Yudu pays 1,150.00 and 1,380.00 of care (于民字〔2023〕30号 一（五）、一（七）).
        Assert.Contains("于都县 2,530.00 元", page.Text, StringComparison.Ordinal);
        Assert.Contains("不能识别", (await clerk.Get("/standards/compare?month=明年")).Text, StringComparison.Ordinal);
    }
}
