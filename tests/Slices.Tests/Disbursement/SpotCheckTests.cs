using SocialAssistance.Contracts.Cases;
using SocialAssistance.Slices.Tests.Builders;
using SocialAssistance.Slices.Tests.Cases;

namespace SocialAssistance.Slices.Tests.Disbursement;

/// <summary>
/// A county spot check (抽查) of a confirmed case finds a fault while the roster that pays it is made or sealed: whichever came
/// first, the money is paid once and put right or claimed back, or not paid; nothing is lost and no line is negative.
/// </summary>
public sealed class SpotCheckTests : IAsyncLifetime
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);
    private readonly DisbursementApp _app = new();

    public Task InitializeAsync() => _app.InitializeAsync();

    public Task DisposeAsync() => _app.DisposeAsync();

    [Theory]
    [InlineData("check")]
    [InlineData("pay")]
    [InlineData("together")]
    public async Task A_confirmation_taken_back_is_paid_once_or_not_at_all(string first)
    {
        var id = await _app.InBenefit(new CaseBuilder(_app));
        var other = await _app.InBenefit(new CaseBuilder(_app) { Facts = Families.Three() with { Payee = new("李试兰", "农村商业银行", "6226000000000000009") } });
        var (maker, sealer) = await _app.Officers();
        var roster = await _app.Generate(maker);
        await _app.Submit(maker, roster);
        var seal = (await sealer.Get($"/disbursement/rosters/{roster}/seal")).Form("seal-roster");
        var back = (await (await _app.LogIn("leader")).Get($"/cases/{id}/decision/withdraw")).Form("withdraw").Fill("Input.Reason", "县级抽查发现收入漏报");

        var (checkedBack, paid) = await InOrder(first, () => back.Submit(), () => seal.Submit());

        Assert.Equal([200, 409], new[] { checkedBack.Status, paid.Status }.Order());
        Assert.True(first == "together" || (first == "check") == (checkedBack.Status == 200));
        if (checkedBack.Status == 200)
        {
            // Not paid: the list is made anew without the family, and the other one is paid.
            Assert.Equal(Stages.Confirmation, await Stage(id));
            await Again(maker, sealer, roster);
            Assert.Equal(0m, await Sealed(id, "2026-12-01"));
        }
        else
        {
            // Paid once: the fault is put right by a stop after a hearing, from the next month on.
            Assert.Contains("已经进入封存的发放名册", checkedBack.Text, StringComparison.Ordinal);
            Assert.Equal(Stages.InBenefit, await Stage(id));
            Assert.Equal(780m, await Sealed(id, "2026-12-01"));
            _app.Clock.Advance(TimeSpan.FromDays(33));
            await _app.Change(id, "stop", ("Input.Note", "县级抽查发现不符合条件"));
            (maker, sealer) = await _app.Officers();
            await _app.Sealed(maker, sealer, "2027-01");
            Assert.Equal(0m, await Sealed(id, "2027-01-01"));
        }

        Assert.Equal(780m, await Sealed(other, "2026-12-01"));
        await NothingTwiceOrNegative();
    }

    [Theory]
    [InlineData("check")]
    [InlineData("pay")]
    [InlineData("together")]
    public async Task A_death_the_check_finds_is_left_out_or_claimed_back(string first)
    {
        var id = await _app.InBenefit(new CaseBuilder(_app));
        _app.Clock.SetUtcNow(new(2027, 1, 4, 1, 0, 0, TimeSpan.Zero));
        var (maker, sealer) = await _app.Officers();
        var roster = await _app.Generate(maker, "2027-01");
        await _app.Submit(maker, roster);
        var seal = (await sealer.Get($"/disbursement/rosters/{roster}/seal")).Form("seal-roster");
        // The girl died in December; with two left, 660 − 1,200 ÷ 2 = 60 lies below the floor of 220 each.
        var clerk = await _app.LogIn("clerk");
        var change = (await ChangeSteps.Propose(clerk, id, "death", ("Input.PersonId", "王试燕"), ("Input.HappenedOn", "2026-12-20"), ("Input.KnownOn", "2027-01-04"), ("Input.ReportedBy", "县级抽查"))).Url.AbsolutePath;
        await ChangeSteps.Hear(clerk, change, waived: true, replyUntil: "2026-11-02");
        var decide = (await (await _app.LogIn("leader")).Get(change)).Form("decide-change").Fill("Input.Decision", "confirm");

        var (found, paid) = await InOrder(first, () => decide.Submit("作出决定(Y)"), () => seal.Submit());

        Assert.Equal(200, found.Status);
        Assert.True(first == "together" || (first == "pay") == (paid.Status == 200), paid.Text);
        if (paid.Status != 200)
        {
            await Again(maker, sealer, roster);
        }

        // Back pay of December is for all three; January is for two, or for three with the rest to be claimed back.
        var (january, tooMuch) = (await Sealed(id, "2027-01-01"), paid.Status == 200 ? 340m : 0m);
        Assert.Equal(780m, await Sealed(id, "2026-12-01"));
        Assert.Equal(440m + tooMuch, january);
        var list = await (await _app.LogIn("fund1")).Get("/disbursement/overpayments");
        Assert.Equal(tooMuch > 0, list.Text.Contains("发现 1 户共 340.00 元", StringComparison.Ordinal));
        await NothingTwiceOrNegative();
    }

    [Fact]
    public async Task A_check_while_the_roster_is_being_made_leaves_no_line_of_what_was_taken_back()
    {
        var ids = new List<Guid>();
        for (var i = 0; i < 4; i++)
        {
            ids.Add(await _app.InBenefit(new CaseBuilder(_app) { Facts = Families.Three() with { Payee = new("李试兰", "农村商业银行", $"622600000000000001{i}") } }));
        }

        var (maker, sealer) = await _app.Officers();
        var leader = await _app.LogIn("leader");
        var back = await Task.WhenAll(ids.Take(2).Select(async id => (await leader.Get($"/cases/{id}/decision/withdraw")).Form("withdraw").Fill("Input.Reason", "县级抽查发现材料不实")));
        var making = Task.Run(() => _app.Generate(maker));
        var answers = await Task.WhenAll(back.Select(b => Task.Run(() => b.Submit()))).WaitAsync(Patience);
        var roster = await making.WaitAsync(Patience);

        Assert.All(answers, a => Assert.Equal(200, a.Status));
        await _app.Submit(maker, roster);
        await _app.Seal(sealer, roster);
        if (await _app.Status(roster) != "sealed")
        {
            await Again(maker, sealer, roster);
        }

        Assert.Equal([0m, 0m, 780m, 780m], await Task.WhenAll(ids.Select(id => Sealed(id, "2026-12-01"))));
        await NothingTwiceOrNegative();
    }

    private static async Task<(Page Check, Page Pay)> InOrder(string first, Func<Task<Page>> check, Func<Task<Page>> pay)
    {
        if (first == "together")
        {
            var (one, two) = (Task.Run(check), Task.Run(pay));
            await Task.WhenAll(one, two).WaitAsync(Patience);
            return (await one, await two);
        }

        var before = first == "check" ? await check() : null;
        var paid = await pay();
        return (before ?? await check(), paid);
    }

    private async Task Again(Visitor maker, Visitor sealer, Guid roster)
    {
        if (await _app.Status(roster) == "submitted")
        {
            await (await sealer.Get($"/disbursement/rosters/{roster}/seal")).Form("return").Fill("Reason", "名单已变化").Submit();
        }

        await (await maker.Get($"/disbursement/rosters/{roster}")).Form("submit").Submit("重新生成");
        await _app.Made(roster);
        await _app.Submit(maker, roster);
        var done = await _app.Seal(sealer, roster);
        Assert.True(await _app.Status(roster) == "sealed", done.Text);
    }

    private Task<string?> Stage(Guid id) => _app.Sql.One<string>("select stage from cases.case_files where id = $1", id);

    private Task<decimal> Sealed(Guid id, string month) => _app.Sql.One<decimal>(
        "select coalesce(sum(p.amount), 0) from disbursement.payments p join disbursement.rosters r on r.id = p.roster_id where p.case_id = $1 and p.for_month = $2::date and r.sealed_at is not null", id, DateOnly.Parse(month, null));

    private async Task NothingTwiceOrNegative()
    {
        Assert.Equal(0, await _app.Sql.Count("disbursement.payments where amount <= 0"));
        Assert.Equal(0, await _app.Sql.Count("(select from disbursement.payments group by for_month, person_key, benefit having count(*) > 1) twice"));
    }
}
