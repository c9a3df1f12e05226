using MediatR;
using Microsoft.Extensions.DependencyInjection;
using SocialAssistance.Disbursement.Verification;
using SocialAssistance.Platform.Data;

namespace SocialAssistance.Slices.Tests.Disbursement;

/// <summary>Whoever owns the database may switch every trigger off; the chain still tells.</summary>
public sealed class TamperTests : IAsyncLifetime
{
    private static readonly string[] LineFields =
        ["amount = amount + 1", "person_name = person_name || '改'", "explanation = explanation || '。'", "benefit = 'category-supplement'", "kind = 'care'", "for_month = for_month - interval '1 month'",
         "id_number = '360731190001010000'", "area = 'urban'", "case_id = gen_random_uuid()", "household_id = gen_random_uuid()", "division_code = '360731999999'", "entitlement_id = gen_random_uuid()", "head_name = '别人'"];

    private static readonly string[] OrderFields =
        ["amount = amount - 0.01", "account = '6228489999999999999'", "holder = '别人'", "bank = '别的银行'", "head_name = '别人'", "summary = summary || '。'", "persons = persons + 1", "holder_id_number = null",
         "case_number = 'X'", "case_id = gen_random_uuid()", "division_code = '360731999999'", "row_hash = md5(row_hash)"];

    private readonly DisbursementApp _app = new();

    public Task InitializeAsync() => _app.InitializeAsync();

    public Task DisposeAsync() => _app.DisposeAsync();

    [Fact]
    public async Task A_thousand_random_edits_deletions_insertions_and_swaps_are_all_found_and_named()
    {
        await _app.Seed(30);
        var (first, second) = await _app.Officers();
        await _app.Sealed(first, second);
        await using var host = new AppHost(_app.Database.Owner, _app.Database.Owner);
        await using var scope = host.Services.CreateAsyncScope();
        var unit = scope.ServiceProvider.GetRequiredService<UnitOfWork>();
        var mediator = scope.ServiceProvider.GetRequiredService<IMediator>();
        await unit.BeginAsync();
        await unit.ExecuteAsync("set local session_replication_role = replica", []);
        Assert.Null((await mediator.Send(new VerifySealsQuery())).Problem);
        var random = new Random(20261125);
        var missed = new List<string>();
        for (var i = 0; i < 1000; i++)
        {
            await unit.ExecuteAsync("savepoint before", []);
            var (attack, place) = Attack(random);
            Assert.True(await unit.ExecuteAsync(attack, []) > 0, attack);
            var report = await mediator.Send(new VerifySealsQuery());
            if (report.Problem is null || (place is not null && report.Row != place) || report.Problem.Contains("FF-202612-01", StringComparison.Ordinal) is false)
            {
                missed.Add($"{attack}: {report.Problem}");
            }

            await unit.ExecuteAsync("rollback to savepoint before", []);
        }

        Assert.Empty(missed);
    }

    // One change, and the row it must be told by.
    private static (string Sql, int? Row) Attack(Random random)
    {
        var row = random.Next(1, 31);
        var key = $"(select order_key from disbursement.roster_orders where number = {row})";
        var line = $"(select ctid from disbursement.payments where order_key = {key} order by person_key limit 1)";
        return random.Next(7) switch
        {
            0 => ($"update disbursement.payments set {LineFields[random.Next(LineFields.Length)]} where ctid = {line}", row),
            1 => ($"update disbursement.roster_orders set {OrderFields[random.Next(OrderFields.Length)]} where number = {row}", row),
            2 => ($"delete from disbursement.payments where ctid = {line}", row),
            3 => ($"delete from disbursement.roster_orders where number = {row}", row),
            4 => ($"""
                insert into disbursement.payments (roster_id, order_key, person_key, benefit, kind, for_month, household_id, case_id, case_number, division_code, head_name, person_id, person_name, id_number, area, amount, explanation, entitlement_id)
                select roster_id, order_key, gen_random_uuid(), benefit, kind, for_month, household_id, case_id, case_number, division_code, head_name, person_id, person_name, id_number, area, amount, explanation, entitlement_id
                from disbursement.payments where ctid = {line}
                """, row),
            5 => ($"""
                insert into disbursement.payments (roster_id, order_key, person_key, benefit, kind, for_month, household_id, case_id, case_number, division_code, head_name, person_id, person_name, id_number, area, amount, explanation, entitlement_id)
                select roster_id, gen_random_uuid(), gen_random_uuid(), benefit, kind, for_month, household_id, case_id, case_number, division_code, head_name, person_id, person_name, id_number, area, amount, explanation, entitlement_id
                from disbursement.payments where ctid = {line}
                """, null),
            // Two rows change places in the list.
            _ => ($"update disbursement.roster_orders o set (account, holder) = (select q.account, q.holder from disbursement.roster_orders q where q.number = o.number % 30 + 1) where o.number = {row}", row),
        };
    }

    [Fact]
    public async Task The_loss_of_the_newest_roster_is_seen_from_the_printed_code()
    {
        await _app.Seed(6);
        var (first, second) = await _app.Officers();
        await _app.Sealed(first, second);
        await _app.Confirm("李秀兰", 660m, new(2027, 1));
        (first, second) = await _app.Later(30);
        var january = await _app.Sealed(first, second, "2027-01");
        var december = await _app.Sql.One<string>("select seal_hash from disbursement.rosters where seal_number = 1");
        var printed = (await _app.Sql.One<string>("select seal_hash from disbursement.rosters where seal_number = 2"))!;
        var found = await Verify(first, printed.ToUpperInvariant());
        var older = await Verify(first, december!);

        await _app.Sql.Execute("""
            alter table disbursement.payments disable trigger user; alter table disbursement.roster_orders disable trigger user; alter table disbursement.rosters disable trigger user;
            delete from disbursement.payments where roster_id = (select id from disbursement.rosters where seal_number = 2);
            delete from disbursement.roster_orders where roster_id = (select id from disbursement.rosters where seal_number = 2);
            delete from disbursement.roster_townships where roster_id = (select id from disbursement.rosters where seal_number = 2);
            delete from disbursement.roster_changes where roster_id = (select id from disbursement.rosters where seal_number = 2);
            delete from disbursement.rosters where seal_number = 2
            """);
        var lost = await Verify(first, printed);

        Assert.NotEqual(Guid.Empty, january);
        Assert.Contains("是封存链的第 2 号（FF-202701-01），是最新的一个", found.Text, StringComparison.Ordinal);
        Assert.Contains("是封存链的第 1 号（FF-202612-01），其后还有 1 个批次", older.Text, StringComparison.Ordinal);
        Assert.Contains("封存链里没有打印的这个封存码", lost.Text, StringComparison.Ordinal);
    }

    private static async Task<Page> Verify(Visitor visitor, string printed) =>
        await (await visitor.Get("/disbursement/verification")).Form("verify").Fill("纸上打印的封存码", printed).Submit();
}
