using Microsoft.Extensions.DependencyInjection;
using SocialAssistance.Platform.Modules;
using SocialAssistance.Slices.Tests.Cases;
using SocialAssistance.Slices.Tests.Households;

namespace SocialAssistance.Slices.Tests.Standards;

/// <summary>A raise is seen before it is made, and what was seen is what is made.</summary>
public sealed class ImpactTests : IAsyncLifetime
{
    private const string Raised = "\"700.00\"";
    private readonly DemoCounty _app = new();

    public Task InitializeAsync() => _app.InitializeAsync();

    public Task DisposeAsync() => _app.DisposeAsync();

    [Fact]
    [Trait("Rule", "BP-04")]
    public async Task The_impact_of_a_raise_from_two_months_ago_is_what_the_publication_makes_due_to_the_fen()
    {
        // Ordered in November for September: two months paid by the old standard, and November itself.
        var version = await Publication.DraftAsync(_app, Publication.Line("minimum-living-allowance.standard", "rural", Raised, new(2026, 9, 1)));
        var administrator = await _app.LogIn("admin1");
        await _app.Sql.Execute("""
            insert into disbursement.funding_rates (id, program, area, level, per_person, yearly, from_month, document, recorded_at, recorded_by_name)
            values (gen_random_uuid(), 'minimum-living', 'rural', 'province', 100, false, '2026-01-01', '赣财社指〔2026〕1号', now(), '刘会计')
            """);
        await OverpaidFamily();
        var page = await (await administrator.Get($"/standards/versions/{version}/impact")).Form("impact").Submit();
        Assert.Equal(200, page.Status);
        await Until("select count(*) from standards.impact_runs where status = 'Done'", 1);

        var result = await administrator.Get($"/standards/versions/{version}/impact");
        Assert.Contains("增发", result.Text, StringComparison.Ordinal);
        Assert.True(await _app.Sql.Count("standards.impact_lines where kind = 'gain' and after > before") > 0);
        Assert.Equal(200, (await administrator.Get($"/standards/versions/{version}/impact/lines?kind=gain")).Status);
        await SourcesAddUp(result);

        await _app.Sql.Execute("create table public.due_before as select * from disbursement.entitlements");
        // The demonstration made some of its determinations later on this very day.
        _app.Clock.Advance(TimeSpan.FromDays(1));
        await Publication.CarryAsync(_app, version, 1, new(2026, 9, 1));

        // What the preview promised for each case, against what is recorded as due now, added up in SQL.
        var wrong = await _app.Sql.One<string>("""
            with months as (select generate_series('2026-09-01'::date, '2026-12-01'::date, interval '1 month')::date as month),
            ended as (select entitlement_id, min(last_month) as last_month from disbursement.entitlement_endings group by 1),
            due as (
                select e.case_id, m.month, sum(e.amount) as amount from disbursement.entitlements e left join ended x on x.entitlement_id = e.id, months m
                where e.from_month <= m.month and m.month <= coalesce(x.last_month, m.month) group by 1, 2)
            select string_agg(l.case_number || ' ' || l.after || ' <> ' || coalesce(d.amount, 0), '; ')
            from standards.impact_lines l left join due d on d.case_id = l.case_id and d.month = '2026-12-01'
            where l.kind = 'gain' and l.after is distinct from coalesce(d.amount, 0)
            """);
        Assert.Null(wrong);
        Assert.True(await _app.Sql.Count("cases.timeline_entries where kind = 'standard-raised'") > 10);
        Assert.Equal(await _app.Sql.Count("standards.impact_lines where kind = 'gain'"), await _app.Sql.Count("cases.timeline_entries where kind = 'standard-raised'"));
        Assert.Equal(await _app.Sql.Count("standards.impact_lines where kind = 'loss'"), await _app.Sql.Count("cases.timeline_entries where kind = 'standard-waits'"));
        await NobodyIsLeftSilently(version);
        var backPay = await _app.Sql.One<string>("""
            with months as (select generate_series('2026-09-01'::date, '2026-12-01'::date, interval '1 month')::date as month),
            ended as (select entitlement_id, min(last_month) as last_month from disbursement.entitlement_endings group by 1),
            ended_before as (select entitlement_id, min(last_month) as last_month from disbursement.entitlement_endings where cause <> 'standard' group by 1),
            old as (select e.case_id, m.month, sum(e.amount) as amount from public.due_before e left join ended_before x on x.entitlement_id = e.id, months m
                where e.from_month <= m.month and m.month <= coalesce(x.last_month, m.month) group by 1, 2),
            due as (select e.case_id, m.month, sum(e.amount) as amount from disbursement.entitlements e left join ended x on x.entitlement_id = e.id, months m
                where e.from_month <= m.month and m.month <= coalesce(x.last_month, m.month) group by 1, 2),
            made as (select d.case_id, sum(greatest(0, d.amount - coalesce(o.amount, 0))) as more from due d left join old o using (case_id, month) where d.month < '2026-12-01' group by 1)
            select string_agg(l.case_number || ' ' || l.back_pay || ' <> ' || coalesce(made.more, 0), '; ')
            from standards.impact_lines l left join made on made.case_id = l.case_id
            where l.kind <> 'qualifies' and l.back_pay <> coalesce(made.more, 0)
            """);
        Assert.Null(backPay);
        Assert.Contains("700", await _app.Sql.One<string>("select assessment::text from cases.determinations where purpose = 'standard' limit 1")!, StringComparison.Ordinal);
        // The determination each raised case keeps says what it is paid.
        Assert.Null(await _app.Sql.One<string>("""
            select string_agg(l.case_number || ' ' || l.after || ' <> ' || coalesce(d.monthly_amount, 0), '; ') from standards.impact_lines l
            left join cases.determinations d on d.case_id = l.case_id and d.purpose = 'standard' where l.kind = 'gain' and d.monthly_amount is distinct from l.after
            """));
        Assert.Equal(0, await ReplayTests.Replay(_app));

        // The figure's page counts the families that rest on it now.
        var resting = await _app.Sql.Count("""
            cases.case_files c join cases.determinations d on d.id = c.determination_id
            where c.stage = 'in-benefit' and c.area = 'rural' and d.assessment @? '$.steps[*].source ? (@ like_regex "标准版本")'
            """);
        Assert.True(resting > 10);
        var figure = await (await _app.LogIn("admin1")).Get("/standards/parameters/minimum-living-allowance.standard");
        Assert.Equal($"{resting}", figure.Table().First(r => r[1] == "农村" && r[2].Contains("700", StringComparison.Ordinal))[3]);
    }

    /// <summary>Somebody in benefit earns more than the facts said when his amount was confirmed; nobody has decided on it yet.</summary>
    private Task OverpaidFamily() => _app.Sql.Execute("""
        alter table disbursement.entitlements disable trigger entitlements_append_only;
        update disbursement.entitlements e set amount = amount + 300
        from (select case_id from disbursement.entitlements where program = 'minimum-living' and area = 'rural' and benefit = 'minimum-living-allowance'
              and not exists (select from disbursement.entitlement_endings x where x.entitlement_id = entitlements.id) order by case_id limit 1) c
        where e.case_id = c.case_id and e.benefit = 'minimum-living-allowance';
        alter table disbursement.entitlements enable trigger entitlements_append_only
        """);

    /// <summary>The entered share of the province stands beside what nothing explains, and together they are what is paid, to the fen.</summary>
    private async Task SourcesAddUp(Page result)
    {
        Assert.Contains("未说明来源", result.Text, StringComparison.Ordinal);
        Assert.Equal(0, await _app.Sql.Count("""
            (select program, area, sum(before) as before, sum(after) as after from standards.impact_funding group by 1, 2) f
            full join (select program, area, sum(before) as before, sum(case kind when 'gain' then after else before end) as after from standards.impact_lines where kind <> 'qualifies' group by 1, 2) l using (program, area)
            where f.before is distinct from l.before or f.after is distinct from l.after
            """));
        var persons = await _app.Sql.One<long>("select sum(persons_before) from standards.impact_lines where program = 'minimum-living' and area = 'rural' and kind <> 'qualifies'");
        Assert.True(persons > 0);
        Assert.Equal(persons * 100, await _app.Sql.One<decimal>("select before from standards.impact_funding where program = 'minimum-living' and area = 'rural' and level = 'province'"));
        Assert.Equal(persons, await _app.Sql.One<long>("""
            select count(*) from (select distinct e.case_id, e.person_id from disbursement.entitlements e join cases.case_files c on c.id = e.case_id and c.stage = 'in-benefit' and c.area = 'rural'
                where e.program = 'minimum-living' and e.from_month <= '2026-12-01'
                and not exists (select from disbursement.entitlement_endings x where x.entitlement_id = e.id and x.last_month < '2026-12-01')) paid
            """));
    }

    /// <summary>A family the record pays more than its facts say is neither raised nor forgotten: the reviewer finds it with its reason.</summary>
    private async Task NobodyIsLeftSilently(Guid version)
    {
        var review = await _app.Sql.Count("standards.impact_lines where kind = 'review'");
        Assert.True(review > 0);
        Assert.Equal(review, await _app.Sql.Count("cases.uprating_waits where kind = 'review'"));
        Assert.Equal(0, await _app.Sql.Count("standards.impact_lines l left join cases.uprating_waits w on w.case_id = l.case_id where l.kind in ('review', 'loss') and l.reason is distinct from w.reason"));
        var number = await _app.Sql.One<string>("select case_number from cases.uprating_waits where kind = 'review' order by noted_on, case_id limit 1");
        var reviewer = await _app.LogIn("reviewer");
        foreach (var address in (string[])[$"/changes?tab=standard", $"/standards/versions/{version}/impact/lines?kind=review"])
        {
            var list = await reviewer.Get(address);
            Assert.Contains(number!, list.Text, StringComparison.Ordinal);
            Assert.NotNull(list.Html.QuerySelector("main td a[href$='/benefit']"));
        }

        var page = await (await _app.LogIn("admin2")).Get($"/standards/versions/{version}/publish");
        Assert.Contains($"需复核 {review} 户", page.Text, StringComparison.Ordinal);
    }

    private async Task Until(string question, long answer)
    {
        for (var i = 0; i < 1_200; i++)
        {
            if (await _app.Sql.One<long>(question) >= answer)
            {
                return;
            }

            await Task.Delay(50);
        }

        Assert.Fail(await _app.Sql.One<string>("select string_agg(concat(kind, ' ', attempts, ' ', last_error), E'\n') from platform.jobs where finished_at is null"));
    }
}
