using SocialAssistance.Contracts.Cases;
using SocialAssistance.Slices.Tests.Cases;
using SocialAssistance.Slices.Tests.Cases.Intake;
using SocialAssistance.Slices.Tests.Disbursement;

namespace SocialAssistance.Slices.Tests.Programs;

/// <summary>Each programme once through the real pages, from the choice at the window to what is due; figures read from 于民字〔2023〕30号.</summary>
public sealed class ProgramStreetTests : IAsyncLifetime
{
    private readonly DisbursementApp _app = new();

    public Task InitializeAsync() => _app.InitializeAsync();

    public Task DisposeAsync() => _app.DisposeAsync();

    [Fact]
    [Trait("Rule", "YD30-1.4a")]
    [Trait("Rule", "YD30-1.7a")]
    public async Task An_old_man_without_anybody_is_supported_after_his_self_care_was_assessed()
    {
        var clerk = await _app.LogIn("clerk");
        var window = new Window(clerk);
        await window.Start();
        await window.Applicant(SyntheticPerson.Number("19480315", male: true), "钟试福", form => form.Fill("Input.Program", "extreme-poverty"));
        var members = await window.Open("members");
        var unnamed = await members.Form("intake").Submit("保存并继续(S)");
        Assert.Equal("还没有人申请特困供养。请在申请供养的成员那一行选择认定事由", unnamed.ErrorBeside("Input.Members[0].PovertyGround"));
        await unnamed.Form("intake").Fill("Input.Members[0].PovertyGround", "elderly").Fill("Input.Members[0].Obligor", "none").Submit("保存并继续(S)");
        var economy = await window.Economy("0");
        Assert.Equal(200, economy.Status);
        Assert.Contains("承诺书", economy.Text);
        await window.Materials();
        Assert.Contains("自理能力还没有评估", (await window.Open("check")).Text);
        await window.Accept();
        var id = await CaseOf("钟试福");
        Assert.Contains("30 个工作日", (await clerk.Get($"/cases/{id}/letters/acceptance")).Text);

        await Street.Investigate(_app, clerk, id);
        var early = await (await clerk.Get($"/cases/{id}/opinion")).Form().Fill("Input.Choice", "confirm:meets").Submit();
        Assert.Equal(409, early.Status);

        // Five of six items fail: full loss (民发〔2021〕43号 第二十二条).
        var assessed = await (await clerk.Get($"/cases/{id}/self-care")).Form()
            .Fill("Input.CannotDress", "true").Fill("Input.CannotGetUp", "true").Fill("Input.CannotUseToilet", "true").Fill("Input.CannotWalk", "true").Fill("Input.CannotBathe", "true")
            .Fill("Input.AssessedBy", "县评估小组").Fill("Input.AssessedOn", "2026-11-02").Fill("Input.Obligor", "none").Fill("Input.CareSetting", "scattered").Submit();
        Assert.True(assessed.Status == 200, string.Join("; ", assessed.Errors));
        await Street.Opine(clerk, id, "confirm:meets");
        var notice = await Street.Publicise(_app, clerk, id);
        clerk = await _app.LogIn("clerk");
        var sheet = await clerk.Get($"{notice}/print");
        Assert.Contains("特困人员救助供养拟保障家庭公示", sheet.Text);
        Assert.Contains("民发〔2021〕43号 第十五条", sheet.Text);
        Assert.DoesNotContain("自理", sheet.Text);

        var decided = await Street.Decide(_app, id);
        Assert.True(decided.Status == 200, string.Join("; ", decided.Errors));
        // 一（五）1150 for full loss in a village, 一（七）1380.
        Assert.Equal("extreme-poverty extreme-poverty-basic 1150.00 2026-12; extreme-poverty extreme-poverty-care 1380.00 2026-12", await Street.Due(_app, id));
        var letter = await clerk.Get($"/cases/{id}/letters/decision");
        Assert.Contains("贰仟伍佰叁拾元整", letter.Text);
        Assert.Contains("特困供养审核确认通知书", letter.Text);
        Assert.Contains("于民字〔2023〕30号 一（七）", letter.Text);
        Assert.DoesNotContain("人均月收入", letter.Text);
    }

    [Fact]
    [Trait("Rule", "YD30-1.10a")]
    public async Task A_child_of_dead_and_imprisoned_parents_is_confirmed_without_a_word_on_the_wall()
    {
        var clerk = await _app.LogIn("clerk");
        var window = new Window(clerk);
        await window.Start();
        await window.Applicant(SyntheticPerson.Number("19580315", male: false), "谢试梅", form => form.Fill("Input.Program", "children"));
        await window.Members(("grandchild", "钟试安", SyntheticPerson.Number("20150924", male: true)));
        var half = await (await window.Open("members")).Form("intake").Fill("Input.Members[1].Father", "dead").Submit("保存并继续(S)");
        Assert.Equal("请把钟试安父亲和母亲的情况都填上，缺一方不能认定", half.ErrorBeside("Input.Members[1].Mother"));
        await half.Form("intake").Fill("Input.Members[1].Mother", "imprisoned").Fill("Input.Members[1].EducationStage", "compulsory").Submit("保存并继续(S)");
        var account = await (await window.Open("economy")).Form("intake").Fill("Input.Bank", "农村商业银行").Fill("Input.Account", "6226000000000000002").Submit("保存并继续(S)");
        Assert.Equal(200, account.Status);
        await window.Materials();
        await window.Accept();
        var id = await CaseOf("谢试梅");
        Assert.DoesNotContain("审核公示", (await clerk.Get($"/cases/{id}/letters/acceptance")).Text);

        await Street.Investigate(_app, clerk, id);
        await Street.Opine(clerk, id, "confirm:unattended");
        Assert.Equal(Stages.Confirmation, await Street.Stage(_app, id));
        Assert.Equal(0, await _app.Sql.Count("cases.publicity_lines where case_id = $1", id));

        var decided = await Street.Decide(_app, id);
        Assert.True(decided.Status == 200, string.Join("; ", decided.Errors));
        // 一（十）: 1360 for a de-facto-unattended child, from the month after (民发〔2019〕62号).
        Assert.Equal("children de-facto-unattended-child-basic 1360.00 2026-12", await Street.Due(_app, id));
        Assert.Contains("壹仟叁佰陆拾元整", (await clerk.Get($"/cases/{id}/letters/decision")).Text);
        // What became of the parents is for those who may see illness.
        Assert.Contains("母亲服刑在押六个月以上", (await clerk.Get($"/cases/{id}/members")).Text);
        Assert.DoesNotContain("服刑", (await (await _app.LogIn("fund1")).Get($"/cases/{id}/members")).Text);
    }

    [Fact]
    [Trait("Rule", "YD30-1.12a")]
    public async Task A_family_of_the_allowance_is_told_of_the_subsidies_and_applies_with_its_data_carried_over()
    {
        var clerk = await _app.LogIn("clerk");
        var window = new Window(clerk);
        await window.Start();
        await window.Applicant(SyntheticPerson.Number("19680315", male: false));
        var members = await (await window.Open("members")).Form("intake").Fill("Input.Members[0].DisabilityCategory", "visual").Fill("Input.Members[0].DisabilityGrade", "1").Submit("保存并继续(S)");
        Assert.Equal(200, members.Status);
        await window.Economy("300");
        var check = await window.Open("check");
        Assert.Contains("困难残疾人生活补贴", check.Text);
        Assert.Contains("于民字〔2023〕30号 一（十二）", check.Text);

        var carried = await check.Form("apply-disability").Submit("带入家庭情况，申请残疾人两项补贴");
        Assert.Equal("disability", carried.Form("intake")["Input.Program"]);
        Assert.Equal("李试兰", carried.Form("intake")["Input.Name"]);
        var second = new Window(clerk, Guid.Parse(carried.Url.AbsolutePath.Split('/')[3]));
        await (await second.Open("applicant")).Form("intake").Submit("保存并继续(S)");
        await (await second.Open("members")).Form("intake").Submit("保存并继续(S)");
        Assert.Equal(200, (await (await second.Open("economy")).Form("intake").Submit("保存并继续(S)")).Status);
        await second.Materials();
        await second.Accept();
        var id = await CaseOf("李试兰");
        await Street.Investigate(_app, clerk, id);
        await Street.Opine(clerk, id, "confirm:both");
        var decided = await Street.Decide(_app, id);
        Assert.True(decided.Status == 200, string.Join("; ", decided.Errors));
        // 一（十二）: 100 each, from the month of application (国发〔2015〕52号 三（三）).
        Assert.Equal("disability disability-living-subsidy 100.00 2026-11; disability severe-disability-nursing-subsidy 100.00 2026-11", await Street.Due(_app, id));
    }

    [Fact]
    [Trait("Rule", "HM-24")]
    public async Task Who_draws_the_allowance_is_not_confirmed_as_extremely_poor_until_it_is_stopped()
    {
        var old = Builders.Families.Person("钟试寿", "head", new(1950, 1, 1), male: true);
        var facts = Builders.Families.Three() with
        {
            Payee = new("钟试寿", "农村商业银行", "6226000000000000003"),
            Members = [old with { ExtremePovertyGround = "elderly", SupportObligor = "none", SelfCare = new([], "县评估小组", new(2026, 10, 20)) }],
        };
        var id = await new Builders.CaseBuilder(_app) { Program = "extreme-poverty", Facts = facts }.At(Stages.Confirmation);
        var allowance = await _app.Confirm("钟试寿", 660m, new(2026, 12), idNumber: old.IdNumber!);

        var refused = await Street.Decide(_app, id);
        Assert.Equal(409, refused.Status);
        Assert.Contains("钟试寿正在享受低保金", refused.Text);
        Assert.Contains("只享受一项基本生活保障", refused.Text);

        await _app.Withdraw(allowance);
        Assert.Equal(200, (await Street.Decide(_app, id)).Status);
        // 一（四）860 and 一（七）100.
        Assert.Equal("extreme-poverty extreme-poverty-basic 860.00 2026-12; extreme-poverty extreme-poverty-care 100.00 2026-12", await Street.Due(_app, id));
    }

    private Task<Guid> CaseOf(string name) => _app.Sql.One<Guid>("select id from cases.case_files where applicant_name = $1 order by accepted_on desc, id desc limit 1", name);
}
