using SocialAssistance.Cases.Publicity;
using SocialAssistance.Contracts.Accounts;
using SocialAssistance.Contracts.Cases;
using SocialAssistance.Slices.Tests.Builders;

namespace SocialAssistance.Slices.Tests.Cases.Steps;

public sealed class PublicityTests(App app) : IClassFixture<App>
{
    private const string Phone = "0797-6230000";

    [Fact]
    [Trait("Rule", "YD18-18c")]
    [Trait("Rule", "FL-III.3b")]
    public async Task A_sheet_holds_the_allowed_fields_and_nothing_else()
    {
        var facts = Families.Change(Families.Three(), 0, m => m with { DisabilityCategory = "physical", DisabilityGrade = 2, SeriousIllness = true });
        var id = await new CaseBuilder(app) { Division = Village(1), Facts = facts }.At(Stages.Publicity);
        var clerk = await app.LogIn("clerk");
        var notice = await Publish(clerk, Village(1), id);

        string[] forbidden = [.. facts.Members.Select(m => m.IdNumber!), .. facts.Members.Select(m => m.IdNumber![^6..]), "13900000001", facts.Payee!.Account, facts.Payee.Bank, "残疾", "肢体", "重病", "王试国", "王试燕", "第三组"];
        var paper = await clerk.Get($"{notice}/print");
        var published = await app.Anyone().Get(PublicPage(notice));
        foreach (var page in new[] { paper, await clerk.Get($"{notice}/print?paper=a3"), published })
        {
            Assert.Equal(200, page.Status);
            Assert.All(forbidden, word => Assert.DoesNotContain(word, page.Html.DocumentElement.OuterHtml, StringComparison.Ordinal));
            Assert.DoesNotContain(id.ToString(), page.Html.DocumentElement.OuterHtml, StringComparison.Ordinal);
        }

        var amount = await app.Sql.One<decimal>("select monthly_amount from cases.case_files where id = $1", id);
        Assert.Equal(["1", "李试兰", "3", "3", amount.ToString("#,##0.00", null)], paper.Table()[0]);
        // The village reads the name on the wall; the whole internet does not.
        Assert.Equal("李*兰", published.Table()[0][1]);
        Assert.Contains(Phone, published.Text);
        Assert.Equal(["Position", "Name", "HouseholdSize", "PersonsCovered", "MonthlyAmount"], typeof(NoticeRow).GetProperties().Where(p => p.Name != "EqualityContract").Select(p => p.Name));
    }

    [Fact]
    public async Task A_sheet_refuses_a_personal_telephone()
    {
        var id = await new CaseBuilder(app) { Division = Village(2) }.At(Stages.Publicity);
        var clerk = await app.LogIn("clerk");

        var refused = await (await clerk.Get($"/publicity/new/{Village(2)}")).Form().Fill("Input.Phone", "13900000001").Submit();

        Assert.Equal(400, refused.Status);
        Assert.Contains("公示内容不能包含", refused.ErrorBeside("Input.Phone"));
        Assert.Equal(0, await app.Sql.Count("cases.publicity_lines where case_id = $1", id));
    }

    [Fact]
    public async Task Plain_days_run_from_the_posting_day_and_end_on_a_working_day()
    {
        var id = await new CaseBuilder(app) { Division = Village(3) }.At(Stages.Publicity);
        var clerk = await app.LogIn("clerk");
        var today = await Today();
        await Publish(clerk, Village(3), id);

        var due = await app.Sql.One<DateOnly>("select to_day from cases.publicity_notices n join cases.publicity_lines l on l.notice_id = n.id where l.case_id = $1", id);

        Assert.True(due >= today.AddDays(7));
        Assert.True(due.DayOfWeek is not (DayOfWeek.Saturday or DayOfWeek.Sunday) || due == today.AddDays(7));
        Assert.Null(await app.Sql.One<DateOnly?>("select paused_since from cases.case_files where id = $1", id));
    }

    [Fact]
    public async Task The_objector_is_protected_and_the_case_is_investigated_judged_and_published_anew()
    {
        var id = await new CaseBuilder(app) { Division = Village(4) }.At(Stages.Publicity);
        var clerk = await app.LogIn("clerk");
        var notice = await Publish(clerk, Village(4), id);
        var form = (await (await clerk.Get(notice)).Follow("登记异议：李试兰")).Form()
            .Fill("Input.Channel", "phone").Fill("Input.Content", "反映其家中有小汽车").Fill("Input.ObjectorName", "钟试反").Fill("Input.ObjectorPhone", "13700000009");
        Assert.Equal(200, (await form.Submit()).Status);
        Assert.Equal(Stages.Disputed, await Stage(id));

        Assert.DoesNotContain("钟试反", (await clerk.Get($"/cases/{id}/dispute")).Text);
        var leader = await app.LogIn("leader");
        Assert.Contains("钟试反", (await leader.Get($"/cases/{id}/dispute")).Text);
        Assert.Equal(0, await app.Sql.Count("platform.audit_entries where after::text like '%钟试反%' or before::text like '%钟试反%'"));
        Assert.Equal(0, await app.Sql.Count("cases.timeline_entries where case_id = $1 and text like '%钟试反%'", id));

        var back = await (await clerk.Get($"/cases/{id}/dispute")).Form().Fill("Input.Choice", "verify").Submit();
        Assert.True(back.Status == 200, string.Join("; ", back.Errors));
        Assert.Equal(Stages.Investigating, await Stage(id));
        await VerificationTests.Commission(clerk, id);
        await VerificationTests.Answer(clerk, id, everything: "same");
        await VerificationTests.Complete(clerk, id);
        Assert.Equal(Stages.Opinion, await Stage(id));
        var opinion = await clerk.Get($"/cases/{id}/opinion");
        Assert.Contains("公示期间收到过异议 1 件", opinion.Text);
        await opinion.Form().Fill("Input.Choice", "confirm:meets").Submit();
        await Publish(clerk, Village(4), id);
        Assert.Equal(2, await app.Sql.Count("cases.publicity_lines where case_id = $1", id));
    }

    [Fact]
    [Trait("Rule", "XX-5.1d")]
    [Trait("Rule", "NX-19b")]
    [Trait("Rule", "FL-6.17h")]
    public async Task An_appraisal_is_held_only_on_a_dispute()
    {
        var id = await new CaseBuilder(app) { Division = Village(5) }.At(Stages.Publicity);
        var clerk = await app.LogIn("clerk");
        var undisputed = await clerk.Get($"/cases/{id}/appraisal");
        Assert.Contains("没有争议的申请家庭不再进行民主评议", undisputed.Text);
        Assert.Null(undisputed.Html.QuerySelector("main form"));

        var notice = await Publish(clerk, Village(5), id);
        await (await (await clerk.Get(notice)).Follow("登记异议：李试兰")).Form().Fill("Input.Channel", "visit").Fill("Input.Content", "反映其有商铺").Submit();
        var choice = await (await clerk.Get($"/cases/{id}/dispute")).Form().Fill("Input.Choice", "appraise").Submit();
        var form = choice.Form().Fill("Input.Trigger", "objection").Fill("Input.HeldOn", (await Today()).ToString("yyyy-MM-dd", null)).Fill("Input.Attendees", "代试甲\n代试乙\n代试丙");
        var tooMany = await form.Fill("Input.VotesFor", "3").Fill("Input.VotesAgainst", "1").Attach("Input.MinutesFiles", "记录.png", VisitTests.Png, "image/png").Submit();
        Assert.Equal("票数合计超过参加人数 3 人，请核对", tooMany.ErrorBeside("Input.VotesAgainst"));
        var done = await tooMany.Form().Fill("Input.VotesFor", "2").Attach("Input.MinutesFiles", "记录.png", VisitTests.Png, "image/png").Submit();

        Assert.True(done.Status == 200, string.Join("; ", done.Errors));
        Assert.Equal(Stages.Opinion, await Stage(id));
        Assert.Equal("民主评议", await app.Sql.One<string>("select handling from cases.objections where case_id = $1", id));
    }

    [Fact]
    public async Task The_county_sees_every_open_sheet_and_can_take_one_down()
    {
        var id = await new CaseBuilder(app) { Division = Village(6) }.At(Stages.Publicity);
        var clerk = await app.LogIn("clerk");
        var notice = await Publish(clerk, Village(6), id);
        var reviewer = await app.LogIn("reviewer");
        Assert.Contains("缺照片", (await reviewer.Get("/publicity/supervision")).Text);
        Assert.NotEqual(200, (await clerk.Get("/publicity/supervision")).Status);

        var unreasoned = await (await reviewer.Get($"{notice}/take-down")).Form().Submit();
        Assert.Equal("请填写下架原因", unreasoned.ErrorBeside("Input.Reason"));
        var down = await unreasoned.Form().Fill("Input.Reason", "张贴地点不对").Submit();

        Assert.Contains("1 户回到待公示", down.Html.Body!.TextContent);
        Assert.Equal(410, (await app.Anyone().Get(PublicPage(notice))).Status);
        Assert.Contains(Village(6), (await clerk.Get("/publicity")).Html.Body!.InnerHtml);
    }

    internal static async Task<string> Publish(Visitor clerk, string village, Guid id)
    {
        var page = await clerk.Get($"/publicity/new/{village}");
        Assert.Contains(page.Html.QuerySelectorAll("input[name='Input.CaseIds']:checked"), b => b.GetAttribute("value") == id.ToString());
        var made = await page.Form().Fill("Input.Phone", Phone).Submit();
        Assert.True(made.Status == 200, string.Join("; ", made.Errors));
        return made.Url.AbsolutePath;
    }

    internal static string PublicPage(string notice) => notice.Replace("/publicity/", "/public/notice/", StringComparison.Ordinal);

    internal static string Village(int number) => $"{DemoAccounts.Gongjiang[..9]}{200 + number}";

    private Task<string?> Stage(Guid id) => app.Sql.One<string>("select stage from cases.case_files where id = $1", id);

    private Task<DateOnly> Today() => Task.FromResult(SocialAssistance.Platform.Time.ChinaTime.Today(app.Clock));
}
