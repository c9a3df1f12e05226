using System.Text;
using System.Text.RegularExpressions;
using SocialAssistance.Browser.Tests.Harness;
using SocialAssistance.Contracts.Cases;
using SocialAssistance.Slices.Tests.Builders;

namespace SocialAssistance.Browser.Tests.Decisions;

/// <summary>The leader's desk and the case's pages, by keyboard, at both widths, and the letter on paper.</summary>
public sealed partial class DecisionPagesTests(BrowserApp app) : IClassFixture<BrowserApp>
{
    [Fact]
    public async Task A_leader_confirms_a_large_family_by_keyboard_and_its_letter_fills_one_sheet()
    {
        var id = await new CaseBuilder(app) { Facts = Six() }.At(Stages.Confirmation);
        await app.VisitAs("leader", async window =>
        {
            await window.Go("/cases/worklist?tab=mine");
            await See(window, "w02-mine");
            await window.Go($"/cases/{id}");
            await window.Keys.Activate("审核确认(S)");
            await See(window, "w17-decision");
            await window.Keys.Activate("作出决定(Y)");
            Assert.Contains("请选择确认、不予确认或退回", await window.Page.TextContentAsync(".govuk-error-summary"));
            await See(window, "w17-error");
            await window.Keys.Choose("决定", "确认");
            await window.Keys.Activate("作出决定(Y)");
            Assert.Contains("已确认李试兰户", await window.Page.TextContentAsync("main"));
            await window.Go($"/cases/{id}/letters/decision");
            await See(window, "w17-letter");
            Assert.Equal(1, Sheets(await window.Page.PdfAsync(new() { PreferCSSPageSize = true })));
        });
    }

    [Theory]
    [InlineData(1366, 768)]
    [InlineData(360, 740)]
    public async Task Every_page_of_a_case_is_accessible_and_fits(int width, int height)
    {
        var id = await new CaseBuilder(app) { Facts = Six() }.At(Stages.Confirmation);
        await app.Visit(new() { Account = "leader", Width = width, Height = height }, async window =>
        {
            foreach (var path in new[] { "", "/members", "/economy", "/determination", "/materials", "/timeline", "/payments", "/decision" })
            {
                Assert.Equal(200, await window.Go($"/cases/{id}{path}"));
                await See(window, $"w10-{width}{path.Replace('/', '-')}");
            }

            foreach (var path in new[] { "/cases/worklist?tab=open", "/search", $"/cases/decisions/batch?Ids={id}", "/help" })
            {
                Assert.Equal(200, await window.Go(path));
                await See(window, $"w02-{width}-{path.Split('?')[0].Trim('/').Replace('/', '-')}");
            }
        });
    }

    private static async Task See(Window window, string name)
    {
        await window.Screenshot(name);
        await window.AssertAccessible();
        await window.AssertFitsWidth();
    }

    private static int Sheets(byte[] pdf) => PageObject().Count(Encoding.Latin1.GetString(pdf));

    private static CaseFacts Six() => Families.Three() with
    {
        Members =
        [
            .. Families.Three().Members,
            Families.Person("王试长", "parent", new(1942, 2, 3), male: true) with { Income = [new("basic-pension-central", 143m, "month", "基础养老金")] },
            Families.Person("张试老", "parent", new(1944, 8, 19), male: false) with { SeriousIllness = true, Income = [new("other-transfer", 100m, "month", "女儿给的")] },
            Families.Person("王试幼", "child", new(2018, 12, 1), male: true) with { EducationStage = "compulsory", Enrolled = true },
        ],
    };

    [GeneratedRegex(@"/Type\s*/Page\b(?!s)")]
    private static partial Regex PageObject();
}
