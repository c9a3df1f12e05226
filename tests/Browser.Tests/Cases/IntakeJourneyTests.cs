using Microsoft.Playwright;
using SocialAssistance.Browser.Tests.Harness;

namespace SocialAssistance.Browser.Tests.Cases;

/// <summary>The acceptance of a family of three as a clerk does it: from the blank form to the receipt without a mouse.</summary>
public sealed class IntakeJourneyTests(BrowserApp app) : IClassFixture<BrowserApp>
{
    private const int AllowedKeys = 220;

    [Fact]
    public Task A_family_of_three_is_taken_in_by_keyboard_within_the_allowed_keys() => app.VisitAs("clerk", async window =>
    {
        var files = Scans();
        await Start(window);
        var keys = new Typist(window);

        Assert.Equal("身份证号", await window.Keys.Focused());
        await keys.Write("360731196803151024");
        await window.Page.GetByText("无重复").WaitForAsync();
        await keys.Next("姓名");
        await keys.Write("李试兰");
        await keys.Next("手机号");
        await keys.Write("13900000001");
        await keys.Next("户籍所在村（居）");
        await keys.Press("ArrowDown");
        await Look(window, "intake-1-applicant");
        await keys.Save();

        await keys.To("关系");
        await keys.Press("ArrowDown");
        await keys.Next("姓名");
        await keys.Write("王试国");
        await keys.Next("身份证号");
        await keys.Write(Number("36073119651107101"));
        await keys.Next("重病");
        await keys.Press("Space");
        await keys.Press("Enter", 3);
        await keys.To("关系");
        await keys.Press("ArrowDown", 2);
        await keys.Next("姓名");
        await keys.Write("王试燕");
        await keys.Next("身份证号");
        await keys.Write(Number("36073120120924102"));
        await keys.Next("在读阶段");
        await keys.Press("ArrowDown", 2);
        await window.Page.Locator("[data-verdict]").First.WaitForAsync();
        await Look(window, "intake-2-members");
        await keys.Save();

        await Income(keys, memberDown: 0, "1200", last: false);
        await Income(keys, memberDown: 1, "300", last: false);
        await Income(keys, memberDown: 0, "200", last: true);
        await keys.Next("以下均无");
        await keys.Press("Space");
        await keys.Next("财产认定");
        await keys.Press("ArrowDown");
        await keys.Next("开户银行");
        await keys.Write("农行");
        await keys.Next("账号");
        await keys.Write("6226000000000000001");
        await Look(window, "intake-3-economy");
        await keys.Save();

        await Consent(window, keys, "李试兰");
        await Consent(window, keys, "王试国");
        await keys.Next("已收纸质申请书");
        await keys.Press("Space");
        await keys.Next("上传居民身份证");
        await keys.Pick(files[0]);
        await keys.Next("上传户口簿");
        await keys.Pick(files[1]);
        await keys.Next("已收纸质核对授权书");
        await keys.Press("Space");
        await keys.Next("上传诊断证明和就医票据");
        await keys.Pick(files[2]);
        await Look(window, "intake-4-materials");
        await keys.Save();

        await Look(window, "intake-5-check");
        await keys.Save();

        Assert.Contains("应在", await window.Page.TextContentAsync("main"));
        await Look(window, "intake-6-accepted");
        Assert.True(keys.Keys <= AllowedKeys, $"The acceptance took {keys.Keys} keys.");
    });

    [Fact]
    public Task Without_script_the_same_family_is_taken_in_by_buttons() => app.Visit(new() { Account = "clerk", JavaScript = false }, async window =>
    {
        var files = Scans();
        var page = window.Page;
        await Start(window);
        await window.Keys.Type("身份证号", Number("36073119700315202"));
        await window.Keys.Type("姓名", "赵试芳");
        await window.Keys.Type("手机号", "13900000002");
        await window.Keys.TabTo("户籍所在村（居）");
        await window.Keys.Press("ArrowDown");
        await Onward(window, "保存并继续(S)", "/members");

        await Member(window, 1, "配偶", "钱试明", Number("36073119691107201"));
        await window.Keys.Activate("+ 添加成员");
        await page.Locator("[name='Input.Members[2].Relation']").WaitForAsync();
        await Member(window, 2, "子女", "钱试星", Number("36073120130924202"));
        await Onward(window, "保存并继续(S)", "/economy");

        await window.Keys.Select("类别", "工资性收入");
        await window.Keys.Type("金额", "900");
        await window.Keys.Tick("以下均无");
        await window.Keys.Select("财产认定", "符合低保财产规定");
        await Onward(window, "保存并继续(S)", "/materials");

        await window.Keys.Choose("赵试芳", "已签授权书");
        await window.Keys.Choose("钱试明", "已签授权书");
        foreach (var paper in new[] { "申请书", "居民身份证", "核对授权书" })
        {
            await window.Keys.Tick("已收纸质" + paper);
        }

        await page.GetByLabel("上传户口簿").SetInputFilesAsync(files[1]);
        await Onward(window, "保存并继续(S)", "/check");
        await Onward(window, "受理(S)", "/accepted");

        Assert.Contains("SQ-", await page.TextContentAsync("main"));
    });

    [Fact]
    public Task Every_page_of_the_intake_reads_well_on_a_phone_and_with_errors() => app.Visit(new() { Account = "clerk", Width = 360, Height = 720 }, async window =>
    {
        await Start(window);
        var first = window.Page.Url;
        foreach (var step in new[] { "applicant", "members", "economy", "materials", "check" })
        {
            await window.Page.GotoAsync(first.Replace("applicant", step, StringComparison.Ordinal));
            await Look(window, $"intake-phone-{step}");
            if (step != "check")
            {
                await window.Page.LeaveAsync(() => window.Page.GetByRole(AriaRole.Button, new() { Name = "保存并继续" }).First.ClickAsync());
                await Look(window, $"intake-phone-{step}-errors");
            }
        }

        await window.Go("/cases/intake");
        await Look(window, "intake-phone-list");
    });

    private static async Task Start(Window window)
    {
        await window.Go("/cases/intake");
        await window.Keys.Activate("新建受理(N)");
        await window.Page.ArriveAsync(at => at.AbsolutePath.EndsWith("/applicant", StringComparison.Ordinal), "the first step");
    }

    private static async Task Onward(Window window, string button, string address)
    {
        await window.Keys.Activate(button);
        await window.Page.ArriveAsync(at => at.AbsoluteUri.EndsWith(address, StringComparison.Ordinal), address);
    }

    private static async Task Look(Window window, string name)
    {
        await window.Screenshot(name);
        await window.AssertAccessible();
        await window.AssertFitsWidth();
    }

    private static async Task Income(Typist keys, int memberDown, string amount, bool last)
    {
        await keys.To("成员");
        await keys.Press("ArrowDown", memberDown);
        await keys.Next("类别");
        await keys.Press("ArrowDown");
        await keys.Next("金额");
        await keys.Write(amount);
        if (!last)
        {
            await keys.Press("Enter", 3);
        }
    }

    private static async Task Consent(Window window, Typist keys, string name)
    {
        while (!await window.Page.EvaluateAsync<bool>("n => { const a = document.activeElement; return a?.type === 'radio' && a.closest('fieldset').querySelector('legend').textContent.trim() === n; }", name))
        {
            await keys.Press("Tab");
        }

        await keys.Press("Space");
    }

    private static async Task Member(Window window, int row, string relation, string name, string number)
    {
        await window.Page.Locator($"[name='Input.Members[{row}].Relation']").FocusAsync();
        await window.Keys.Select("关系", relation);
        await window.Keys.Type("姓名", name);
        await window.Keys.Type("身份证号", number);
    }

    private static string Number(string digits) => digits + Contracts.Households.IdentityNumber.CheckCharacter(digits);

    private static string[] Scans()
    {
        var folder = Directory.CreateTempSubdirectory("scans").FullName;
        byte[] pixel = Convert.FromBase64String("iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==");
        return [.. new[] { "身份证", "户口簿", "票据" }.Select(name =>
        {
            var file = Path.Combine(folder, name + ".png");
            File.WriteAllBytes(file, pixel);
            return file;
        })];
    }
}
