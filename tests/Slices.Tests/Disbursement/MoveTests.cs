using System.Text;
using MediatR;
using Microsoft.Extensions.DependencyInjection;
using Npgsql;
using SocialAssistance.Cases.Reviews;
using SocialAssistance.Contracts.Accounts;
using SocialAssistance.Slices.Tests.Builders;
using SocialAssistance.Slices.Tests.Cases;
using SocialAssistance.Slices.Tests.Standards;

namespace SocialAssistance.Slices.Tests.Disbursement;

/// <summary>
/// A family moves to another township: claims and account go along, and each line is paid by the township that answers for
/// the month it is paid in, whatever month it is for.
/// </summary>
public sealed class MoveTests : IAsyncLifetime
{
    private readonly DisbursementApp _app = new();
    private string _village = "";

    public async Task InitializeAsync()
    {
        await _app.InitializeAsync();
        _village = await _app.Run(services => Task.FromResult(services.GetRequiredService<IDivisions>().Villages(DemoAccounts.Luoao)[0].Code));
    }

    public Task DisposeAsync() => _app.DisposeAsync();

    [Fact]
    public async Task Claims_and_account_follow_the_family_in_its_month()
    {
        var id = await _app.InBenefit(new CaseBuilder(_app));
        await _app.Sql.Execute("""
            insert into disbursement.overpayments (id, number, household_id, case_id, division_code, head_name, program, amount, months, cause, heard_on, statement, basis, instalment, first_due, registered_by, registered_by_name, registered_at)
            select gen_random_uuid(), 'ZH-202611-0001', household_id, id, division_code, '李试兰', program, 100, '2026年10月', '去世后未及时停发', '2026-11-01', '无异议', '社会救助暂行办法 第六十八条', 50, '2026-12-10', gen_random_uuid(), '周资金', $2
            from cases.case_files where id = $1
            """, id, _app.Clock.GetUtcNow());
        await _app.Sql.Execute("""
            insert into disbursement.payee_changes (id, household_id, case_id, division_code, head_name, holder, bank, account, evidence, reason, status, requested_by, requested_by_name, requested_at)
            select gen_random_uuid(), household_id, id, division_code, '李试兰', '李试兰', '农村商业银行', '6226000000000000002', '存折', '换卡', 'requested', gen_random_uuid(), '王经办', $2 from cases.case_files where id = $1
            """, id, _app.Clock.GetUtcNow());
        await _app.Change(id, "moved", ("Input.Village", _village), ("Input.Area", "rural"), ("Input.Address", "新屋 3 号"));
        Assert.Contains("ZH-202611-0001", (await (await _app.LogIn("clerk")).Get("/disbursement/overpayments")).Text);

        _app.Clock.SetUtcNow(new(2026, 12, 1, 1, 0, 0, TimeSpan.Zero));
        await _app.Run(services => services.GetRequiredService<IMediator>().Send(new RefreshReviews()));

        Assert.DoesNotContain("ZH-202611-0001", (await (await _app.LogIn("clerk")).Get("/disbursement/overpayments")).Text);
        var clerk = await _app.LogIn("clerk3");
        Assert.Contains("ZH-202611-0001", (await clerk.Get("/disbursement/overpayments")).Text);
        Assert.Contains("****0001", (await clerk.Get($"/cases/{id}/payments")).Text);
        Assert.Contains("李试兰", (await (await _app.LogIn("leader2")).Get("/disbursement/payee-changes")).Text);
        Assert.Equal(_village, await _app.Sql.One<string>("select division_code from disbursement.payees where case_id = $1 order by recorded_at desc, id desc limit 1", id));
        Assert.Equal(_village, await _app.Sql.One<string>("select division_code from disbursement.payee_changes where case_id = $1", id));
        // Only the place of a claim may change.
        await Assert.ThrowsAsync<PostgresException>(() => _app.Sql.Execute("update disbursement.overpayments set amount = 1"));
        await Assert.ThrowsAsync<PostgresException>(() => _app.Sql.Execute("delete from disbursement.overpayments"));
    }

    [Fact]
    public async Task Back_pay_is_paid_by_the_township_of_the_month_it_is_paid_in()
    {
        // 780.00 a month from December; the move is decided in January and counts from February.
        var id = await _app.InBenefit(new CaseBuilder(_app));
        var old = await _app.Sql.One<string>("select division_code from cases.case_files where id = $1", id);
        await Seal("2026-12", new(2026, 12, 5, 1, 0, 0, TimeSpan.Zero));
        _app.Clock.SetUtcNow(new(2027, 1, 8, 1, 0, 0, TimeSpan.Zero));
        await _app.Change(id, "moved", ("Input.Village", _village), ("Input.Area", "rural"), ("Input.Address", "新屋 3 号"));

        // 700 instead of 660 from December on, known before the roster of January: the old township pays both months.
        await Raise(1, "700", new(2026, 12, 1));
        await Seal("2027-01", new(2027, 1, 12, 1, 0, 0, TimeSpan.Zero));
        Assert.Equal([$"2026-12 120.00 {old}", $"2027-01 900.00 {old}"], await Lines("2027-01"));

        // 720 from December on, known after it: the new one pays the difference of December and January.
        await Raise(2, "720", new(2026, 12, 1));
        _app.Clock.SetUtcNow(new(2027, 2, 2, 1, 0, 0, TimeSpan.Zero));
        await _app.Run(services => services.GetRequiredService<IMediator>().Send(new RefreshReviews()));
        await Seal("2027-02", new(2027, 2, 5, 1, 0, 0, TimeSpan.Zero));
        Assert.Equal([$"2026-12 60.00 {_village}", $"2027-01 60.00 {_village}", $"2027-02 960.00 {_village}"], await Lines("2027-02"));
        Assert.Equal(1, await _app.Sql.Count("disbursement.roster_orders o join disbursement.rosters r on r.id = o.roster_id where r.month = '2027-02-01' and o.division_code = $1", _village));
        Assert.Equal(780m + 1020m + 1080m, await _app.Sql.One<decimal>("select sum(amount) from disbursement.payments"));
    }

    [Fact]
    public async Task A_move_decided_after_the_roster_was_made_is_noticed_and_made_anew()
    {
        var id = await _app.InBenefit(new CaseBuilder(_app));
        var (first, _) = await _app.Officers();
        var roster = await _app.Generate(first);
        await _app.Change(id, "moved", ("Input.Village", _village), ("Input.Area", "rural"), ("Input.Address", "新屋 3 号"));

        Assert.Contains("有 1 户的待遇或账号发生了变化", (await _app.Submit(first, roster)).Text);
        await (await first.Get($"/disbursement/rosters/{roster}")).Form("submit").Submit("重新生成");
        await _app.Made(roster);

        Assert.Equal([$"2026-12 780.00 {_village}"], await Lines("2026-12"));
    }

    [Fact]
    public async Task Money_that_came_back_before_the_move_is_put_right_by_the_new_township()
    {
        var id = await _app.InBenefit(new CaseBuilder(_app));
        await Seal("2026-12", new(2026, 12, 5, 1, 0, 0, TimeSpan.Zero));
        var (first, _) = await _app.Officers();
        var roster = await _app.Sql.One<Guid>("select id from disbursement.rosters");
        await _app.Export(first, roster);
        var row = (await _app.Sql.Rows("select r.number || '-' || lpad(o.number::text, 5, '0'), o.account, o.amount from disbursement.roster_orders o join disbursement.rosters r on r.id = o.roster_id"))[0];
        var read = await (await first.Get($"/disbursement/rosters/{roster}/return")).Form("upload")
            .Attach("Upload", "回盘.csv", Encoding.UTF8.GetBytes($"批次行号,账号,金额,处理结果,失败原因\r\n{row[0]},{row[1]},{row[2]:F2},失败,账户已销户")).Submit();
        await read.Form("apply").Submit("确认入账(Y)");
        await _app.Change(id, "moved", ("Input.Village", _village), ("Input.Area", "rural"), ("Input.Address", "新屋 3 号"));
        Assert.Contains("李试兰", (await (await _app.LogIn("clerk")).Get("/disbursement/returned")).Text);

        _app.Clock.SetUtcNow(new(2027, 1, 4, 1, 0, 0, TimeSpan.Zero));
        await _app.Run(services => services.GetRequiredService<IMediator>().Send(new RefreshReviews()));

        Assert.DoesNotContain("李试兰", (await (await _app.LogIn("clerk")).Get("/disbursement/returned")).Text);
        var clerk = await _app.LogIn("clerk3");
        Assert.Contains("李试兰", (await clerk.Get("/disbursement/returned")).Text);
        var asked = await (await clerk.Get($"/cases/{id}/payee")).Form().Fill("领款人", "李试兰").Fill("开户行", "农村商业银行").Fill("账号", "6226000000000000009").Fill("看过的凭证", "新存折首页").Fill("变更原因", "销户").Submit();
        Assert.True(asked.Status == 200, asked.Text);
        var change = await _app.Sql.One<Guid>("select id from disbursement.payee_changes");
        await (await (await _app.LogIn("leader2")).Get($"/disbursement/payee-changes/{change}")).Form("decide").Submit("同意变更(Y)");
        (first, _) = await _app.Officers();
        await (await first.Get("/disbursement/returned")).Form("correction").Submit();

        Assert.Equal(_village, await _app.Sql.One<string>("select division_code from disbursement.roster_orders where corrects_number is not null and account = '6226000000000000009'"));
    }

    private async Task Seal(string month, DateTimeOffset at)
    {
        _app.Clock.SetUtcNow(at);
        var (first, second) = await _app.Officers();
        await _app.Sealed(first, second, month);
        _app.Clock.Advance(TimeSpan.FromHours(1));
    }

    private async Task Raise(int number, string standard, DateOnly from)
    {
        var id = await Publication.DraftAsync(_app, Publication.Line("minimum-living-allowance.standard", "rural", $"\"{standard}\"", from));
        await Publication.CarryAsync(_app, id, number, from);
        for (var i = 0; i < 1_200 && await _app.Sql.Count("platform.jobs where kind = 'cases.uprate' and finished_at is not null") < number; i++)
        {
            await Task.Delay(50);
        }

        Assert.Equal(number, await _app.Sql.Count("cases.timeline_entries where kind = 'standard-raised'"));
    }

    private async Task<string[]> Lines(string month) => [.. (await _app.Sql.Rows("""
        select concat(to_char(p.for_month, 'YYYY-MM'), ' ', sum(p.amount), ' ', p.division_code) from disbursement.payments p join disbursement.rosters r on r.id = p.roster_id
        where r.month = $1 group by p.for_month, p.division_code order by 1
        """, DateOnly.Parse(month + "-01", null))).Select(r => (string)r[0]!)];
}
