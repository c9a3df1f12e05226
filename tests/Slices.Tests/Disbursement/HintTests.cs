using System.Text;
using Microsoft.Extensions.DependencyInjection;
using SocialAssistance.Slices.Tests.Builders;
using SocialAssistance.Slices.Tests.Cases;

namespace SocialAssistance.Slices.Tests.Disbursement;

/// <summary>Word of a death makes a payment wait; a second person decides whether it was right.</summary>
public sealed class HintTests : IAsyncLifetime
{
    private readonly DisbursementApp _app = new();

    public Task InitializeAsync() => _app.InitializeAsync();

    public Task DisposeAsync() => _app.DisposeAsync();

    [Fact]
    public async Task Whoever_entered_a_hint_cannot_clear_it_and_another_can()
    {
        await _app.Confirm("李秀兰", 660m, new(2026, 12));
        var (first, second) = await _app.Officers();
        var entered = await (await first.Get("/disbursement/death-hints")).Form("enter").Fill("身份证号", "360731196803152422").Fill("来源", "殡葬信息").Submit();
        Assert.Contains("已登记", entered.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("360731196803152422", entered.Text, StringComparison.Ordinal);
        var twice = await (await first.Get("/disbursement/death-hints")).Form("enter").Fill("身份证号", "360731196803152422").Fill("来源", "殡葬信息").Submit();
        Assert.Equal(409, twice.Status);
        var roster = await _app.Generate(first);
        Assert.Contains("死亡提示", (await first.Get($"/disbursement/rosters/{roster}")).Table("发放前检查：1 项必须处理")[0][0], StringComparison.Ordinal);

        var hint = await _app.Sql.One<Guid>("select id from disbursement.death_hints");
        var form = $"clear-{hint}";
        // No form is offered to the first, and one that is posted all the same is refused.
        var page = await first.Get("/disbursement/death-hints");
        Assert.Contains("等待另一位资金岗核实", page.Text, StringComparison.Ordinal);
        Assert.Null(page.Html.QuerySelector($"#{form}"));
        using var content = new FormUrlEncodedContent(new Dictionary<string, string>
        {
            ["Reason"] = "本人健在", ["__idem"] = $"{Guid.CreateVersion7()}",
            ["__RequestVerificationToken"] = page.Html.QuerySelector("#enter input[name=__RequestVerificationToken]")!.GetAttribute("value")!,
        });
        using var own = await first.Http.PostAsync($"/disbursement/death-hints?handler=Clear&hint={hint}", content);
        Assert.Equal(409, (int)own.StatusCode);
        var silent = await (await second.Get("/disbursement/death-hints")).Form(form).Submit();
        Assert.Equal(400, silent.Status);
        var cleared = await (await second.Get("/disbursement/death-hints")).Form(form).Fill("核实情况", "本人健在").Submit();

        Assert.Contains("已消除", cleared.Text, StringComparison.Ordinal);
        await (await first.Get($"/disbursement/rosters/{roster}")).Form("submit").Submit("重新生成");
        await _app.Made(roster);
        Assert.Equal(0, await _app.Sql.One<int>("select blocking from disbursement.rosters"));
    }

    [Fact]
    public async Task A_hint_that_comes_after_the_roster_was_made_stops_its_submission_and_its_seal()
    {
        await _app.Confirm("李秀兰", 660m, new(2026, 12));
        await _app.Seed(1);
        var (first, second) = await _app.Officers();
        var roster = await _app.Generate(first);
        await Enter(first, "360731196803152422");

        var submitted = await _app.Submit(first, roster);
        Assert.Equal(409, submitted.Status);
        Assert.Contains("有 1 户登记了死亡提示", submitted.Text, StringComparison.Ordinal);

        // The same between submission and seal.
        await _app.Sql.Execute("delete from disbursement.death_hints");
        Assert.Equal(200, (await _app.Submit(first, roster)).Status);
        await Enter(first, "360731196803152422");
        var seal = await (await second.Get($"/disbursement/rosters/{roster}/seal")).Form("seal-roster").Submit();
        Assert.Equal(409, seal.Status);
        Assert.Equal("submitted", await _app.Status(roster));
    }

    [Fact]
    public async Task A_line_for_a_whole_household_waits_for_a_hint_about_one_of_its_persons()
    {
        await _app.Seed(1);
        await _app.Sql.Execute(RosterTests.HouseholdLine);
        var (first, _) = await _app.Officers();
        var roster = await _app.Generate(first);
        await _app.Sql.Execute("delete from disbursement.payments where roster_id = $1 and person_id is not null", roster);
        await Enter(first, await _app.Sql.One<string>("select min(id_number) from disbursement.entitlements") ?? "");

        Assert.Equal(1, await _app.Run(services => services.GetRequiredService<SocialAssistance.Disbursement.Rosters.RosterWorkshop>().HintedAsync(roster, default)));
    }

    [Fact]
    public async Task A_member_without_a_benefit_of_his_own_stops_the_line_of_his_household_too()
    {
        // All that is paid is one line for the household, which names nobody; the registry knows who belongs to it.
        var id = await _app.InBenefit(new CaseBuilder(_app));
        await _app.Sql.Execute($"""
            alter table disbursement.entitlements disable trigger user;
            delete from disbursement.entitlements where case_id = '{id}' and id <> (select min(id::text)::uuid from disbursement.entitlements where case_id = '{id}');
            update disbursement.entitlements set person_id = null, id_number = null, person_name = head_name where case_id = '{id}';
            alter table disbursement.entitlements enable trigger user
            """);
        var daughter = await _app.Sql.One<string>("select id_number from households.persons where name = '王试燕'") ?? "";
        var (first, second) = await _app.Officers();
        var roster = await _app.Generate(first);
        await Enter(first, daughter);

        Assert.Equal(409, (await _app.Submit(first, roster)).Status);
        await (await first.Get($"/disbursement/rosters/{roster}")).Form("submit").Submit("重新生成");
        await _app.Made(roster);
        Assert.Contains("王试燕有死亡提示", (await first.Get($"/disbursement/rosters/{roster}")).Table("发放前检查：1 项必须处理")[0][3], StringComparison.Ordinal);

        await _app.Sql.Execute("delete from disbursement.death_hints");
        await (await first.Get($"/disbursement/rosters/{roster}")).Form("submit").Submit("重新生成");
        await _app.Made(roster);
        Assert.Equal(200, (await _app.Submit(first, roster)).Status);
        await Enter(first, daughter);
        Assert.Equal(409, (await (await second.Get($"/disbursement/rosters/{roster}/seal")).Form("seal-roster").Submit()).Status);
        Assert.Equal("submitted", await _app.Status(roster));
    }

    private static async Task Enter(Visitor officer, string idNumber) => Assert.Contains("已登记",
        (await (await officer.Get("/disbursement/death-hints")).Form("enter").Fill("身份证号", idNumber).Fill("来源", "殡葬信息").Submit()).Text, StringComparison.Ordinal);

    [Fact]
    public async Task A_file_with_one_wrong_cell_is_refused_as_a_whole_with_row_and_column()
    {
        var (first, _) = await _app.Officers();

        var wrong = await Import(first, "身份证号,死亡日期,来源\n360731196803152422,2026-10-01,殡葬\n36073119680315,2026-10-02,殡葬\n360731197001010028,2099-01-01,殡葬\n");
        Assert.Equal(409, wrong.Status);
        Assert.Contains("共 2 处需要修改：第 3 行“身份证号”应为 18 位；第 4 行“死亡日期”", wrong.Text, StringComparison.Ordinal);
        Assert.Equal(0, await _app.Sql.Count("disbursement.death_hints"));

        var right = await Import(first, "来源,身份证号,死亡日期\n殡葬,360731196803152422,2026/10/1\n公安,360731197001010028,\n");
        Assert.Contains("已导入 2 人", right.Text, StringComparison.Ordinal);
        Assert.Equal(new DateOnly(2026, 10, 1), await _app.Sql.One<DateOnly>("select died_on from disbursement.death_hints where id_number = '360731196803152422'"));
    }

    private static async Task<Page> Import(Visitor visitor, string csv) =>
        await (await visitor.Get("/disbursement/death-hints")).Form("import").Attach("Upload", "名单.csv", Encoding.UTF8.GetBytes(csv)).Submit();
}
