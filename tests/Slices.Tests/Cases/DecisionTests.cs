using SocialAssistance.Contracts.Cases;
using SocialAssistance.Slices.Tests.Builders;

namespace SocialAssistance.Slices.Tests.Cases;

public sealed class DecisionTests(App app) : IClassFixture<App>
{
    [Fact]
    public async Task A_form_read_before_somebody_else_decided_is_refused_and_shows_the_newest_content()
    {
        var id = await new CaseBuilder(app).At(Stages.Confirmation);
        var leader = await app.LogIn("leader");
        var stale = await leader.Get($"/cases/{id}/decision");
        await app.Sql.Execute("update cases.case_files set version = version + 1 where id = $1", id);

        var refused = await stale.Form("decide").Fill("Input.Decision", "confirm").Submit("作出决定(Y)");

        Assert.Equal(409, refused.Status);
        Assert.Contains(refused.Errors, e => e.Contains("刚刚被其他人改过", StringComparison.Ordinal));
        Assert.Equal(Stages.Confirmation, await Stage(id));
    }

    [Fact]
    public async Task Whoever_was_overtaken_sees_both_versions_and_may_decide_on_the_newest()
    {
        var id = await new CaseBuilder(app).At(Stages.Confirmation);
        var leader = await app.LogIn("leader");
        var stale = await leader.Get($"/cases/{id}/decision");
        await app.Sql.Execute("""
            insert into cases.fact_versions (case_id, number, cause, reason, facts, made_by, made_by_name, made_at)
            select case_id, number + 1, 'correction', '核实住址', jsonb_set(facts, '{address}', '"河边新屋"'), made_by, made_by_name, made_at
            from cases.fact_versions where case_id = $1 order by number desc limit 1
            """, id);
        await app.Sql.Execute("update cases.case_files set version = version + 1, fact_version = fact_version + 1 where id = $1", id);

        var refused = await stale.Form("decide").Fill("Input.Decision", "confirm").Fill("Input.Note", "已核对").Submit("作出决定(Y)");

        Assert.Equal(409, refused.Status);
        Assert.Contains("打开时", refused.Text, StringComparison.Ordinal);
        Assert.Contains("河边新屋", refused.Text, StringComparison.Ordinal);
        Assert.Equal("已核对", refused.Form("decide")["Input.Note"]);

        var decided = await refused.Form("decide").Submit("作出决定(Y)");
        Assert.Equal(200, decided.Status);
        Assert.Equal(Stages.InBenefit, await Stage(id));
    }

    [Fact]
    public async Task A_decision_posted_twice_is_made_once()
    {
        var id = await new CaseBuilder(app).At(Stages.Confirmation);
        var leader = await app.LogIn("leader");
        var form = (await leader.Get($"/cases/{id}/decision")).Form("decide").Fill("Input.Decision", "confirm");

        var first = await form.Submit("作出决定(Y)");
        var second = await form.Submit("作出决定(Y)");

        Assert.Equal(200, first.Status);
        Assert.Equal(first.Url, second.Url);
        Assert.Equal(1, await app.Sql.Count("disbursement.payees where case_id = $1", id));
        Assert.Equal(1, await app.Sql.Count("cases.timeline_entries where case_id = $1 and kind = 'confirmed'", id));
    }

    [Fact]
    public async Task An_eligible_family_is_not_declined_for_its_income()
    {
        var id = await new CaseBuilder(app).At(Stages.Confirmation);
        var leader = await app.LogIn("leader");

        var refused = await (await leader.Get($"/cases/{id}/decision")).Form("decide").Fill("Input.Decision", "decline").Fill("Input.DeclineReason", "income").Submit("作出决定(Y)");

        Assert.Equal(409, refused.Status);
        Assert.Contains(refused.Errors, e => e.StartsWith("按现行标准测算，这户符合收入条件", StringComparison.Ordinal));
        Assert.Equal(Stages.Confirmation, await Stage(id));
    }

    [Fact]
    public async Task The_refusal_letter_carries_the_reason_and_the_remedies()
    {
        var rich = Families.Change(Families.Three(), 1, m => m with { Income = [new("wage", 9000m, "month")] });
        var id = await new CaseBuilder(app) { Facts = rich }.At(Stages.Confirmation);
        var leader = await app.LogIn("leader");
        await (await leader.Get($"/cases/{id}/decision")).Form("decide").Fill("Input.Decision", "decline").Fill("Input.DeclineReason", "income").Submit("作出决定(Y)");

        var letter = await leader.Get($"/cases/{id}/letters/decision");

        Assert.Equal(Stages.Declined, await Stage(id));
        Assert.Contains("不予确认", letter.Text);
        Assert.Contains("3,000.00", letter.Text);
        Assert.Contains("60 日内申请行政复议", letter.Text);
        Assert.Contains("6 个月内向人民法院提起行政诉讼", letter.Text);
    }

    [Fact]
    public async Task A_confirmation_is_taken_back_before_the_money_is_sealed()
    {
        var id = await new CaseBuilder(app).At(Stages.Confirmation);
        var leader = await app.LogIn("leader");
        await (await leader.Get($"/cases/{id}/decision")).Form("decide").Fill("Input.Decision", "confirm").Submit("作出决定(Y)");

        var back = await (await leader.Get($"/cases/{id}/decision/withdraw")).Form("withdraw").Fill("Input.Reason", "公示信息有误").Submit();

        Assert.Equal(200, back.Status);
        Assert.Equal(Stages.Confirmation, await Stage(id));
        Assert.Equal(1, await app.Sql.Count("cases.timeline_entries where case_id = $1 and kind = 'decision-withdrawn'", id));
    }

    [Fact]
    public async Task A_batch_leaves_flagged_cases_out_and_asks_for_the_password_again()
    {
        var plain = await new CaseBuilder(app).At(Stages.Confirmation);
        var flagged = await new CaseBuilder(app) { RelativeOfOfficial = true }.At(Stages.Confirmation);
        var leader = await app.LogIn("leader");
        var page = await leader.Get($"/cases/decisions/batch?Ids={plain}&Ids={flagged}");
        Assert.Contains("其中 1 户需要逐户审核，已移出本次批量确认", page.Text);

        var wrong = await page.Form("batch").Fill("Password", "not-it").Submit();
        Assert.Contains("密码不对，请重新输入", wrong.Errors);
        Assert.Equal(Stages.Confirmation, await Stage(plain));

        var done = await wrong.Form("batch").Fill("Password", App.Password).Submit();
        Assert.Contains("已确认 1 户，未确认 0 户", done.Text);
        Assert.Equal(Stages.InBenefit, await Stage(plain));
        Assert.Equal(Stages.Confirmation, await Stage(flagged));
    }

    private Task<string?> Stage(Guid id) => app.Sql.One<string>("select stage from cases.case_files where id = $1", id);
}
