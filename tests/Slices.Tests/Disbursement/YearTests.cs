using System.Text;
using MediatR;
using Microsoft.Extensions.DependencyInjection;
using SocialAssistance.Contracts.Cases;
using SocialAssistance.Contracts.Standards;
using SocialAssistance.Platform.Data;
using SocialAssistance.Slices.Tests.Builders;
using SocialAssistance.Slices.Tests.Standards;

namespace SocialAssistance.Slices.Tests.Disbursement;

/// <summary>
/// Twelve months of a small county, through the pages: births, deaths, jobs, an exit, a raise for January ordered in April by
/// the figures of 于民字〔2023〕30号 (600 to 660 in villages, 825 to 885 in town), two bank returns with failures, and one
/// planted error: a death told two months late.
/// </summary>
public sealed class YearTests : IAsyncLifetime
{
    private const string Standard = "minimum-living-allowance.standard";
    private const int Families = 9;
    private const int Late = 5;
    private static readonly byte[] Photo = [0xFF, 0xD8, 0xFF, 0xE0, 1, 2, 3];

    private readonly DisbursementApp _app = new();
    private readonly List<Guid> _cases = [];

    public Task InitializeAsync() => _app.InitializeAsync();

    public Task DisposeAsync() => _app.DisposeAsync();

    [Fact]
    [Trait("Rule", "BP-04")]
    public async Task Twelve_months_agree_with_an_independent_sum_and_only_what_was_planted_is_found()
    {
        await Publication.PublishAsync(_app, Publication.Line(Standard, "rural", "\"600.00\"", new(2026, 1, 1)), Publication.Line(Standard, "urban", "\"825.00\"", new(2026, 1, 1)));
        _app.Clock.Advance(TimeSpan.FromMinutes(1));
        for (var i = 0; i < Families - 1; i++)
        {
            _cases.Add(await InBenefit(i));
        }

        var month = new DateOnly(2026, 12, 1);
        for (var i = 0; i < 12; i++, month = month.AddMonths(1))
        {
            await Happen(month.AddMonths(-1));
            await Pay(month, failing: month.Month is 3 or 7 ? $"户主{(month.Month == 3 ? 4 : 6)}" : null);
            _app.Clock.Advance(month.AddDays(1).ToDateTime(new(9, 0)) - _app.Clock.GetUtcNow().ToOffset(TimeSpan.FromHours(8)).DateTime);
        }

        await SumsAgree();
        await OnlyThePlantedErrorIsFound();
        await EveryLineHasItsClause();
        await AnEditedAmountIsNamed();
    }

    // What the households report in a month; it counts from the next one.
    private async Task Happen(DateOnly month)
    {
        switch (month.Month)
        {
            case 12:
                await Change(1, "birth", month, ("Input.Name", "王小宝"), ("Input.Relation", "子女"), ("Input.BirthDate", $"{month:yyyy-MM-dd}"), ("Input.Male", "true"));
                break;
            case 1:
                await Change(2, "income", month, ("Input.PersonId", "王试国"), ("Input.IncomeType", "工资性收入"), ("Input.Amount", "1050"), ("Input.Period", "month"));
                _cases.Add(await InBenefit(Families - 1));
                break;
            case 2:
                await Change(3, "death", month, ("Input.PersonId", "王试国"));
                break;
            case 4:
                await Raise();
                break;
            case 5:
                await Change(Late, "death", new(2027, 3, 20), ("Input.PersonId", "王试国"));
                break;
            case 8:
                await Change(7, "lost-work", month, ("Input.PersonId", "王试国"));
                break;
            case 9:
                await Change(0, "exit", month);
                break;
        }
    }

    // Village families but the last two, the man's wage differs: 600.00 + 60.00 × i, so 200.00 + 20.00 × i a head.
    private async Task<Guid> InBenefit(int i)
    {
        var facts = Builders.Families.Change(Builders.Families.Change(Builders.Families.Three(), 0, m => m with { Name = $"户主{i}" }), 1, m => m with { Income = [new("wage", 600m + (60m * i), "month", "务工")] })
            with { Area = i >= Families - 3 ? "urban" : "rural", Payee = new($"户主{i}", "于都农商银行", $"62284800000000001{i:00}") };
        var id = await new CaseBuilder(_app) { Facts = facts }.At(Stages.Confirmation);
        var page = await (await (await _app.LogIn("leader")).Get($"/cases/{id}/decision")).Form("decide").Fill("Input.Decision", "confirm").Submit("作出决定(Y)");
        Assert.True(page.Status == 200, page.Text);
        return id;
    }

    private async Task Change(int family, string kind, DateOnly happened, params (string Field, string Value)[] fields)
    {
        var (today, id) = ($"{Today:yyyy-MM-dd}", _cases[family]);
        var clerk = await _app.LogIn("clerk");
        var form = (await clerk.Get($"/cases/{id}/changes/new/{kind}")).Form("change").Fill("Input.HappenedOn", $"{happened:yyyy-MM-dd}").Fill("Input.KnownOn", today).Fill("Input.ReportedBy", "村委会")
            .Attach("Input.EvidenceFiles", "依据.jpg", Photo);
        foreach (var (field, value) in fields)
        {
            form.Fill(field, value);
        }

        var proposed = await form.Submit();
        Assert.True(proposed.Status == 200 && proposed.Url.Segments.Length == 5, $"{kind}: {proposed.Text}");
        if (proposed.Html.QuerySelector("#hearing") is not null && kind is "income")
        {
            await proposed.Form("hearing").Fill("Input.ToldOn", today).Fill("Input.ToldHow", "当面送达").Fill("Input.ReplyUntil", today).Fill("Input.HeardOn", today).Fill("Input.HeardHow", "当面听取")
                .Fill("Input.Statement", "无异议").Fill("Input.Waived", "true").Submit("登记听取意见(S)");
        }

        var decided = await (await (await _app.LogIn("leader")).Get(proposed.Url.AbsolutePath)).Form("decide-change").Fill("Input.Decision", "confirm").Submit("作出决定(Y)");
        Assert.True(decided.Status == 200, $"{kind}: {decided.Text}");
    }

    private async Task Raise()
    {
        var first = new DateOnly(2027, 1, 1);
        var version = await Publication.DraftAsync(_app, Publication.Line(Standard, "rural", "\"660.00\"", first), Publication.Line(Standard, "urban", "\"885.00\"", first));
        await Publication.CarryAsync(_app, version, 2, first);
        Assert.Equal(Families, await _app.Sql.Count("cases.timeline_entries where kind = 'standard-raised'"));
    }

    private async Task Pay(DateOnly month, string? failing)
    {
        var (first, second) = await _app.Officers();
        var roster = await _app.Sealed(first, second, $"{month:yyyy-MM}");
        await _app.Export(first, roster);
        await Answer(first, roster, failing);
        if (failing is not null)
        {
            await Correct(first, second, failing);
        }
    }

    private async Task Answer(Visitor officer, Guid roster, string? failing)
    {
        var rows = await _app.Sql.Rows("select r.number || '-' || lpad(o.number::text, 5, '0'), o.account, o.amount, o.head_name = $2 from disbursement.roster_orders o join disbursement.rosters r on r.id = o.roster_id where r.id = $1", roster, failing ?? "");
        var file = "批次行号,账号,金额,处理结果,失败原因\r\n" + string.Join("\r\n", rows.Select(r => $"{r[0]},{r[1]},{r[2]:F2},{((bool)r[3]! ? "失败,账户已销户" : "成功,")}"));
        var read = await (await officer.Get($"/disbursement/rosters/{roster}/return")).Form("upload").Attach("Upload", "回盘.csv", Encoding.UTF8.GetBytes(file)).Submit();
        var applied = await read.Form("apply").Submit("确认入账(Y)");
        Assert.Contains("已入账", applied.Text, StringComparison.Ordinal);
    }

    private async Task Correct(Visitor first, Visitor second, string head)
    {
        var id = _cases[head[^1] - '0'];
        _app.Clock.Advance(TimeSpan.FromMinutes(1));
        await (await first.Get($"/cases/{id}/payee")).Form("payee").Fill("领款人", head).Fill("开户行", "于都农商银行").Fill("账号", $"62284811111111111{head[^1]}0").Fill("看过的凭证", "新存折首页").Fill("变更原因", "账户已销户").Submit();
        var change = await _app.Sql.One<Guid>("select id from disbursement.payee_changes where status = 'requested'");
        var decided = await (await second.Get($"/disbursement/payee-changes/{change}")).Form("decide").Submit("同意变更(Y)");
        Assert.Contains("已同意", decided.Text, StringComparison.Ordinal);
        _app.Clock.Advance(TimeSpan.FromMinutes(1));
        var page = await (await first.Get("/disbursement/returned")).Form("correction").Submit();
        var correction = Guid.Parse(page.Url.Segments[^1]);
        await _app.Submit(first, correction);
        await _app.Seal(second, correction);
        await _app.Export(first, correction);
        await Answer(first, correction, null);
    }

    // Written from entitlements, endings, payments and outcomes alone; knows nothing of the product's statements.
    private async Task SumsAgree()
    {
        var different = await _app.Sql.Rows("""
            with due as (
                select e.household_id, m::date as month, sum(e.amount) as yuan
                from disbursement.entitlements e
                cross join generate_series(date '2026-12-01', date '2027-11-01', interval '1 month') m
                where m >= e.from_month and m <= coalesce((select min(x.last_month) from disbursement.entitlement_endings x where x.entitlement_id = e.id), date '2027-11-01')
                group by 1, 2
            ),
            arrived as (
                select p.household_id, p.for_month as month, sum(p.amount) as yuan
                from disbursement.payments p
                join disbursement.roster_orders o on o.roster_id = p.roster_id and o.order_key = p.order_key
                join disbursement.payment_outcomes x on x.roster_id = o.roster_id and x.number = o.number
                where x.paid group by 1, 2
            )
            select coalesce(d.month, a.month), coalesce(a.yuan, 0) - coalesce(d.yuan, 0), (select max(head_name) from disbursement.entitlements e where e.household_id = coalesce(d.household_id, a.household_id))
            from due d full join arrived a using (household_id, month) where d.yuan is distinct from a.yuan order by 1
            """);

        // The man of household 5 died in March with 660.00 − 900.00 ÷ 3 = 360.00 a month; April and May were paid when it was told.
        Assert.Equal([$"2027-04-01 360.00 户主{Late}", $"2027-05-01 360.00 户主{Late}"], different.Select(r => $"{r[0]:yyyy-MM-dd} {r[1]:F2} {r[2]}"));
        Assert.Equal(0, await _app.Sql.Count("(select 1 from disbursement.payments where kind not in ('back-pay', 'correction') group by person_key, benefit, for_month having count(*) > 1) twice"));
        Assert.Equal(14, await _app.Sql.Count("disbursement.rosters where sealed_at is not null and status = any(array['completed', 'partly-paid'])"));
        Assert.Equal(2, await _app.Sql.Count("disbursement.payment_outcomes where not paid"));
    }

    private async Task OnlyThePlantedErrorIsFound()
    {
        var (first, _) = await _app.Officers();
        var last = await _app.Sql.One<Guid>("select id from disbursement.rosters where kind = 'monthly' order by month desc limit 1");
        var errors = (await first.Get($"/disbursement/rosters/{last}/four-errors?months=12")).Table("多发、漏发、重发、迟发");
        Assert.Equal(["多发 2 720.00", "漏发 0 0.00", "重发 0 0.00", "迟发 0 0.00"], errors.Select(r => $"{r[0]} {r[2]} {r[3]}"));
        Assert.Contains("发现 1 户共 720.00 元", (await first.Get("/disbursement/overpayments")).Text, StringComparison.Ordinal);
    }

    // From the bank's line to the steps of the determination it rests on, each with document and article.
    private async Task EveryLineHasItsClause()
    {
        var without = await _app.Sql.Rows("""
            select distinct p.head_name, p.for_month, e.explanation
            from disbursement.roster_orders o
            join disbursement.payments p on p.roster_id = o.roster_id and p.order_key = o.order_key
            join disbursement.entitlements e on e.id = p.entitlement_id
            where not exists (select from cases.determinations d, jsonb_array_elements(d.assessment -> 'steps') s
                where d.id = e.determination_id and d.case_id = p.case_id and s ->> 'benefit' = p.benefit and s ->> 'source' ~ '〔[0-9]{4}〕[0-9]+号 .')
            """);
        Assert.Empty(without.Select(r => $"{r[0]} {r[1]} {r[2]}"));
        Assert.Equal(0, await _app.Sql.Count("disbursement.roster_orders o where not exists (select from disbursement.payments p where p.roster_id = o.roster_id and p.order_key = o.order_key)"));
        var auditor = await _app.LogIn("audit");
        // The auditor's way: the bank's row, its lines, the stored steps with document and article.
        var place = (await _app.Sql.Rows("select o.roster_id, o.number from disbursement.roster_orders o join disbursement.rosters r on r.id = o.roster_id where r.month = '2027-05-01' and o.case_id = $1", _cases[1]))[0];
        var proof = await auditor.Get($"/disbursement/rosters/{place[0]}/orders/{place[1]}");
        Assert.Contains("第 " + place[1] + " 行的依据，从条款到银行", proof.Text, StringComparison.Ordinal);
        Assert.Contains("发放成功", proof.Text, StringComparison.Ordinal);
        var steps = await auditor.Get(proof.Html.QuerySelector("a[href*='determination?id=']")!.GetAttribute("href")!);
        Assert.Contains("于民字〔2023〕30号 一（二）", steps.Text, StringComparison.Ordinal);
    }

    private async Task AnEditedAmountIsNamed()
    {
        var (first, _) = await _app.Officers();
        Assert.Contains("已核验 14 个封存批次，全部与封存时一致", (await Verify(first)).Text, StringComparison.Ordinal);
        var row = (await _app.Sql.Rows("select o.roster_id, o.order_key, o.number, o.head_name from disbursement.roster_orders o join disbursement.rosters r on r.id = o.roster_id where r.month = '2027-06-01' and r.kind = 'monthly' order by o.number limit 1 offset 3"))[0];
        await _app.Sql.Execute("alter table disbursement.payments disable trigger user");
        await _app.Sql.Execute("update disbursement.payments set amount = amount + 10 where ctid = (select ctid from disbursement.payments where roster_id = $1 and order_key = $2 limit 1)", row[0], row[1]);

        var told = await Verify(first);

        Assert.Contains($"第 {row[2]} 行与封存时不一致（户主{row[3]}）", told.Text, StringComparison.Ordinal);
    }

    private static async Task<Page> Verify(Visitor officer) => await (await officer.Get("/disbursement/verification")).Form("verify").Submit();

    private DateOnly Today => DateOnly.FromDateTime(_app.Clock.GetUtcNow().ToOffset(TimeSpan.FromHours(8)).DateTime);
}
