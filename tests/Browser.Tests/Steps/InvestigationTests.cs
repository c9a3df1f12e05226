using SocialAssistance.Browser.Tests.Harness;
using SocialAssistance.Contracts.Accounts;
using SocialAssistance.Contracts.Cases;
using SocialAssistance.Slices.Tests.Builders;

namespace SocialAssistance.Browser.Tests.Steps;

/// <summary>From the commission of the check to the sheet on the wall, with the keyboard alone.</summary>
public sealed class InvestigationTests(BrowserApp app) : IClassFixture<BrowserApp>
{
    private static readonly byte[] Png = [0x89, (byte)'P', (byte)'N', (byte)'G', 0x0D, 0x0A, 0x1A, 0x0A, 1, 2, 3];

    [Fact]
    public async Task A_clerk_works_a_case_from_verification_to_publicity_by_keyboard_alone()
    {
        var id = await new CaseBuilder(app).At(Stages.Investigating);
        await app.VisitAs("clerk", async window =>
        {
            await window.Go($"/cases/{id}/verification");
            await See(window, "w12-before");
            await window.Keys.Activate("登记委托");
            await See(window, "w12-commission");
            await window.Keys.Tick("王试燕");
            await window.Keys.Activate("登记委托(S)");
            await See(window, "w12-rows");
            await AnswerAsync(window);
            await window.Keys.Activate("登记核对结果(S)");
            await See(window, "w12-answered");
            await window.Keys.Activate("处理：王试国参保单位与工资");
            await See(window, "w12-difference");
            await window.Keys.Choose("处理方式和理由", "采信：按核对结果认定");
            await window.Keys.Activate("保存处理结果(S)");
            await window.Keys.Activate("完成核对");
            await See(window, "w12-complete");
            await window.Keys.Activate("完成核对(S)");

            await window.Go($"/cases/{id}/visit");
            await See(window, "w13-visit");
            await FillVisitAsync(window);
            await window.Keys.Activate("提交调查(S)");
            await See(window, "w13-done");

            await window.Go($"/cases/{id}/opinion");
            await See(window, "w15-opinion");
            await window.Keys.Choose("初审意见", "建议确认：收入和财产符合规定");
            await window.Keys.Activate("提交公示(S)");

            await window.Go("/publicity");
            await See(window, "w16-queue");
            await window.Keys.Activate("生成公示：贡江镇上坪村低保");
            await See(window, "w16-new");
            await window.Keys.Type("受理异议的电话", "0797-6230000");
            await window.Keys.Activate("生成公示(S)");
            await See(window, "w16-notice");
            await window.Keys.Activate("登记张贴并上传照片");
            await See(window, "w16-posting");
            await window.Page.GetByLabel("张贴照片").SetInputFilesAsync(File("墙.png"));
            await window.Keys.Activate("登记张贴(S)");
            await window.Keys.Activate("打印公示(P)");
            await See(window, "w16-print");
        });
        Assert.Equal(Stages.Publicity, await app.Sql.One<string>("select stage from cases.case_files where id = $1", id));
    }

    [Fact]
    public async Task The_visit_works_on_a_phone_without_scripts()
    {
        var id = await new CaseBuilder(app).At(Stages.Investigating);
        await app.Visit(new() { Account = "clerk", JavaScript = false, Width = 360, Height = 640 }, async window =>
        {
            await window.Go($"/cases/{id}/visit");
            await Look(window, "w13-visit-phone");
            await window.Keys.Activate("提交调查(S)");
            await Look(window, "w13-visit-phone-errors");
            await FillVisitAsync(window);
            await window.Keys.Activate("提交调查(S)");
            await Look(window, "w13-visit-phone-done");
        });
        Assert.Equal(1, await app.Sql.Count("cases.home_visits where case_id = $1", id));
    }

    [Fact]
    public async Task The_public_reads_a_sheet_in_large_print()
    {
        var village = DemoAccounts.Gongjiang[..9] + "203";
        var id = await new CaseBuilder(app) { Division = village }.At(Stages.Publicity);
        await app.VisitAs("clerk", async window =>
        {
            await window.Go($"/publicity/new/{village}");
            await window.Keys.Type("受理异议的电话", "0797-6230000");
            await window.Keys.Activate("生成公示(S)");
        });
        var notice = await app.Sql.One<Guid>("select notice_id from cases.publicity_lines where case_id = $1", id);
        await app.Visit(new() { Width = 360, Height = 640 }, async window =>
        {
            await window.Go($"/public/notice/{notice}");
            await See(window, "p02-notice-phone");
            await window.Keys.Activate("大字版");
            await See(window, "p02-notice-large");
        });
        await app.Visit(new() { Account = "reviewer" }, async window =>
        {
            await window.Go("/publicity/supervision");
            await See(window, "c11");
        });
    }

    private static async Task See(Window window, string name)
    {
        await Look(window, name);
        await window.AssertAccessible();
    }

    // Without scripts axe cannot run; the same pages are asked with scripts on.
    private static async Task Look(Window window, string name)
    {
        await window.Screenshot($"steps-{name}");
        if (!name.EndsWith("print", StringComparison.Ordinal))
        {
            await window.AssertFitsWidth();
        }
    }

    private static async Task AnswerAsync(Window window)
    {
        foreach (var legend in await window.Page.Locator("#results legend").AllTextContentsAsync())
        {
            if (legend == "王试国参保单位与工资核对结果")
            {
                await window.Keys.Choose(legend, "不一致");
                await window.Keys.Type("王试国参保单位与工资核对值", "1500");
            }
            else
            {
                await window.Keys.Choose(legend, "一致");
            }
        }
    }

    private static async Task FillVisitAsync(Window window)
    {
        await window.Keys.Type("入户日期", "20261102");
        await window.Keys.Select("第二调查人", "张经办（贡江镇社会救助窗口）");
        await window.Keys.Type("见到的人", "李试兰、王试国");
        await window.Keys.Choose("住房情况", "自有住房");
        await window.Keys.Type("住房结构、面积和状况", "砖混两层，约 90 平方米");
        await window.Keys.Type("吃、穿、用等实际生活情况", "生活用品简单");
        await window.Keys.Type("了解到的收入和劳动情况", "王试国在附近工地打零工");
        await window.Keys.Choose("调查情况与申报", "与申报相符");
        await window.Page.GetByLabel("第一调查人签字").SetInputFilesAsync(File("一.png"));
        await window.Page.GetByLabel("第二调查人签字").SetInputFilesAsync(File("二.png"));
        await window.Page.GetByLabel("在场家庭成员签字").SetInputFilesAsync(File("三.png"));
    }

    private static Microsoft.Playwright.FilePayload File(string name) => new() { Name = name, MimeType = "image/png", Buffer = Png };
}
