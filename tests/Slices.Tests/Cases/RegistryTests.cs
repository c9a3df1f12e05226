using MediatR;
using Microsoft.Extensions.DependencyInjection;
using SocialAssistance.Cases.Reviews;
using SocialAssistance.Contracts.Accounts;
using SocialAssistance.Contracts.Cases;
using SocialAssistance.Slices.Tests.Builders;
using static SocialAssistance.Slices.Tests.Cases.ChangeSteps;

namespace SocialAssistance.Slices.Tests.Cases;

/// <summary>What is decided about a family in benefit stands in the registry too: search and members' page show it, and the past stays.</summary>
public sealed class RegistryTests : IAsyncLifetime
{
    private readonly App _app = new();

    public Task InitializeAsync() => _app.InitializeAsync();

    public Task DisposeAsync() => _app.DisposeAsync();

    [Fact]
    public async Task A_newborn_is_found_by_name_and_stands_among_the_members()
    {
        var id = await _app.InBenefit(new CaseBuilder(_app));
        await _app.Change(id, "birth", ("Input.Name", "王试宝"), ("Input.Relation", "子女"), ("Input.BirthDate", "2026-10-30"), ("Input.Male", "true"));

        var found = await Search("clerk", "王试宝");
        Assert.Contains("找到 1 人", found.Text);
        Assert.Contains("李试兰", found.Text);
        Assert.Equal(4, await _app.Sql.One<int>("select h.member_count from households.households h join cases.case_files f on f.household_id = h.id where f.id = $1", id));
        Assert.Contains("王试宝，子女", (await (await _app.LogIn("clerk")).Get($"/cases/{id}/members")).Text);
    }

    [Fact]
    public async Task A_correction_of_a_newborn_goes_on_naming_the_same_person()
    {
        var id = await _app.InBenefit(new CaseBuilder(_app));
        var wrong = await _app.Change(id, "birth", ("Input.Name", "王试宝"), ("Input.Relation", "子女"), ("Input.BirthDate", "2026-10-30"), ("Input.Male", "true"));
        var clerk = await _app.LogIn("clerk");
        var form = (await clerk.Get($"/cases/{id}/changes/new/birth?supersedes={wrong[^36..]}")).Form("change");
        var corrected = await form.Fill("Input.Name", "王试贝").Fill("Input.Relation", "子女").Fill("Input.BirthDate", "2026-10-30").Fill("Input.Male", "false")
            .Fill("Input.SupersedeReason", "名字写错").Attach("Input.EvidenceFiles", "出生证.jpg", Photo).Submit();
        Assert.True(corrected.Status == 200, corrected.Text);
        Assert.Equal(200, (await Confirm(await _app.LogIn("leader"), corrected.Url.AbsolutePath)).Status);

        Assert.Contains("没有查到", (await Search("clerk", "王试宝")).Text);
        Assert.Contains("找到 1 人", (await Search("clerk", "王试贝")).Text);
        Assert.Equal(1, await _app.Sql.Count("cases.case_persons where case_id = $1 and name like '王试贝%'", id));
        Assert.Equal(0, await _app.Sql.Count("cases.case_persons where case_id = $1 and name = '王试宝'", id));
    }

    [Fact]
    public async Task A_death_ends_the_membership_on_its_day_and_its_correction_brings_the_person_back()
    {
        var id = await _app.InBenefit(new CaseBuilder(_app));
        var change = await _app.Change(id, "death", ("Input.PersonId", "王试国"), ("Input.HappenedOn", "2026-11-02"));

        Assert.Equal(["王试国 2026-11-02"], await Rows("select p.name || ' ' || p.died_on from households.persons p join cases.case_persons c on c.person_id = p.id where c.case_id = $1 and p.died_on is not null", id));
        Assert.Contains("王试国，配偶，去世", (await (await _app.LogIn("clerk")).Get($"/cases/{id}/members")).Text, StringComparison.Ordinal);

        var clerk = await _app.LogIn("clerk");
        var again = await (await clerk.Get($"/cases/{id}/changes/new/death?supersedes={change[^36..]}")).Form("change").Fill("Input.PersonId", "王试燕").Fill("Input.SupersedeReason", "死亡证明看错人")
            .Attach("Input.EvidenceFiles", "死亡证明.jpg", Photo).Submit();
        await Hear(clerk, again.Url.AbsolutePath, waived: true, replyUntil: "2026-11-02");
        Assert.Equal(200, (await Confirm(await _app.LogIn("leader"), again.Url.AbsolutePath)).Status);

        Assert.Equal(["王试燕 2026-11-02"], await Rows("select p.name || ' ' || p.died_on from households.persons p join cases.case_persons c on c.person_id = p.id where c.case_id = $1 and p.died_on is not null", id));
        Assert.Equal(["李试兰", "王试国"], await Rows("select p.name from households.members m join households.persons p on p.id = m.person_id join cases.case_files f on f.household_id = m.household_id where f.id = $1 and m.to_day is null order by p.name collate \"C\"", id));
    }

    [Fact]
    public async Task A_new_head_is_written_beside_the_old_one()
    {
        var id = await _app.InBenefit(new CaseBuilder(_app));
        var clerk = await _app.LogIn("clerk");
        var form = await clerk.Get($"/cases/{id}/changes/new/head");
        string Field(string name) => form.Html.QuerySelectorAll("select").Single(s => form.Html.QuerySelector($"label[for='{s.Id}']")!.TextContent.Contains(name, StringComparison.Ordinal)).GetAttribute("name")!;
        await _app.Change(id, "head", (Field("李试兰"), "配偶"), (Field("王试国"), "本人"), (Field("王试燕"), "子女"));

        var found = await Search("clerk", "王试燕");
        Assert.Contains("王试国", found.Text);
        Assert.Equal(
            ["李试兰 head ended", "李试兰 spouse", "王试国 head", "王试国 spouse ended", "王试燕 child"],
            await Rows("select p.name || ' ' || m.relation || case when m.to_day is null then '' else ' ended' end from households.members m join households.persons p on p.id = m.person_id join cases.case_files f on f.household_id = m.household_id where f.id = $1 order by p.name collate \"C\", m.relation", id));
        Assert.Equal("王试国", await _app.Sql.One<string>("select applicant_name from cases.case_files where id = $1", id));
    }

    [Fact]
    public async Task A_move_is_known_at_once_and_the_file_goes_to_the_new_township_with_its_month()
    {
        var village = await _app.Run(services => Task.FromResult(services.GetRequiredService<IDivisions>().Villages(DemoAccounts.Luoao)[0]));
        var id = await _app.InBenefit(new CaseBuilder(_app));
        await _app.Change(id, "moved", ("Input.Village", village.Code), ("Input.Area", "rural"), ("Input.Address", "新屋 3 号"));

        // Decided in November: the old township pays and answers until the month is over.
        Assert.Contains(village.Name, (await (await _app.LogIn("clerk")).Get($"/cases/{id}/members")).Text);
        Assert.Equal(404, (await (await _app.LogIn("clerk3")).Get($"/cases/{id}")).Status);
        Assert.Equal(3, await _app.Sql.Count("disbursement.entitlements where case_id = $1 and division_code = $2 and from_month = '2026-12-01'", id, village.Code));
        Assert.Equal(2, await _app.Sql.Count("households.residences r join cases.case_files f on f.household_id = r.household_id where f.id = $1", id));

        _app.Clock.SetUtcNow(new(2026, 12, 1, 1, 0, 0, TimeSpan.Zero));
        await _app.Run(services => services.GetRequiredService<IMediator>().Send(new RefreshReviews()));

        Assert.Equal(404, (await (await _app.LogIn("clerk")).Get($"/cases/{id}")).Status);
        var clerk3 = await _app.LogIn("clerk3");
        foreach (var page in new[] { "", "/members", "/benefit", "/payments", "/timeline" })
        {
            Assert.Equal(200, (await clerk3.Get($"/cases/{id}{page}")).Status);
        }

        Assert.Contains("260.00", (await clerk3.Get($"/cases/{id}/payments")).Text);
        Assert.Contains("迁居", (await clerk3.Get($"/cases/{id}/benefit")).Text);
        var found = await Search("clerk3", "王试国");
        Assert.Contains("找到 1 人", found.Text);
        Assert.Contains(village.Name, found.Text);
        Assert.Contains("没有查到", (await Search("clerk", "王试国")).Text);
    }

    private async Task<Page> Search(string account, string text)
    {
        var visitor = await _app.LogIn(account);
        return await (await visitor.Get("/help")).Form("/search").Fill("q", text).Submit();
    }

    private async Task<string[]> Rows(string sql, Guid id) => [.. (await _app.Sql.Rows(sql, id)).Select(r => (string)r[0]!)];
}
