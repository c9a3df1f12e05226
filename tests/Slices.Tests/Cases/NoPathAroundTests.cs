using SocialAssistance.Contracts.Cases;
using SocialAssistance.Slices.Tests.Builders;
using SocialAssistance.Slices.Tests.Disbursement;
using SocialAssistance.Slices.Tests.Standards;
using static SocialAssistance.Slices.Tests.Cases.ChangeSteps;

namespace SocialAssistance.Slices.Tests.Cases;

/// <summary>Whatever lowers an amount asks for the hearing first (社会救助法 第四十八条): each kind of change, an order, an exclusion from a roster.</summary>
public sealed class NoPathAroundTests : IAsyncLifetime
{
    private readonly DisbursementApp _app = new();

    public Task InitializeAsync() => _app.InitializeAsync();

    public Task DisposeAsync() => _app.DisposeAsync();

    [Fact]
    [Trait("Rule", "HM-35")]
    public async Task Every_kind_of_change_by_which_somebody_loses_is_refused_without_a_hearing()
    {
        (string Kind, (string, string)[] Fields)[] losing =
        [
            ("income", Wage(1500)), ("found-work", [("Input.PersonId", "李试兰"), ("Input.Amount", "500")]), ("left", [("Input.PersonId", "王试燕")]),
            ("imprisoned", [("Input.PersonId", "王试燕")]), ("suspend", [("Input.Note", "联系不上")]), ("stop", [("Input.Note", "不配合核查")]),
        ];
        foreach (var (kind, fields) in losing)
        {
            var id = await _app.InBenefit(new CaseBuilder(_app));
            var change = (await Propose(await _app.LogIn("clerk"), id, kind, fields)).Url.AbsolutePath;

            var refused = await Confirm(await _app.LogIn("leader"), change);

            Assert.True(refused.Status == 409 && refused.Errors.Any(e => e.Contains("须先听取意见", StringComparison.Ordinal)), $"{kind}: {refused.Status} {refused.Text}");
            Assert.Equal(780m, await Due(id));
        }
    }

    [Fact]
    [Trait("Rule", "HM-35")]
    public async Task A_household_left_out_of_a_roster_loses_nothing_the_next_one_pays_it()
    {
        var id = await _app.InBenefit(new CaseBuilder(_app) { Facts = Families.Three() });
        await _app.Seed(3);
        var (first, second) = await _app.Officers();
        var roster = await _app.Generate(first);
        var household = await _app.Sql.One<Guid>("select household_id from cases.case_files where id = $1", id);

        var page = await (await first.Get($"/disbursement/rosters/{roster}/exclude?household={household}")).Form().Fill("移出原因", "账号待核实").Submit();
        Assert.True(page.Status == 200, page.Text);
        await _app.Made(roster);
        await _app.Submit(first, roster);
        await _app.Seal(second, roster);

        Assert.Equal(780m, await Due(id));
        Assert.Equal(0, await _app.Sql.Count("disbursement.entitlement_endings x join disbursement.entitlements e on e.id = x.entitlement_id where e.case_id = $1", id));
        (first, _) = await _app.Later(31);
        var next = await _app.Generate(first, "2027-01");
        Assert.Equal(1560m, await _app.Sql.One<decimal>("select sum(amount) from disbursement.payments where roster_id = $1 and case_id = $2", next, id));
    }

    [Fact]
    [Trait("Rule", "HM-35")]
    public async Task An_order_that_lowers_the_standard_changes_no_amount()
    {
        var id = await _app.InBenefit(new CaseBuilder(_app));
        var version = await Publication.DraftAsync(_app, Publication.Line("minimum-living-allowance.standard", "rural", "\"600\"", new(2026, 12, 1)));
        await Publication.CarryAsync(_app, version, 1, new(2026, 12, 1));

        Assert.Equal(1, await _app.Sql.Count("cases.timeline_entries where case_id = $1 and kind = 'standard-waits'", id));
        Assert.Equal(780m, await Due(id));
        var clerk = await _app.LogIn("clerk");
        Assert.Contains("260.00", (await clerk.Get($"/cases/{id}/payments")).Text);
        // Not even by a change that is itself harmless: it shows the loss and asks for the hearing.
        var change = (await Propose(clerk, id, "head", [.. await Heads(clerk, id)])).Url.AbsolutePath;
        var answer = await Confirm(await _app.LogIn("leader"), change);
        Assert.True(answer.Status == 409 && answer.Errors.Any(e => e.Contains("须先听取意见", StringComparison.Ordinal)), $"{answer.Status} {answer.Text}");
        Assert.Equal(780m, await Due(id));
    }

    private static async Task<IEnumerable<(string, string)>> Heads(Visitor clerk, Guid id)
    {
        var form = await clerk.Get($"/cases/{id}/changes/new/head");
        string Field(string name) => form.Html.QuerySelectorAll("select").Single(s => form.Html.QuerySelector($"label[for='{s.Id}']")!.TextContent.Contains(name, StringComparison.Ordinal)).GetAttribute("name")!;
        return [(Field("李试兰"), "配偶"), (Field("王试国"), "本人"), (Field("王试燕"), "子女")];
    }

    private Task<decimal> Due(Guid id) => _app.Sql.One<decimal>("""
        select coalesce(sum(amount), 0) from disbursement.entitlements e where case_id = $1 and not exists (select from disbursement.entitlement_endings x where x.entitlement_id = e.id and x.last_month < '2027-06-01')
        """, id);
}
