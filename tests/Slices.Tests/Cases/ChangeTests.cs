using MediatR;
using Microsoft.Extensions.DependencyInjection;
using Npgsql;
using SocialAssistance.Cases.Reviews;
using SocialAssistance.Contracts.Cases;
using SocialAssistance.Slices.Tests.Builders;
using static SocialAssistance.Slices.Tests.Cases.ChangeSteps;

namespace SocialAssistance.Slices.Tests.Cases;

/// <summary>
/// Changes of a family in benefit, through the pages. The family: three persons, 1,200.00 a month, standard 660.00 (于民字〔2023〕30号
/// 一（二））, so 660.00 − 400.00 = 260.00 each; the least difference is 220.00.
/// </summary>
public sealed class ChangeTests(App app) : IClassFixture<App>
{
    [Fact]
    public async Task A_change_shows_the_benefit_before_and_after_and_waits_for_a_second_person()
    {
        var id = await InBenefit();
        var clerk = await app.LogIn("clerk");

        var shown = await Propose(clerk, id, "income", Wage(1500));

        Assert.Equal(200, shown.Status);
        Assert.Contains("2026年12月起每月由 780.00 元变为 660.00 元", shown.Text);
        Assert.Contains("确认前须听取意见", shown.Text);
        Assert.Equal(3, shown.Table("待遇变化").Count);
        Assert.NotNull(shown.Html.QuerySelector("svg[role=img]"));
        Assert.Null(shown.Html.QuerySelector("#decide-change"));
        Assert.Equal(["260.00 2026-12-01 ", "260.00 2026-12-01 ", "260.00 2026-12-01 "], await Due(id));
    }

    [Fact]
    [Trait("Rule", "HM-35")]
    public async Task A_cut_takes_effect_only_after_the_person_was_heard_and_the_reply_period_is_over()
    {
        var id = await InBenefit();
        var clerk = await app.LogIn("clerk");
        var leader = await app.LogIn("leader");
        var change = (await Propose(clerk, id, "income", Wage(1500))).Url.AbsolutePath;

        var unheard = await Confirm(leader, change);
        Assert.Equal(409, unheard.Status);
        Assert.Contains(unheard.Errors, e => e.Contains("须先听取意见", StringComparison.Ordinal));

        await Hear(clerk, change, waived: false, replyUntil: "2026-11-10");
        Assert.Equal(409, (await Confirm(leader, change)).Status);
        Assert.Equal(["260.00 2026-12-01 ", "260.00 2026-12-01 ", "260.00 2026-12-01 "], await Due(id));

        await Hear(clerk, change, waived: true, replyUntil: "2026-11-10");
        var done = await Confirm(leader, change);

        Assert.Equal(200, done.Status);
        Assert.Contains("每月由 780.00 元变为 660.00 元", done.Text);
        Assert.Equal(["220.00 2026-12-01 ", "220.00 2026-12-01 ", "220.00 2026-12-01 "], await Due(id));
        Assert.Equal("hearing", await app.Sql.One<string>("select ground from cases.benefit_changes where case_id = $1", id));
        Assert.Equal(3, await app.Sql.Count("disbursement.entitlement_endings x join disbursement.entitlements e on e.id = x.entitlement_id where e.case_id = $1 and x.ground = 'hearing' and x.hearing_id is not null", id));
        Assert.Equal(2, await app.Sql.Count("cases.fact_versions where case_id = $1", id));
    }

    [Fact]
    [Trait("Rule", "HM-35")]
    public async Task The_database_confirms_no_loss_without_a_hearing_whoever_asks()
    {
        var id = await InBenefit();
        await Propose(await app.LogIn("clerk"), id, "income", Wage(1500));

        var refused = await Assert.ThrowsAsync<PostgresException>(() => app.Sql.Execute("""
            update cases.benefit_changes set status = 'confirmed', loses = true, ground = 'hearing', hearing_id = gen_random_uuid(), decided_on = '2026-11-02', decided_by = gen_random_uuid(), effective_month = '2026-12-01' where case_id = $1
            """, id));
        Assert.Equal("ck_benefit_changes_heard", refused.ConstraintName);
        await Assert.ThrowsAsync<PostgresException>(() => app.Sql.Execute("update cases.benefit_changes set happened_on = '2026-01-01' where case_id = $1", id));
        await Assert.ThrowsAsync<PostgresException>(() => app.Sql.Execute("delete from cases.benefit_changes where case_id = $1", id));
    }

    [Fact]
    [Trait("Rule", "HM-03")]
    [Trait("Rule", "HM-35")]
    public async Task A_death_needs_no_hearing_and_its_month_is_paid_in_full()
    {
        // The earner dies: 0.00 income for the two left, 660.00 each.
        var id = await InBenefit();
        var change = (await Propose(await app.LogIn("clerk"), id, "death", ("Input.PersonId", "王试国"))).Url.AbsolutePath;

        var done = await Confirm(await app.LogIn("leader"), change);

        Assert.Equal(200, done.Status);
        Assert.Equal(["660.00 2026-12-01 ", "660.00 2026-12-01 "], await Due(id));
        Assert.Equal(0, await app.Sql.Count("cases.hearings where case_id = $1", id));
    }

    [Fact]
    public async Task A_newborn_joins_without_a_number_and_is_paid_from_the_next_month()
    {
        // 660.00 − 1,200.00 ÷ 4 = 360.00 each.
        var id = await InBenefit();
        var change = (await Propose(await app.LogIn("clerk"), id, "birth", ("Input.Name", "王试宝"), ("Input.Relation", "子女"), ("Input.BirthDate", "2026-10-30"), ("Input.Male", "true"))).Url.AbsolutePath;

        await Confirm(await app.LogIn("leader"), change);

        Assert.Equal(["360.00 2026-12-01 ", "360.00 2026-12-01 ", "360.00 2026-12-01 ", "360.00 2026-12-01 "], await Due(id));
        Assert.Equal(4, await app.Sql.One<int>("select member_count from cases.case_files where id = $1", id));
        Assert.Equal(1, await app.Sql.Count("cases.case_persons where case_id = $1 and name = '王试宝'", id));
    }

    [Fact]
    public async Task Whoever_leaves_by_own_wish_is_not_heard_and_the_case_ends()
    {
        var id = await InBenefit();
        var change = (await Propose(await app.LogIn("clerk"), id, "exit")).Url.AbsolutePath;

        var done = await Confirm(await app.LogIn("leader"), change);

        Assert.Equal(200, done.Status);
        Assert.Empty(await Due(id));
        Assert.Equal(Stages.Ended, await app.Sql.One<string>("select stage from cases.case_files where id = $1", id));
        var list = await (await app.LogIn("reviewer")).Get("/changes/exits?month=2026-12");
        Assert.Contains("李试兰", list.Text);
        Assert.NotEmpty(await (await app.LogIn("reviewer")).Download("/changes/exits?month=2026-12&handler=Xlsx"));
    }

    [Fact]
    [Trait("Rule", "HM-35")]
    public async Task A_stop_by_decision_needs_a_hearing()
    {
        var id = await InBenefit();
        var change = (await Propose(await app.LogIn("clerk"), id, "stop", ("Input.Note", "不配合核查"))).Url.AbsolutePath;

        Assert.Equal(409, (await Confirm(await app.LogIn("leader"), change)).Status);
        Assert.Equal(3, (await Due(id)).Length);
    }

    [Fact]
    public async Task A_correction_takes_the_place_of_a_confirmed_change_and_says_why()
    {
        // 660.00 − 1,300.00 ÷ 3 = 226.67 each, rounded half up to the fen.
        var id = await InBenefit();
        var clerk = await app.LogIn("clerk");
        var leader = await app.LogIn("leader");
        var wrong = (await Propose(clerk, id, "income", Wage(1500))).Url.AbsolutePath;
        await Hear(clerk, wrong, waived: true, replyUntil: "2026-11-02");
        await Confirm(leader, wrong);

        var form = (await (await clerk.Get(wrong)).Follow("更正这次登记")).Form("change");
        var corrected = (await form.Fill("Input.Amount", "1300").Fill("Input.SupersedeReason", "工资条看错").Attach("Input.EvidenceFiles", "工资条.jpg", Photo).Submit()).Url.AbsolutePath;
        var done = await Confirm(leader, corrected);

        Assert.Equal(200, done.Status);
        Assert.Equal(["226.67 2026-12-01 ", "226.67 2026-12-01 ", "226.67 2026-12-01 "], await Due(id));
        Assert.Equal(1, await app.Sql.Count("cases.benefit_changes where case_id = $1 and status = 'superseded'", id));
    }

    [Fact]
    public async Task A_form_read_before_the_case_changed_is_refused_and_nobody_confirms_twice()
    {
        var id = await InBenefit();
        var change = (await Propose(await app.LogIn("clerk"), id, "death", ("Input.PersonId", "王试国"))).Url.AbsolutePath;
        var leader = await app.LogIn("leader");
        var stale = await leader.Get(change);
        var current = await leader.Get(change);

        Assert.Equal(200, (await current.Form("decide-change").Fill("Input.Decision", "confirm").Submit("作出决定(Y)")).Status);
        var refused = await stale.Form("decide-change").Fill("Input.Decision", "confirm").Submit("作出决定(Y)");

        Assert.Equal(409, refused.Status);
        Assert.Equal(2, await app.Sql.Count("cases.fact_versions where case_id = $1", id));
    }

    [Fact]
    public async Task A_form_with_gaps_comes_back_with_messages_beside_the_fields_and_a_returned_change_needs_a_reason()
    {
        var id = await InBenefit();
        var clerk = await app.LogIn("clerk");

        var again = await (await clerk.Get($"/cases/{id}/changes/new/income")).Form("change").Fill("Input.HappenedOn", "2026-12-24").Submit();
        Assert.Equal(400, again.Status);
        Assert.Equal("发生日期不能晚于今天，请修改", again.ErrorBeside("Input.HappenedOn"));
        Assert.Equal("请上传依据的照片或扫描件", again.ErrorBeside("Input.EvidenceFiles"));

        var change = (await Propose(clerk, id, "income", Wage(1500))).Url.AbsolutePath;
        var back = await (await (await app.LogIn("leader")).Get(change)).Form("decide-change").Fill("Input.Decision", "return").Submit("作出决定(Y)");
        Assert.Equal("请写明退回的原因，经办人会看到", back.ErrorBeside("Input.Note"));
    }

    [Fact]
    public async Task The_notice_and_the_decision_carry_reasons_calculation_and_remedies()
    {
        var id = await InBenefit();
        var clerk = await app.LogIn("clerk");
        var change = (await Propose(clerk, id, "income", Wage(1500))).Url.AbsolutePath;
        var notice = await clerk.Get($"{change}/letter");
        Assert.Contains("听取你的意见", notice.Text);
        Assert.Contains("由 260.00 元减为 220.00 元", notice.Text);
        await Hear(clerk, change, waived: true, replyUntil: "2026-11-02");
        await Confirm(await app.LogIn("leader"), change);

        var letter = await clerk.Get($"/changes/letters?ids={change[^36..]}");

        Assert.Contains("减发通知书", letter.Text);
        Assert.Contains("每月保障金由 780.00 元变为 660.00 元", letter.Text);
        Assert.Contains("60 日内申请行政复议", letter.Text);
        Assert.Contains("第四十八条", letter.Text);
    }

    [Fact]
    public async Task Letters_name_the_programme_they_are_about_and_its_article()
    {
        // 特困: 860 basic and 100 care in a village (于民字〔2023〕30号 一（四）、（七）).
        var old = Families.Person("钟试福", "head", new(1948, 3, 15), male: true) with { ExtremePovertyGround = "elderly", SupportObligor = "none", SelfCare = new([], "县评估小组", new(2026, 10, 20)) };
        var id = await app.InBenefit(new CaseBuilder(app) { Program = "extreme-poverty", Facts = Families.Three() with { Members = [old], Payee = new("钟试福", "农村商业银行", "6226000000000000009") } }, "reviewer");
        var clerk = await app.LogIn("clerk");
        var change = (await Propose(clerk, id, "stop", ("Input.Note", "法定义务人有了履行义务能力"))).Url.AbsolutePath;
        var notice = await clerk.Get($"{change}/letter");
        await Hear(clerk, change, waived: true, replyUntil: "2026-11-02");
        await Confirm(await app.LogIn("reviewer"), change);

        var letter = await clerk.Get($"/changes/letters?ids={change[^36..]}");
        foreach (var (sheet, title) in new[] { (notice, "特困人员救助供养变更事先告知书"), (letter, "特困人员救助供养停发通知书") })
        {
            Assert.Contains(title, sheet.Text);
            Assert.Contains("每月供养金", sheet.Text);
            Assert.Contains("民发〔2021〕43号 第二十三条、第二十四条、第二十六条", sheet.Text);
            Assert.DoesNotContain("最低生活保障", sheet.Text);
            Assert.DoesNotContain("57号", sheet.Text);
        }

        Assert.Contains("特困供养", (await clerk.Get("/changes?tab=done")).Text);
        Assert.Contains("特困供养", (await clerk.Get("/changes/exits?month=2026-12")).Text);
    }

    [Fact]
    public async Task A_review_without_obvious_change_keeps_the_amount_and_moves_the_next_day()
    {
        var id = await InBenefit();
        Assert.Equal("2027-05-02", await app.Sql.One<string>("select due_on::text from cases.review_dues where case_id = $1 and kind = 'review'", id));
        await app.Sql.Execute("update cases.review_dues set due_on = '2026-11-20' where case_id = $1 and kind = 'review'", id);
        var clerk = await app.LogIn("clerk");
        var list = await clerk.Get("/changes");
        Assert.Contains("定期核查", list.Text);
        // What the navigation counts is what the list opens with.
        Assert.Equal(
            $"{await app.Sql.Count("cases.review_dues where kind = 'review' and due_on <= '2027-01-02' and division_code like '360731100%'")} 件",
            list.Html.QuerySelector("a[href='/changes'] .app-nav__count")?.TextContent.Trim());

        var due = await app.Sql.One<Guid>("select id from cases.review_dues where case_id = $1 and kind = 'review'", id);
        var done = await list.Form("dynamic").Fill("Ids", $"{due}").Submit("无明显变化，待遇不变(B)");

        Assert.Contains("待遇不变", done.Text);
        Assert.Equal(1, await app.Sql.Count("cases.reviews where case_id = $1 and result = 'no-change'", id));
        Assert.Equal(3, (await Due(id)).Length);
    }

    [Fact]
    public async Task A_file_whose_last_month_is_over_ends_by_the_clock()
    {
        var id = await InBenefit();
        var change = (await Propose(await app.LogIn("clerk"), id, "death", ("Input.PersonId", "王试国"))).Url.AbsolutePath;
        await Confirm(await app.LogIn("leader"), change);
        await app.Sql.Execute("alter table cases.benefit_changes disable trigger user; update cases.benefit_changes set ends_month = '2026-11-01' where case_id = '" + id + "'; alter table cases.benefit_changes enable trigger user");

        await app.Run(services => services.GetRequiredService<IMediator>().Send(new RefreshReviews()));

        Assert.Equal(Stages.Ended, await app.Sql.One<string>("select stage from cases.case_files where id = $1", id));
    }

    [Fact]
    public async Task The_benefit_page_draws_the_months_and_says_them_in_a_table()
    {
        var id = await InBenefit();
        var page = await (await app.LogIn("clerk")).Get($"/cases/{id}/benefit");

        Assert.NotNull(page.Html.QuerySelector("svg[role=img] rect"));
        Assert.Contains("2026年12月 至", page.Table("每月待遇")[0][0]);
        Assert.Equal("780.00", page.Table("每月待遇")[0][3]);
        Assert.Empty(page.Html.QuerySelectorAll("[style]"));
    }

    private Task<Guid> InBenefit() => app.InBenefit(new CaseBuilder(app));

    private async Task<string[]> Due(Guid id) => [.. (await app.Sql.Rows("""
        select concat(amount, ' ', from_month, ' ', (select min(last_month) from disbursement.entitlement_endings x where x.entitlement_id = e.id)) from disbursement.entitlements e
        where case_id = $1 and not exists (select from disbursement.entitlement_endings x where x.entitlement_id = e.id and x.last_month < e.from_month) order by from_month, amount
        """, id)).Select(r => (string)r[0]!)];
}
