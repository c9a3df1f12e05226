using System.Text;
using SocialAssistance.Slices.Tests.Cases.Intake;
using SocialAssistance.Slices.Tests.Disbursement;

namespace SocialAssistance.Slices.Tests.Cases;

/// <summary>The whole street through the real pages without script: from the blank form to the line the bank reads.</summary>
public sealed class StreetTests : IAsyncLifetime
{
    private readonly DisbursementApp _app = new();

    public Task InitializeAsync() => _app.InitializeAsync();

    public Task DisposeAsync() => _app.DisposeAsync();

    [Fact]
    [Trait("Rule", "YD30-3.2a")]
    [Trait("Rule", "HM-14")]
    public async Task A_family_of_three_with_a_child_at_school_and_an_ill_parent_is_paid_what_the_clause_says()
    {
        var clerk = await _app.LogIn("clerk");
        var id = await TakeIn(clerk);
        await Street.Investigate(_app, clerk, id);
        await Street.Opine(clerk, id, "confirm:meets");
        await Street.Publicise(_app, clerk, id);
        await Decide(id);

        // 1,470 a month shared by three is 490.00; 660 − 490 = 170 lies below the floor of 220, and 220 × 3 = 660.
        Assert.Equal(660.00m, await _app.Sql.One<decimal>("select monthly_amount from cases.case_files where id = $1", id));
        clerk = await _app.LogIn("clerk");
        var letter = await clerk.Get($"/cases/{id}/letters/decision");
        Assert.Contains("陆佰陆拾元整", letter.Text);
        Assert.Contains("于民字〔2023〕30号 三（二）", letter.Text);
        Assert.Contains("行政复议", letter.Text);

        var (first, second) = await _app.Officers();
        var roster = await _app.Sealed(first, second);
        var line = Encoding.UTF8.GetString(await _app.Export(first, roster)).Split('\n').Single(l => l.Contains("李试兰", StringComparison.Ordinal));
        Assert.Contains("660.00", line);
        Assert.Contains("6226000000000000001", line);
        Assert.Contains("最低补助", line);
        Assert.Contains("于民字〔2023〕30号 三（二）", line);

        var payments = await clerk.Get($"/cases/{id}/payments");
        Assert.Contains("660.00", payments.Text);
        Assert.True(await _app.Sql.Count("platform.audit_entries where case_id = $1", id) > 30);
    }

    private async Task<Guid> TakeIn(Visitor clerk)
    {
        var window = new Window(clerk);
        await window.Start();
        await window.Applicant(SyntheticPerson.Number("19680315", male: false));
        await window.Members(("spouse", "王试国", SyntheticPerson.Number("19651107", male: true)), ("child", "王试燕", SyntheticPerson.Number("20100924", male: false)));
        var members = (await window.Open("members")).Form("intake")
            .Fill("Input.Members[0].SeriousIllness", "true").Fill("Input.Members[2].EducationStage", "compulsory");
        Assert.Equal(200, (await members.Submit("保存并继续(S)")).Status);
        await window.Economy("1470");
        await window.Materials();
        await window.Accept();
        return await _app.Sql.One<Guid>("select id from cases.case_files where applicant_name = '李试兰'");
    }

    private async Task Decide(Guid id)
    {
        var leader = await _app.LogIn("leader");
        var page = await leader.Get($"/cases/{id}/decision");
        var unchosen = await page.Form("decide").Submit("作出决定(Y)");
        Assert.Equal(400, unchosen.Status);
        Assert.Contains("请选择确认、不予确认或退回", unchosen.Errors);

        var decided = await unchosen.Form("decide").Fill("Input.Decision", "confirm").Submit("作出决定(Y)");
        Assert.True(decided.Status == 200, string.Join("; ", decided.Errors));
        Assert.Contains("2026年12月起每月 660.00 元", decided.Html.Body!.TextContent);
    }
}
