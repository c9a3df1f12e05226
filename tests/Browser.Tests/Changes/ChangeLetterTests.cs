using System.Text;
using System.Text.RegularExpressions;
using Microsoft.Playwright;
using SocialAssistance.Browser.Tests.Harness;
using SocialAssistance.Contracts.Cases;
using SocialAssistance.Slices.Tests.Builders;
using SocialAssistance.Slices.Tests.Cases;
using SocialAssistance.Slices.Tests.Standards;

namespace SocialAssistance.Browser.Tests.Changes;

/// <summary>Letters about a change on paper: one sheet each, alone and in a batch, even for a long family in a phase-out with top-ups.</summary>
public sealed partial class ChangeLetterTests(BrowserApp app) : IClassFixture<BrowserApp>
{
    /// <summary>Smallest type on a letter, points.</summary>
    private const double Smallest = 9.5;

    /// <summary>Width of the type area of a sheet, CSS pixels.</summary>
    private const int Type = 643;

    private static readonly string Long = string.Concat(Enumerable.Repeat("村（居）民委员会与本人、用工单位分别核实，劳动合同、考勤表和工资流水均已复印存入案卷，本人签字确认属实，没有异议；", 4))[..200];

    [Fact]
    [Trait("Rule", "HM-18")]
    public async Task Every_letter_fills_one_sheet_alone_and_in_a_batch()
    {
        var from = new DateOnly(2026, 1, 1);
        await Publication.PublishAsync(
            app,
            Publication.Line("phase-out.employment-months", "all", "3", from), Publication.Line("phase-out.employment-upper-multiple", "all", "\"1.5\"", from),
            Publication.Line("category-supplement.enabled", "all", "true", from), Publication.Line("category-supplement.amount.elderly", "all", "\"66\"", from),
            Publication.Line("category-supplement.amount.minor", "all", "\"55\"", from), Publication.Line("category-supplement.amount.severe-disability", "all", "\"88\"", from),
            Publication.Line("category-supplement.amount.serious-illness", "all", "\"77\"", from));
        var families = new List<Guid>();
        for (var i = 0; i < 6; i++)
        {
            families.Add(await app.InBenefit(new CaseBuilder(app) { Facts = Six() }));
        }

        var small = await app.InBenefit(new CaseBuilder(app));
        // The benefit has begun when the man finds work: three months as before, then nothing.
        app.Clock.SetUtcNow(new(2026, 12, 10, 1, 0, 0, TimeSpan.Zero));
        var letters = new List<(string Path, string Must)>();
        var work = await Propose(families[0], "found-work", ("Input.PersonId", "王试国"), ("Input.Amount", "4600"), ("Input.Note", Long));
        var less = await Propose(small, "income", ChangeSteps.Wage(1500));
        await See([(work, "最低生活保障变更事先告知书"), (work, "现在和以后的数额见下表"), (less, "由 260.00 元减为 220.00 元")]);
        letters.Add((await Decide(work), "最低生活保障渐退通知书"));
        letters.Add((await Decide(less), "最低生活保障减发通知书"));
        letters.Add((await app.Change(families[1], "lost-work", ("Input.PersonId", "王试国"), ("Input.Note", Long)), "最低生活保障增发通知书"));
        letters.Add((await app.Change(families[2], "stop", ("Input.Note", Long)), "最低生活保障停发通知书"));
        letters.Add((await app.Change(families[3], "found-work", ("Input.PersonId", "王试国"), ("Input.Amount", "9600"), ("Input.Note", Long)), "不低于标准"));
        letters.Add((await app.Change(families[4], "death", ("Input.PersonId", "欧阳试长生"), ("Input.HappenedOn", "2026-12-05"), ("Input.KnownOn", "2026-12-06"), ("Input.Note", Long)), "死亡（欧阳试长生）"));
        letters.Add((await app.Change(families[5], "suspend", ("Input.Note", Long)), "最低生活保障暂停发放通知书"));

        await See(letters);
        await app.VisitAs("clerk", async window =>
        {
            await window.Go($"/changes/letters?{string.Join('&', letters.Select(l => $"ids={l.Path[^36..]}"))}");
            var text = await window.Page.TextContentAsync("main");
            Assert.All(letters, l => Assert.Contains(l.Must, text));
            Assert.Contains("2027年1月至2027年3月为渐退期，2027年4月起不再发放", text);
            Assert.Equal(letters.Count, await Sheets(window));
        });
        await OnAPhone(letters[0].Path);
    }

    private async Task<string> Propose(Guid id, string kind, params (string Field, string Value)[] fields) => (await ChangeSteps.Propose(await app.LogIn("clerk"), id, kind, fields)).Url.AbsolutePath;

    private async Task<string> Decide(string change)
    {
        await ChangeSteps.Hear(await app.LogIn("clerk"), change, waived: true, replyUntil: "2026-11-02");
        Assert.Equal(200, (await ChangeSteps.Confirm(await app.LogIn("leader"), change)).Status);
        return change;
    }

    private Task See(IEnumerable<(string Path, string Must)> letters) => app.VisitAs("clerk", async window =>
    {
        foreach (var (path, must) in letters)
        {
            await window.Go($"{path}/letter");
            Assert.Contains(must, await window.Page.TextContentAsync("main"));
            await window.AssertAccessible();
            await window.AssertFitsWidth();
            await window.Page.EmulateMediaAsync(new() { Media = Media.Print });
            await window.Page.SetViewportSizeAsync(Type, 768);
            await window.Screenshot($"w20-letter-{must}");
            var least = await window.Page.EvaluateAsync<double>("Math.min(...[...document.querySelectorAll('.app-doc *')].filter(e => [...e.childNodes].some(n => n.nodeType === 3 && n.data.trim()) && e.getClientRects().length).map(e => parseFloat(getComputedStyle(e).fontSize) * .75))");
            Assert.True(least >= Smallest, $"{must} has type of {least} pt.");
            await window.Page.EmulateMediaAsync(new() { Media = Media.Null });
            await window.Page.SetViewportSizeAsync(1366, 768);
            Assert.True(await Sheets(window) == 1, $"{must} needs more than one sheet.");
        }
    });

    private Task OnAPhone(string path) => app.Visit(new() { Account = "clerk", Width = 360, Height = 740 }, async window =>
    {
        await window.Go($"{path}/letter");
        await window.Screenshot("w20-letter-360");
        await window.AssertAccessible();
        await window.AssertFitsWidth();
    });

    private static async Task<int> Sheets(Window window) => PageObject().Count(Encoding.Latin1.GetString(await window.Page.PdfAsync(new() { PreferCSSPageSize = true })));

    private static CaseFacts Six() => Families.Three() with
    {
        Members =
        [
            .. Families.Three().Members,
            Families.Person("欧阳试长生", "parent", new(1942, 2, 3), male: true) with { SeriousIllness = true, Income = [new("basic-pension-central", 143m, "month")] },
            Families.Person("欧阳试桂花", "parent", new(1944, 8, 19), male: false) with { DisabilityCategory = "physical", DisabilityGrade = 1, Income = [new("other-transfer", 100m, "month", "女儿给的")] },
            Families.Person("王试幼", "child", new(2018, 12, 1), male: true) with { EducationStage = "compulsory", Enrolled = true },
        ],
    };

    [GeneratedRegex(@"/Type\s*/Page\b(?!s)")]
    private static partial Regex PageObject();
}
