namespace SocialAssistance.Slices.Tests.Disbursement;

/// <summary>Many hands at once, and a year of months.</summary>
public sealed class ResilienceTests : IAsyncLifetime
{
    private readonly DisbursementApp _app = new();

    public Task InitializeAsync() => _app.InitializeAsync();

    public Task DisposeAsync() => _app.DisposeAsync();

    [Fact]
    public async Task Fifty_requests_to_make_and_fifty_to_seal_give_one_roster_sealed_once()
    {
        await _app.Seed(60);
        var (first, second) = await _app.Officers();
        var page = await first.Get("/disbursement/rosters");
        var made = await Task.WhenAll(Enumerable.Range(0, 50).Select(_ => Post(first, page, "generate", "/disbursement/rosters", ("Input.Program", DisbursementApp.Program), ("Input.Month", "2026-12"))));
        Assert.All(made, status => Assert.True(status < 500, $"{status}"));
        var roster = await _app.Sql.One<Guid>("select id from disbursement.rosters");
        Assert.Equal(1, await _app.Sql.Count("disbursement.rosters"));
        await _app.Made(roster);
        await _app.Submit(first, roster);

        var seal = await second.Get($"/disbursement/rosters/{roster}/seal");
        var hash = seal.Html.QuerySelector("#seal-roster input[name=hash]")!.GetAttribute("value")!;
        var sealings = await Task.WhenAll(Enumerable.Range(0, 50).Select(_ => Post(second, seal, "seal-roster", $"/disbursement/rosters/{roster}/seal", ("hash", hash))));

        Assert.All(sealings, status => Assert.True(status < 500, $"{status}"));
        Assert.Equal("sealed", await _app.Status(roster));
        Assert.Equal(1, await _app.Sql.One<int>("select max(seal_number) from disbursement.rosters"));
        Assert.Equal(120, await _app.Sql.Count("disbursement.payments"));
    }

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    public async Task A_stop_and_a_seal_at_the_same_time_never_pay_what_was_stopped_without_saying_so(int seed)
    {
        await _app.Seed(20);
        var stopped = await _app.Confirm("李秀兰", 660m, new(2026, 12));
        var (first, second) = await _app.Officers();
        var roster = await _app.Generate(first);
        await _app.Submit(first, roster);
        var form = (await second.Get($"/disbursement/rosters/{roster}/seal")).Form("seal-roster");
        var wait = new Random(seed).Next(0, 40);

        var seal = Task.Run(() => form.Submit());
        var stop = Task.Run(async () =>
        {
            await Task.Delay(wait);
            try
            {
                await _app.Withdraw(stopped);
                return true;
            }
            catch (InvalidOperationException)
            {
                return false;
            }
        });

        await Task.WhenAll(seal, stop);
        // Either the stop came first and the seal was refused, or the seal came first and the stop was.
        Assert.Equal(await stop ? "submitted" : "sealed", await _app.Status(roster));
    }

    [Fact]
    public async Task Twelve_months_with_a_raise_ordered_in_April_for_January_pay_every_fen_once()
    {
        await _app.Seed(15, from: "2026-12-01");
        var (first, second) = await _app.Officers();
        await _app.Sealed(first, second);
        var month = new DateOnly(2027, 1, 1);
        for (var i = 0; i < 11; i++, month = month.AddMonths(1))
        {
            (first, second) = await _app.Later(31);
            if (month.Month == 5)
            {
                await Raise(new(2027, 1, 1), 25.55m);
            }

            var roster = await _app.Sealed(first, second, $"{month:yyyy-MM}");
            Assert.Equal(month.Month == 5 ? 30 * 4 : 0, await _app.Sql.Count("disbursement.payments where roster_id = $1 and kind = 'back-pay'", roster));
        }

        // An independent sum: 30 persons, one month at 330.00 and eleven at 355.55.
        var expected = 30 * (330m + (11 * 355.55m));
        Assert.Equal(expected, await _app.Sql.One<decimal>("select sum(amount) from disbursement.payments"));
        Assert.Equal(expected, await _app.Sql.One<decimal>("select sum(total) from disbursement.rosters"));
        Assert.Equal(0, await _app.Sql.Count("(select 1 from disbursement.payments group by person_key, benefit, for_month having sum(amount) not in (330, 355.55)) wrong"));
        var last = await _app.Sql.One<Guid>("select id from disbursement.rosters order by month desc limit 1");
        Assert.Equal(["0", "0", "0", "0"], (await first.Get($"/disbursement/rosters/{last}/four-errors?months=12")).Table("多发、漏发、重发、迟发").Select(r => r[2]));
        var verified = await (await first.Get("/disbursement/verification")).Form("verify").Submit();
        Assert.Contains("已核验 12 个封存批次，全部与封存时一致", verified.Text, StringComparison.Ordinal);
    }

    // A new standard for earlier months, as the order writes it: the old row ends, a new one begins.
    private Task<int> Raise(DateOnly from, decimal by) => _app.Sql.Execute("""
        with old as (select * from disbursement.entitlements),
        ended as (insert into disbursement.entitlement_endings (id, entitlement_id, last_month, cause, reason, recorded_at, recorded_by_name, ground)
            select gen_random_uuid(), id, ($1::date - interval '1 month')::date, 'standard', '标准提高', $3, '系统', 'no-loss' from old)
        insert into disbursement.entitlements (id, household_id, case_id, case_number, division_code, program, head_name, person_id, person_name, id_number, benefit, area, amount, basis, explanation, from_month, cause, determination_id, recorded_at, recorded_by_name)
        select gen_random_uuid(), household_id, case_id, case_number, division_code, program, head_name, person_id, person_name, id_number, benefit, area, amount + $2, basis, '标准提高', $1, 'standard', determination_id, $3, '系统' from old
        """, from, by, _app.Clock.GetUtcNow());

    private static async Task<int> Post(Visitor visitor, Page page, string form, string path, params (string Name, string Value)[] fields)
    {
        var token = page.Html.QuerySelector($"#{form} input[name=__RequestVerificationToken]")!.GetAttribute("value")!;
        using var content = new FormUrlEncodedContent([.. fields.Select(f => KeyValuePair.Create(f.Name, f.Value)), KeyValuePair.Create("__RequestVerificationToken", token), KeyValuePair.Create("__idem", $"{Guid.NewGuid()}")]);
        using var answer = await visitor.Http.PostAsync(path, content);
        return (int)answer.StatusCode;
    }
}
