using SocialAssistance.Contracts.Accounts;
using SocialAssistance.Contracts.Cases;
using SocialAssistance.Slices.Tests.Builders;

namespace SocialAssistance.Slices.Tests.Cases.Steps;

public sealed class VisitTests(App app) : IClassFixture<App>
{
    internal static readonly byte[] Png = [0x89, (byte)'P', (byte)'N', (byte)'G', 0x0D, 0x0A, 0x1A, 0x0A, 1, 2, 3];

    [Fact]
    [Trait("Rule", "YD18-20a")]
    public async Task Two_investigators_record_a_visit_with_signatures()
    {
        var (clerk, id) = await Case();

        var done = await Filled(await clerk.Get($"/cases/{id}/visit")).Submit("提交调查(S)");

        Assert.True(done.Status == 200, string.Join("; ", done.Errors));
        Assert.Contains("入户调查已提交，测算不变", done.Html.Body!.TextContent);
        Assert.Contains("王经办、张经办", done.Text);
        Assert.Equal(1, await app.Sql.Count("cases.home_visits where case_id = $1", id));
        Assert.Equal(0, await app.Sql.Count("cases.visit_drafts where case_id = $1", id));
        Assert.Equal(3, await app.Sql.Count("cases.stored_files where case_id = $1 and subject = 'visit-signature'", id));
        Assert.True(await app.Sql.One<bool>("select visit_done from cases.case_files where id = $1", id));
    }

    [Fact]
    public async Task Nothing_about_the_outcome_is_written_or_chosen_beforehand()
    {
        var (clerk, id) = await Case();

        var page = await clerk.Get($"/cases/{id}/visit");

        Assert.Empty(page.Html.QuerySelectorAll("main input[type=radio]:checked, main input[type=checkbox]:checked"));
        Assert.All(page.Html.QuerySelectorAll("main textarea"), t => Assert.Equal("", t.TextContent.Trim()));
        Assert.All(page.Html.QuerySelectorAll("main input[type=text]"), t => Assert.Equal("", t.GetAttribute("value") ?? ""));
    }

    [Fact]
    public async Task The_two_investigators_are_different_people()
    {
        var (clerk, id) = await Case();
        var page = await clerk.Get($"/cases/{id}/visit");
        Assert.DoesNotContain(page.Html.QuerySelectorAll("#Input_Second option"), o => o.GetAttribute("value") == DemoAccounts.Of("clerk").Id.ToString());

        var cadre = await Filled(page).Fill("Input.Second", "cadre").Fill("Input.CadreName", "").Submit("提交调查(S)");
        Assert.Equal("请填写村（社区）干部姓名", cadre.ErrorBeside("Input.CadreName"));
        var self = await cadre.Form("visit").Fill("Input.CadreName", "赖试春").Fill("Input.CadrePost", "村委会主任").Submit("提交调查(S)");
        Assert.True(self.Status == 200, string.Join("; ", self.Errors));
        Assert.Contains("赖试春（村委会主任）", self.Text);
    }

    [Fact]
    public async Task The_day_is_neither_before_acceptance_nor_in_the_future()
    {
        var (clerk, id) = await Case();

        var early = await Filled(await clerk.Get($"/cases/{id}/visit")).Fill("Input.VisitedOn", "2026-10-30").Submit("提交调查(S)");
        Assert.Equal("入户调查日期不能早于受理日期 2026-11-02，请修改", early.ErrorBeside("Input.VisitedOn"));
        var late = await early.Form("visit").Fill("Input.VisitedOn", "2026-12-30").Submit("提交调查(S)");
        Assert.Equal("入户日期不能晚于今天，请修改", late.ErrorBeside("Input.VisitedOn"));
        // Files that were sent once need not be sent again.
        var mended = await late.Form("visit").Fill("Input.VisitedOn", "2026.11.02").Submit("提交调查(S)");
        Assert.True(mended.Status == 200, string.Join("; ", mended.Errors));
    }

    [Fact]
    public async Task Corrections_make_a_new_version_of_the_facts_with_their_reason()
    {
        var (clerk, id) = await Case(Families.WithUnknownWage());
        var page = await (await clerk.Get($"/cases/{id}/visit")).Form("visit").Submit("+ 添加更正");
        var spouse = page.Html.QuerySelectorAll("select[name='Input.Corrections[0].PersonId'] option").Single(o => o.TextContent.Contains("王试国", StringComparison.Ordinal)).GetAttribute("value")!;
        var form = Filled(page).Fill("Input.Corrections[0].Target", "income:wage").Fill("Input.Corrections[0].PersonId", spouse).Fill("Input.Corrections[0].Value", "900").Fill("Input.Corrections[0].Period", "month");

        var unreasoned = await form.Submit("提交调查(S)");
        Assert.Equal("更正了收入或财产的，请填写更正理由", unreasoned.ErrorBeside("Input.CorrectionReason"));
        var done = await unreasoned.Form("visit").Fill("Input.CorrectionReason", "本人和雇主都说明月工资 900 元").Submit("提交调查(S)");

        Assert.True(done.Status == 200, string.Join("; ", done.Errors));
        var version = (await app.Sql.Rows("select cause, reason, (facts->'members'->1->'income'->0->>'amount')::numeric from cases.fact_versions where case_id = $1 order by number desc limit 1", id))[0];
        Assert.Equal(["visit", "本人和雇主都说明月工资 900 元", 900m], version);
        Assert.Contains("未了解", done.Text);
    }

    [Fact]
    public async Task Empty_answers_are_named_one_by_one()
    {
        var (clerk, id) = await Case();

        var page = await (await clerk.Get($"/cases/{id}/visit")).Form("visit").Submit("提交调查(S)");

        Assert.Equal(400, page.Status);
        Assert.Contains("请选择调查情况与申报是否相符", page.Errors);
        Assert.Contains("请上传第一调查人的签字照片", page.Errors);
        Assert.Contains("请上传第二调查人的签字照片", page.Errors);
        Assert.Contains("请填写入户日期", page.Errors);
    }

    [Fact]
    public async Task The_paper_form_prints_the_family_and_no_finding()
    {
        var (clerk, id) = await Case();

        var paper = await clerk.Get($"/cases/{id}/visit/paper");

        Assert.Equal(200, paper.Status);
        Assert.Contains("王试燕", paper.Text);
        Assert.DoesNotContain("确属困难", paper.Text);
    }

    /// <summary>A visit as it usually is.</summary>
    internal static FormOnPage Filled(Page page) => page.Form("visit")
        .Fill("Input.VisitedOn", "2026-11-02").Fill("Input.Second", DemoAccounts.Of("clerk2").Id.ToString()).Fill("Input.PersonsMet", "李试兰、王试国").Fill("Input.Housing", "own")
        .Fill("Input.HousingNote", "砖混两层，约 90 平方米，无装修").Fill("Input.Living", "生活用品简单").Fill("Input.IncomeFound", "王试国在附近工地打零工").Fill("Input.Comparison", "same")
        .Attach("Files.FirstSignatureFile", "一.png", Png, "image/png").Attach("Files.SecondSignatureFile", "二.png", Png, "image/png").Attach("Files.FamilySignatureFile", "三.png", Png, "image/png");

    private async Task<(Visitor Clerk, Guid Id)> Case(CaseFacts? facts = null) =>
        (await app.LogIn("clerk"), await new CaseBuilder(app) { Facts = facts ?? Families.Three() }.At(Stages.Investigating));
}
