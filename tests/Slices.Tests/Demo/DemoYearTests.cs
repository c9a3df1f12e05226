using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using SocialAssistance.Cases.Demo;
using SocialAssistance.Platform.Time;

namespace SocialAssistance.Slices.Tests.Demo;

/// <summary>A demonstration county that lived twelve months through its own commands, as whoever starts it finds it.</summary>
public sealed class DemoYearCounty : App
{
    public override async Task InitializeAsync()
    {
        await base.InitializeAsync();
        await Run(services => services.GetRequiredService<DemoVerb>().FillAsync(60, 1, CancellationToken.None, 12));
    }

    protected override void Change(IServiceCollection services) => services.Replace(ServiceDescriptor.Singleton<TimeProvider>(new DemoClock(Host.Clock)));
}

public sealed class DemoYearTests(DemoYearCounty app) : IClassFixture<DemoYearCounty>
{
    [Fact]
    public async Task Twelve_months_are_sealed_sent_and_answered_with_two_returns_that_came_right()
    {
        Assert.Equal(12, await app.Sql.Count("disbursement.rosters where kind = 'monthly' and sealed_at is not null and status in ('completed', 'partly-paid')"));
        Assert.Equal(2, await app.Sql.Count("disbursement.rosters where kind = 'correction' and status = 'completed'"));
        Assert.Equal(2, await app.Sql.Count("disbursement.payment_outcomes where not paid"));
        Assert.Equal(0, await app.Sql.Count("disbursement.roster_findings where blocking"));
        Assert.Equal(0, await app.Sql.Count("disbursement.payments where amount <= 0"));
        Assert.Equal(0, await app.Sql.Count("disbursement.rosters where prepared_by = sealed_by"));
    }

    [Fact]
    [Trait("Rule", "BP-04")]
    public async Task What_arrived_is_what_was_due_but_for_the_two_deaths_told_late()
    {
        // Knows nothing of the product's own statements.
        var different = await app.Sql.Rows("""
            with due as (
                select e.household_id, m::date as month, sum(e.amount) as yuan
                from disbursement.entitlements e
                cross join generate_series(date '2025-12-01', date '2026-11-01', interval '1 month') m
                where e.program = 'minimum-living' and m >= e.from_month
                    and m <= coalesce((select min(x.last_month) from disbursement.entitlement_endings x where x.entitlement_id = e.id), date '2026-11-01')
                group by 1, 2
            ),
            arrived as (
                select p.household_id, p.for_month as month, sum(p.amount) as yuan
                from disbursement.payments p
                join disbursement.roster_orders o on o.roster_id = p.roster_id and o.order_key = p.order_key
                join disbursement.payment_outcomes x on x.roster_id = o.roster_id and x.number = o.number
                where x.paid group by 1, 2
            )
            select coalesce(d.month, a.month), coalesce(a.yuan, 0) - coalesce(d.yuan, 0)
            from due d full join arrived a using (household_id, month) where d.yuan is distinct from a.yuan order by 1
            """);

        Assert.Equal(["2026-04-01", "2026-05-01", "2026-09-01"], different.Select(r => $"{r[0]:yyyy-MM-dd}"));
        Assert.All(different, r => Assert.True((decimal)r[1]! > 0, $"{r[0]:yyyy-MM} {r[1]}"));
        Assert.Equal(1, await app.Sql.Count("disbursement.overpayments"));
        Assert.Equal(2, await app.Sql.Count("disbursement.repayments"));
    }

    [Fact]
    public async Task Every_line_of_every_bank_list_leads_to_the_clause_it_rests_on()
    {
        var without = await app.Sql.Rows("""
            select distinct p.head_name, p.for_month
            from disbursement.payments p
            join disbursement.entitlements e on e.id = p.entitlement_id
            where not exists (select from cases.determinations d, jsonb_array_elements(d.assessment -> 'steps') s
                where d.id = e.determination_id and d.case_id = p.case_id and s ->> 'benefit' = p.benefit and (s ->> 'source' ~ '〔[0-9]{4}〕[0-9]+号 .' or s ->> 'source' ~ '^演示文件|^HM-'))
            """);
        Assert.Empty(without.Select(r => $"{r[0]} {r[1]:yyyy-MM}"));
        var auditor = await app.LogIn("audit");
        var row = (await app.Sql.Rows("select o.roster_id, o.number from disbursement.roster_orders o join disbursement.rosters r on r.id = o.roster_id where r.month = '2026-05-01' order by o.number limit 1"))[0];
        var proof = await auditor.Get($"/disbursement/rosters/{row[0]}/orders/{row[1]}");
        Assert.Contains("依据，从条款到银行", proof.Text, StringComparison.Ordinal);
        Assert.Contains("发放成功", proof.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Lists_of_exits_phase_outs_reviews_and_overpayments_have_something_to_show()
    {
        var clerk = await app.LogIn("clerk");

        var november = await clerk.Get("/changes/exits?month=2026-11");
        Assert.Contains("退出名单 2 户", november.Text, StringComparison.Ordinal);
        Assert.Contains("渐退名单 3 户", november.Text, StringComparison.Ordinal);
        Assert.Contains("退出名单 1 户", (await clerk.Get("/changes/exits?month=2026-12")).Text, StringComparison.Ordinal);
        Assert.Contains("退出名单 1 户", (await clerk.Get("/changes/exits?month=2026-07")).Text, StringComparison.Ordinal);
        Assert.True(await app.Sql.Count("cases.reviews") >= 8);
        Assert.True(await app.Sql.Count("cases.review_dues where kind = 'age-18'") >= 1);
        Assert.Equal(1, await app.Sql.Count("cases.reviews where kind = 'age-18'"));
        Assert.Equal(1, await app.Sql.Count("cases.benefit_changes where status = 'proposed'"));
        Assert.Contains("发现 1 户", (await (await app.LogIn("fund1")).Get("/disbursement/overpayments")).Text, StringComparison.Ordinal);
        Assert.Equal("360731108201", await app.Sql.One<string>("select f.division_code from cases.case_files f join cases.benefit_changes c on c.case_id = f.id where c.kind = 'moved'"));
    }

    [Fact]
    public async Task The_ledger_and_the_trail_verify_and_nobody_acted_after_today()
    {
        var officer = await app.LogIn("fund1");
        var verified = await (await officer.Get("/disbursement/verification")).Form("verify").Submit();
        Assert.Contains("已核验 14 个封存批次，全部与封存时一致", verified.Text, StringComparison.Ordinal);
        Assert.Equal(0, await app.Sql.Count("platform.audit_entries where at > $1", app.Clock.GetUtcNow()));
        Assert.Equal(0, await app.Sql.Count("platform.jobs where last_error is not null"));
    }
}
