using System.Text;
using System.Text.RegularExpressions;
using Microsoft.Extensions.DependencyInjection;
using SocialAssistance.Browser.Tests.Harness;
using SocialAssistance.Cases.Data;
using SocialAssistance.Cases.Materials;
using SocialAssistance.Cases.Supplements;
using SocialAssistance.Contracts.Cases;
using SocialAssistance.Platform.Data;
using SocialAssistance.Slices.Tests.Builders;

namespace SocialAssistance.Browser.Tests.Decisions;

/// <summary>The letters of the window fill one sheet even for a large family that lacks everything.</summary>
public sealed partial class WindowLettersTests(BrowserApp app) : IClassFixture<BrowserApp>
{
    [Fact]
    public async Task The_acceptance_notice_and_the_list_of_missing_papers_fill_one_sheet_each()
    {
        var id = await new CaseBuilder(app) { Facts = Seven() }.At(Stages.Investigating);
        await Lacks(id, 12);
        await app.VisitAs("clerk", async window =>
        {
            foreach (var (letter, must) in new[] { ("acceptance", "7 人"), ("supplement", "还缺下列 12 份材料") })
            {
                await window.Go($"/cases/{id}/letters/{letter}");
                Assert.Contains(must, await window.Page.TextContentAsync("main"));
                await window.Screenshot($"w09-{letter}");
                await window.AssertAccessible();
                Assert.Equal(1, PageObject().Count(Encoding.Latin1.GetString(await window.Page.PdfAsync(new() { PreferCSSPageSize = true }))));
            }
        });
    }

    // The longest rows of the published list come first.
    private Task Lacks(Guid id, int papers) => app.Run(async services =>
    {
        var db = services.GetRequiredService<CasesDb>();
        var items = MaterialList.Of("minimum-living").OrderByDescending(r => r.Title.Length + r.Hint.Length)
            .Select(r => new SupplementItem(r.Code, r.Title, r.Hint is { Length: > 0 } hint ? hint : "原件或复印件，由村（居）民委员会核对后盖章")).Take(papers).ToArray();
        Assert.Equal(papers, items.Length);
        await services.GetRequiredService<UnitOfWork>().RunAsync(async () =>
        {
            db.Add(new SupplementNotice { Id = Guid.CreateVersion7(), CaseId = id, ToldOn = new(2026, 11, 2), ToldByName = "王经办", Items = items, Knowable = [] });
            await db.SaveChangesAsync();
        });
    });

    private static CaseFacts Seven() => Families.Three() with
    {
        Address = "红军桥社区长征大道一百二十八号安置小区第十六栋三单元一千一百零二室",
        Members =
        [
            .. Families.Three().Members,
            Families.Person("欧阳试长生", "parent", new(1942, 2, 3), male: true),
            Families.Person("欧阳试桂花", "parent", new(1944, 8, 19), male: false),
            Families.Person("王试幼", "child", new(2018, 12, 1), male: true),
            Families.Person("王试小", "child", new(2021, 5, 6), male: false),
        ],
    };

    [GeneratedRegex(@"/Type\s*/Page\b(?!s)")]
    private static partial Regex PageObject();
}
