using MediatR;
using Microsoft.Extensions.DependencyInjection;
using SocialAssistance.Cases.CaseFiles;
using SocialAssistance.Cases.Changes;
using SocialAssistance.Cases.Reviews;
using SocialAssistance.Contracts.Cases;
using SocialAssistance.Contracts.Programs;
using SocialAssistance.Contracts.Standards;
using SocialAssistance.Rules.Values;
using SocialAssistance.Slices.Tests.Builders;
using SocialAssistance.Slices.Tests.Standards;

namespace SocialAssistance.Slices.Tests.Cases;

/// <summary>
/// Between two reviews an amount is not adjusted (民发〔2021〕57号 第三十一条); afterwards nothing falls by itself either. The family:
/// three persons, 1,200.00 a month, standard 660.00, so 260.00 each; half-yearly, because somebody earns.
/// </summary>
public sealed class ReviewLockTests : IAsyncLifetime
{
    private readonly App _app = new();

    public Task InitializeAsync() => _app.InitializeAsync();

    public Task DisposeAsync() => _app.DisposeAsync();

    [Fact]
    [Trait("Rule", "HM-07")]
    [Trait("Rule", "HM-16")]
    public async Task A_standard_that_falls_is_held_until_the_review_and_waits_for_a_decision_after_it()
    {
        // Confirmed on 1 December 2025, first month January 2026, next review on 1 June 2026; from March the standard is 600.00.
        await Publication.PublishAsync(_app, Publication.Line("minimum-living-allowance.standard", "rural", "\"600\"", new(2026, 3, 1)));

        var months = await Months([]);

        Assert.Equal(
            ["2026-01 Ordinary 780.00", "2026-02 Ordinary 780.00", "2026-03 Held 780.00", "2026-04 Held 780.00", "2026-05 Held 780.00", "2026-06 Held 780.00", "2026-07 Held 780.00 awaits", "2026-08 Held 780.00 awaits"],
            months.Take(8));
    }

    [Fact]
    [Trait("Rule", "HM-07")]
    public async Task A_review_without_obvious_change_locks_again_until_the_next_one()
    {
        await Publication.PublishAsync(_app, Publication.Line("minimum-living-allowance.standard", "rural", "\"600\"", new(2026, 9, 1)));

        // Reviewed on 20 May: counts from June, next due on 20 November.
        var months = await Months([new(2026, 5, 20)]);

        Assert.Equal("2026-08 Ordinary 780.00", months[7]);
        Assert.All(months.Skip(8).Take(3), m => Assert.Contains("Held 780.00", m));
        Assert.Equal("2026-12 Held 780.00 awaits", months[11]);
    }

    [Fact]
    [Trait("Rule", "HM-08")]
    public async Task A_disregard_that_ended_stays_until_the_review_and_one_that_was_counted_is_not_revived()
    {
        // 60.00 of basic pension more a month are disregarded until March: 400.00 a head before, 420.00 after, so 240.00.
        await Publication.PublishAsync(_app, Publication.Line("income.excluded.basic-pension-central", "all", "true", new(2026, 1, 1), new(2026, 3, 31)));
        var facts = Families.Change(Families.Three(), 0, m => m with { Income = [new("basic-pension-central", 60m, "month")] });

        var kept = await Months([], facts);
        var counted = await Months([], facts, new(2026, 5, 1));

        Assert.Equal(["2026-03 Ordinary 780.00", "2026-04 Ordinary 780.00", "2026-06 Ordinary 780.00", "2026-07 Ordinary 780.00 awaits"], [kept[2], kept[3], kept[5], kept[6]]);
        Assert.All(counted.Take(6), m => Assert.EndsWith("Ordinary 720.00", m));
    }

    [Fact]
    public async Task No_obvious_change_is_one_action_that_says_when_a_lower_figure_waits()
    {
        var id = await _app.InBenefit(new CaseBuilder(_app));
        await Publication.PublishAsync(_app, Publication.Line("minimum-living-allowance.standard", "rural", "\"600\"", new(2027, 2, 1)));
        _app.Clock.SetUtcNow(new(2027, 5, 10, 1, 0, 0, TimeSpan.Zero));
        await _app.Run(services => services.GetRequiredService<IMediator>().Send(new RefreshReviews()));
        var clerk = await _app.LogIn("clerk");
        Assert.Contains("定期核查 2027-05-02 已到期", (await clerk.Get($"/cases/{id}/benefit")).Text);

        var due = await _app.Sql.One<Guid>("select id from cases.review_dues where case_id = $1 and kind = 'review'", id);
        var done = await (await clerk.Get("/changes?tab=review")).Form("dynamic").Fill("Ids", $"{due}").Submit("无明显变化，待遇不变(B)");

        Assert.Contains("其中 1 户按现行规定测算低于现在发放，待遇先不变", done.Text);
        Assert.Equal("2027-11-10", await _app.Sql.One<string>("select due_on::text from cases.review_dues where case_id = $1 and kind = 'review'", id));
        Assert.Contains("下次定期核查：2027-11-10", (await clerk.Get($"/cases/{id}/benefit")).Text);
        Assert.Equal(780m, await _app.Sql.One<decimal>("select sum(amount) from disbursement.entitlements e where case_id = $1 and not exists (select from disbursement.entitlement_endings x where x.entitlement_id = e.id)", id));
        Assert.Equal(1, await _app.Sql.Count("cases.timeline_entries where case_id = $1 and kind = 'review-waits'", id));
    }

    [Fact]
    [Trait("Rule", "DL-04")]
    public async Task In_an_emergency_reviews_of_the_area_stand_still_and_their_days_are_added_once()
    {
        var id = await _app.InBenefit(new CaseBuilder(_app));
        var elsewhere = await _app.InBenefit(new CaseBuilder(_app) { Division = "360731108201", AcceptedBy = "clerk3" }, "leader2");
        Assert.Equal("2027-05-02", await Due(id));
        var reviewer = await _app.LogIn("reviewer");
        var form = (await reviewer.Get("/changes/suspensions")).Form("suspend");
        var again = await form.Fill("Input.Division", "360731100000").Submit("登记暂停(S)");
        Assert.Equal("请填写依据的文件和条款", again.ErrorBeside("Input.Basis"));

        // Ten days of the township and, overlapping, the first eight days of the county: 1 to 12 December, twelve days.
        await Suspend(reviewer, "360731100000", "2026-12-03", "2026-12-12");
        await Suspend(reviewer, "360731000000", "2026-12-01", "2026-12-08");

        Assert.Equal("2027-05-14", await Due(id));
        Assert.Equal("2027-05-10", await Due(elsewhere));
        var lead = await _app.Run(async services => (await services.GetRequiredService<ICaseHistories>().FindAsync(id))!.History.Facts[^1].ReviewDue);
        Assert.Equal(new DateOnly(2027, 5, 14), lead);

        _app.Clock.SetUtcNow(new(2026, 12, 5, 1, 0, 0, TimeSpan.Zero));
        Assert.Contains("暂停核查", (await (await _app.LogIn("clerk")).Get("/changes?tab=review")).Text);
        Assert.Equal(0, (await (await _app.LogIn("clerk")).Get("/changes/suspensions")).Html.QuerySelectorAll("#suspend").Length);
        var admin = await _app.LogIn("admin1");
        var row = await _app.Sql.One<Guid>("select id from cases.review_suspensions where division_code = '360731100000'");
        var resumed = await (await admin.Get("/changes/suspensions")).Form("resume").Fill("Input.Id", $"{row}").Fill("Input.LastDay", "2026-12-09").Submit("登记恢复");
        Assert.True(resumed.Status == 200, resumed.Text);
        Assert.Equal("2027-05-11", await Due(id));
        await Assert.ThrowsAsync<Npgsql.PostgresException>(() => _app.Sql.Execute("delete from cases.review_suspensions"));
        await Assert.ThrowsAsync<Npgsql.PostgresException>(() => _app.Sql.Execute("update cases.review_suspensions set from_day = '2026-01-01'"));
    }

    [Fact]
    [Trait("Rule", "DL-04")]
    public async Task The_list_and_the_lock_follow_one_rule_for_every_kind_of_family()
    {
        var base_ = Families.Three;
        CaseFacts[] families =
        [
            base_(),
            Families.Change(base_(), 1, m => m with { Income = [], Employed = false }),
            base_() with { Members = [Families.Person("钟试福", "head", new(1948, 3, 15), male: true)] },
            base_() with { Members = [Families.Person("钟试福", "head", new(1948, 3, 15), male: true), Families.Person("钟试强", "child", new(1990, 1, 2), male: true) with { SeriousIllness = true }] },
            base_() with { Members = [Families.Person("钟试福", "head", new(1948, 3, 15), male: true), Families.Person("钟试学", "grandchild", new(2007, 1, 2), male: true) with { EducationStage = "undergraduate", Enrolled = true }] },
            Families.Change(base_(), 2, m => m with { AppliesAlone = true }),
        ];
        foreach (var facts in families)
        {
            var id = await _app.InBenefit(new CaseBuilder(_app) { Facts = facts });
            var course = await _app.Run(async services => (await services.GetRequiredService<ICaseHistories>().FindAsync(id))!.History.Facts[^1].ReviewDue);
            Assert.Equal(await Due(id), $"{course:yyyy-MM-dd}");
        }
    }

    [Fact]
    public async Task A_recognition_of_hardship_comes_into_sight_two_months_before_its_twelve_months_end()
    {
        // What the refusal recognised stands in its determination.
        var id = await new CaseBuilder(_app).At(Stages.Confirmation);
        await (await (await _app.LogIn("leader")).Get($"/cases/{id}/decision")).Form("decide").Fill("Input.Decision", "decline").Fill("Input.DeclineReason", "untrue").Submit("作出决定(Y)");
        Assert.Equal(Stages.Declined, await _app.Sql.One<string>("select stage from cases.case_files where id = $1", id));
        await _app.Sql.Execute("alter table cases.determinations disable trigger user; update cases.determinations set assessment = jsonb_set(assessment, '{class}', '\"expenditure-hardship\"') where case_id = '" + id + "'; alter table cases.determinations enable trigger user");
        _app.Clock.SetUtcNow(new(2027, 9, 10, 1, 0, 0, TimeSpan.Zero));
        await _app.Run(services => services.GetRequiredService<IMediator>().Send(new RefreshReviews()));

        var list = await (await _app.LogIn("clerk")).Get("/changes?tab=age");

        Assert.Contains("刚性支出困难认定期满", list.Text);
        Assert.Contains("2027-11-02", list.Text);
    }

    private Task<string?> Due(Guid id) => _app.Sql.One<string>("select due_on::text from cases.review_dues where case_id = $1 and kind = 'review'", id);

    private static async Task Suspend(Visitor reviewer, string division, string from, string to)
    {
        var page = await (await reviewer.Get("/changes/suspensions")).Form("suspend").Fill("Input.Division", division).Fill("Input.FromDay", from).Fill("Input.ToDay", to)
            .Fill("Input.Reason", "洪水灾害").Fill("Input.Basis", "民发〔2021〕57号 第三十一条").Submit("登记暂停(S)");
        Assert.True(page.Status == 200, page.Text);
    }

    private Task<string[]> Months(DateOnly[] reviewed, CaseFacts? facts = null, DateOnly? confirmed = null) => _app.Run(services =>
    {
        var day = confirmed ?? new DateOnly(2025, 12, 1);
        var county = services.GetRequiredService<ICountySettings>();
        var program = services.GetServices<IAssistanceProgram>().Single(p => p.Code == "minimum-living");
        var file = new CaseFile
        {
            Id = Guid.CreateVersion7(), Number = "SQ-TEST", Program = program.Code, DivisionCode = "360731100201", HouseholdId = Guid.CreateVersion7(), ApplicantName = "李试兰", MemberCount = 3,
            Area = "rural", AcceptedOn = day, DueOn = day, AcceptedBy = Guid.CreateVersion7(), AcceptedByName = "王经办",
        };
        file.Confirm(day, Guid.CreateVersion7(), "刘负责人", new DateOnly(day.Year, day.Month, 1).AddMonths(1));
        var course = services.GetRequiredService<ReviewRhythm>().Of(program.Code, file.DivisionCode, reviewed, [], new(2026, 11, 2));
        var history = HistoryBuilder.Build(file, facts ?? Families.Three(), [], county.ChangeMonth, new(2026, 11, 2), course);
        return Task.FromResult(program.Project(history, new(county.PolicyCode, new BenefitMonth(2027, 3))).Months
            .Select(m => FormattableString.Invariant($"{m.Month} {m.Phase} {m.Total:0.00}{(m.Awaits ? " awaits" : "")}")).ToArray());
    });
}
