using SocialAssistance.Contracts.Cases;
using SocialAssistance.Slices.Tests.Builders;
using static SocialAssistance.Slices.Tests.Cases.ChangeSteps;

namespace SocialAssistance.Slices.Tests.Cases;

/// <summary>Whoever joins a family may be known already: his name stays his, both households are counted, and nobody is in benefit twice.</summary>
public sealed class NewcomerTests : IAsyncLifetime
{
    private readonly App _app = new();

    public Task InitializeAsync() => _app.InitializeAsync();

    public Task DisposeAsync() => _app.DisposeAsync();

    [Fact]
    public async Task A_number_that_belongs_to_somebody_else_is_refused_with_both_names()
    {
        var id = await _app.InBenefit(new CaseBuilder(_app));
        var (other, guest) = await Elsewhere(Stages.Investigating);

        var page = await Join(id, "李试冬", guest.IdNumber!);

        Assert.Equal(409, page.Status);
        Assert.Contains("登记的姓名是“钟*远”", page.Text);
        Assert.Contains("这里填写的是“李试冬”", page.Text);
        Assert.DoesNotContain("钟试远", page.Text);
        Assert.Equal("钟试远", await _app.Sql.One<string>("select name from households.persons where id_number = $1", guest.IdNumber));
        Assert.Equal(3, await Count(other));
        Assert.Equal(0, await _app.Sql.Count("cases.benefit_changes"));
    }

    [Fact]
    public async Task The_same_person_moves_and_both_households_are_counted_anew()
    {
        var id = await _app.InBenefit(new CaseBuilder(_app));
        var (other, guest) = await Elsewhere(Stages.Investigating);

        await Decided(await Join(id, "钟试远", guest.IdNumber!));

        Assert.Equal(4, await Count(id));
        Assert.Equal(2, await Count(other));
        Assert.Equal(1, await _app.Sql.Count("households.members m join households.persons p on p.id = m.person_id where p.id_number = $1 and m.to_day is null", guest.IdNumber));
        Assert.Equal(1, await _app.Sql.Count("households.persons where id_number = $1", guest.IdNumber));
    }

    [Fact]
    public async Task Who_is_in_benefit_elsewhere_leaves_there_first()
    {
        var id = await _app.InBenefit(new CaseBuilder(_app));
        var (other, guest) = await Elsewhere(Stages.InBenefit);

        var refused = await Join(id, "钟试远", guest.IdNumber!);
        Assert.Equal(409, refused.Status);
        Assert.Contains("钟试远正在享受低保金", refused.Text);
        Assert.Contains("请先在原案卷登记成员减少", refused.Text);

        await Leave(other, "钟试远");
        await Decided(await Join(id, "钟试远", guest.IdNumber!));

        Assert.Equal((4, 2), (await Count(id), await Count(other)));
        // No month is due twice: the last one there is November, the first one here December.
        Assert.Equal(0, await _app.Sql.Count("""
            (select 1 from disbursement.entitlements e cross join generate_series(date '2026-11-01', date '2027-12-01', interval '1 month') m
             where e.id_number = $1 and e.from_month <= m and not exists (select from disbursement.entitlement_endings x where x.entitlement_id = e.id and x.last_month < m)
             group by m having count(*) > 1) twice
            """, guest.IdNumber));
    }

    [Fact]
    public async Task What_became_known_between_entry_and_decision_is_asked_again()
    {
        var id = await _app.InBenefit(new CaseBuilder(_app));
        var guest = Families.Person("钟试远", "child", new(1990, 4, 5), male: true);
        var proposed = await Join(id, "钟试远", guest.IdNumber!);
        Assert.Equal(200, proposed.Status);
        await Elsewhere(Stages.InBenefit, guest);

        var refused = await Confirm(await _app.LogIn("leader"), proposed.Url.AbsolutePath);

        Assert.Equal(409, refused.Status);
        Assert.Contains("请退回这项变更，由经办人重新登记", refused.Text);
        Assert.Equal(3, await Count(id));
    }

    [Fact]
    public async Task Nobody_joins_his_own_family_and_who_left_is_not_taken_back_from_a_benefit_elsewhere()
    {
        var id = await _app.InBenefit(new CaseBuilder(_app));
        var daughter = await _app.Sql.One<string>("select id_number from households.persons where name = '王试燕'") ?? "";
        Assert.Contains("王试燕已是本户共同生活成员", (await Join(id, "王试燕", daughter)).Text);

        var left = await _app.Change(id, "left", ("Input.PersonId", "王试燕"));
        var other = await _app.InBenefit(new CaseBuilder(_app) { Facts = Families.Three() with { Members = [Families.Person("钟试福", "head", new(1960, 1, 2), male: true)] } });
        await Decided(await Join(other, "王试燕", daughter));
        Assert.Equal((2, 2), (await Count(id), await Count(other)));

        // It was somebody else who left, says a correction: but she is in benefit there by now.
        var form = (await (await _app.LogIn("clerk")).Get($"/cases/{id}/changes/new/left?supersedes={left[^36..]}")).Form("change");
        var back = await form.Fill("Input.PersonId", "王试国").Fill("Input.SupersedeReason", "看错人").Attach("Input.EvidenceFiles", "证明.jpg", Photo).Submit();

        Assert.Equal(409, back.Status);
        Assert.Contains("请先在原案卷登记成员减少", back.Text);
    }

    [Fact]
    public async Task Whoever_was_named_by_mistake_goes_back_to_his_household()
    {
        var id = await _app.InBenefit(new CaseBuilder(_app));
        var (other, guest) = await Elsewhere(Stages.Investigating);
        var wrong = await Join(id, "钟试远", guest.IdNumber!);
        await Decided(wrong);
        Assert.Equal((4, 2), (await Count(id), await Count(other)));

        var right = Families.Person("钟试元", "child", new(1991, 4, 5), male: true);
        await Decided(await Correct(id, wrong, "钟试元", right.IdNumber!));

        Assert.Equal((4, 3), (await Count(id), await Count(other)));
        Assert.Equal(1, await _app.Sql.Count("""
            households.members m join households.persons p on p.id = m.person_id join cases.case_files f on f.household_id = m.household_id
            where p.id_number = $1 and m.to_day is null and f.id = $2
            """, guest.IdNumber, other));
        Assert.Contains("钟试元", (await (await _app.LogIn("clerk")).Get($"/cases/{id}/members")).Text);
        Assert.DoesNotContain("钟试远", (await (await _app.LogIn("clerk")).Get($"/cases/{id}/members")).Text);
    }

    [Fact]
    public async Task Whoever_had_left_his_household_before_he_was_named_by_mistake_does_not_go_back_to_it()
    {
        var id = await _app.InBenefit(new CaseBuilder(_app));
        var (other, guest) = await Elsewhere(Stages.InBenefit);
        await Leave(other, "钟试远");
        var wrong = await Join(id, "钟试远", guest.IdNumber!);
        await Decided(wrong);

        await Decided(await Correct(id, wrong, "钟试元", Families.Person("钟试元", "child", new(1991, 4, 5), male: true).IdNumber!));

        Assert.Equal((4, 2), (await Count(id), await Count(other)));
        Assert.Equal(0, await _app.Sql.Count("households.members m join households.persons p on p.id = m.person_id where p.id_number = $1 and m.to_day is null", guest.IdNumber));
    }

    [Fact]
    public async Task A_correction_grants_no_month_that_was_due_elsewhere()
    {
        var id = await _app.InBenefit(new CaseBuilder(_app));
        var (other, guest) = await Elsewhere(Stages.InBenefit);
        var wrong = await Join(id, "钟试元", Families.Person("钟试元", "child", new(1991, 4, 5), male: true).IdNumber!);
        await Decided(wrong);

        // The last month there is January; in March nothing is in force there any more.
        _app.Clock.SetUtcNow(new(2027, 1, 8, 1, 0, 0, TimeSpan.Zero));
        await Leave(other, "钟试远");
        _app.Clock.SetUtcNow(new(2027, 3, 3, 1, 0, 0, TimeSpan.Zero));
        var refused = await Correct(id, wrong, "钟试远", guest.IdNumber!);

        Assert.Equal(409, refused.Status);
        Assert.Contains("更正从 2026年12月起计，但钟试远已按低保金在", refused.Text);
        Assert.Contains("计发 2026年12月至2027年1月：同一待遇不能在两户享受", refused.Text);
        Assert.Contains("另行登记“成员减少”和“成员增加”", refused.Text);
        Assert.Equal(0, await _app.Sql.Count("cases.benefit_changes where supersedes is not null"));

        // As a change of its own it counts from the next month.
        await Decided(await Join(id, "钟试远", guest.IdNumber!));
    }

    [Fact]
    public async Task A_space_in_the_registered_name_tells_nobody_apart()
    {
        var id = await _app.InBenefit(new CaseBuilder(_app));
        var (_, guest) = await Elsewhere(Stages.Investigating, Families.Person("钟　试远", "child", new(1990, 4, 5), male: true));

        await Decided(await Join(id, "钟试远", guest.IdNumber!));

        Assert.Equal(4, await Count(id));
        Assert.Equal("钟　试远", await _app.Sql.One<string>("select name from households.persons where id_number = $1", guest.IdNumber));
    }

    [Fact]
    public async Task An_application_that_takes_a_person_in_leaves_the_other_household_smaller_too()
    {
        var (other, guest) = await Elsewhere(Stages.Declined);

        var id = await new CaseBuilder(_app) { Facts = Families.Three() with { Members = [guest with { Relation = "head" }, Families.Person("谢试梅", "spouse", new(1992, 3, 4), male: false)] } }.At(Stages.Investigating);

        Assert.Equal((2, 2), (await Count(id), await Count(other)));
    }

    private Task<int> Count(Guid id) => _app.Sql.One<int>("select h.member_count from households.households h join cases.case_files f on f.household_id = h.id where f.id = $1", id);

    // A family of another township with a grown-up son.
    private async Task<(Guid Case, MemberFacts Guest)> Elsewhere(string stage, MemberFacts? son = null)
    {
        var guest = son ?? Families.Person("钟试远", "child", new(1990, 4, 5), male: true);
        var builder = new CaseBuilder(_app)
        {
            Division = "360731108201", AcceptedBy = "clerk3",
            Facts = Families.Three() with { Members = [Families.Person("钟试福", "head", new(1960, 1, 2), male: true), Families.Person("谢试花", "spouse", new(1962, 1, 2), male: false), guest] },
        };
        return (stage == Stages.InBenefit ? await _app.InBenefit(builder, "leader2") : await builder.At(stage), guest);
    }

    private async Task<Page> Join(Guid id, string name, string number) =>
        await (await (await _app.LogIn("clerk")).Get($"/cases/{id}/changes/new/joined")).Form("change").Fill("Input.HappenedOn", "2026-11-01").Fill("Input.KnownOn", "2026-11-02").Fill("Input.ReportedBy", "村委会")
            .Fill("Input.Name", name).Fill("Input.Relation", "其他人员").Fill("Input.IdNumber", number).Attach("Input.EvidenceFiles", "依据.jpg", Photo).Submit();

    // It was somebody else who joined.
    private async Task<Page> Correct(Guid id, Page wrong, string name, string number) =>
        await (await (await _app.LogIn("clerk")).Get($"/cases/{id}/changes/new/joined?supersedes={wrong.Url.AbsolutePath[^36..]}")).Form("change")
            .Fill("Input.Name", name).Fill("Input.IdNumber", number).Fill("Input.Relation", "其他人员").Fill("Input.SupersedeReason", "认错人").Attach("Input.EvidenceFiles", "证明.jpg", Photo).Submit();

    private async Task Leave(Guid other, string name)
    {
        var clerk = await _app.LogIn("clerk3");
        var left = await Propose(clerk, other, "left", ("Input.PersonId", name));
        if (left.Html.QuerySelector("#hearing") is not null)
        {
            await Hear(clerk, left.Url.AbsolutePath, waived: true, replyUntil: "2026-11-02");
        }

        Assert.Equal(200, (await Confirm(await _app.LogIn("leader2"), left.Url.AbsolutePath)).Status);
    }

    private async Task Decided(Page proposed)
    {
        Assert.True(proposed.Status == 200 && proposed.Url.Segments.Length == 5, proposed.Text);
        if (proposed.Html.QuerySelector("#hearing") is not null)
        {
            await Hear(await _app.LogIn("clerk"), proposed.Url.AbsolutePath, waived: true, replyUntil: "2026-11-02");
        }

        var done = await Confirm(await _app.LogIn("leader"), proposed.Url.AbsolutePath);
        Assert.True(done.Status == 200, done.Text);
    }
}
