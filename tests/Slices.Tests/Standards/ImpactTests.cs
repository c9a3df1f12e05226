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
        var page = await (await administrator.Get($"/standards/versions/{version}/impact")).Form("impact").Submit();
        Assert.Equal(200, page.Status);
        await Until("select count(*) from standards.impact_runs where status = 'Done'", 1);

        var result = await administrator.Get($"/standards/versions/{version}/impact");
        Assert.Contains("增发", result.Text, StringComparison.Ordinal);
        Assert.True(await _app.Sql.Count("standards.impact_lines where kind = 'gain' and after > before") > 0);
        Assert.Equal(200, (await administrator.Get($"/standards/versions/{version}/impact/lines?kind=gain")).Status);

        await _app.Sql.Execute("create table public.due_before as select * from disbursement.entitlements");
        // The demonstration made some of its determinations later on this very day.
        _app.Clock.Advance(TimeSpan.FromDays(1));
        await Publish(version);
        await Until("select count(*) from platform.jobs where kind = 'cases.uprate' and finished_at is not null", 1);

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
        Assert.Equal(0, await ReplayTests.Replay(_app));
    }

    private Task Publish(Guid version) => _app.Run(async services =>
    {
        var at = await Publication.PublishAsync(_app, version);
        await services.GetRequiredService<SocialAssistance.Platform.Data.UnitOfWork>().RunAsync(() => services.GetRequiredService<MediatR.IMediator>()
            .Publish(new SocialAssistance.Contracts.Standards.StandardPublished(version, 1, Publication.County, new(2026, 9, 1), at)));
    });

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
