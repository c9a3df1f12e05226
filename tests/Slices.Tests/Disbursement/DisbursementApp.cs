using MediatR;
using Microsoft.Extensions.DependencyInjection;
using SocialAssistance.Contracts.Cases;
using SocialAssistance.Platform.Data;
using SocialAssistance.Rules.Values;

namespace SocialAssistance.Slices.Tests.Disbursement;

/// <summary>The application with households in benefit, and the steps every test of the money takes.</summary>
public class DisbursementApp : App
{
    public const string Program = "minimum-living";

    private int _seeded;

    /// <summary>Two fund officers: one makes rosters, the other seals them.</summary>
    public async Task<(Visitor First, Visitor Second)> Officers() => (await LogIn("fund1"), await LogIn("fund2"));

    /// <summary>Lets days pass; whoever was signed in signs in again.</summary>
    public Task<(Visitor First, Visitor Second)> Later(int days)
    {
        Clock.Advance(TimeSpan.FromDays(days));
        return Officers();
    }

    /// <summary>Households of two persons with 330.00 yuan each, spread over all townships, with an account each.</summary>
    public async Task Seed(int households, string from = "2026-12-01", string? settledThrough = null)
    {
        await Sql.Execute("""
            with village as (select code, row_number() over (order by code) - 1 as place, count(*) over () as villages from accounts.divisions where level = 'Village'),
            household as (
                select md5('household' || n)::uuid as id, md5('case' || n)::uuid as case_id, 'SQ-202611-' || lpad(n::text, 6, '0') as number, n,
                    (select code from village v where v.place = n % v.villages) as division
                from generate_series($1::integer, $2::integer) n
            ),
            payee as (
                insert into disbursement.payees (id, household_id, case_id, division_code, holder, holder_id_number, bank, account, cause, recorded_at, recorded_by_name)
                select gen_random_uuid(), id, case_id, division, '户主' || n, '36073119700101' || lpad((n % 10000)::text, 4, '0'), '于都农商银行', '622848' || lpad(n::text, 13, '0'), 'confirmed', $5, '系统' from household
            )
            insert into disbursement.entitlements (id, household_id, case_id, case_number, division_code, program, head_name, person_id, person_name, id_number, benefit, area, amount, basis,
                explanation, from_month, settled_through, cause, determination_id, recorded_at, recorded_by_name)
            select md5(h.id::text || p)::uuid, h.id, h.case_id, h.number, h.division, 'minimum-living', '户主' || h.n, md5('person' || h.n || p)::uuid, case p when 1 then '户主' else '成员' end || h.n,
                '3607311970' || lpad(h.n::text, 7, '0') || p, 'minimum-living-allowance', 'rural', 330.00, 'difference', '差额补助：660 − 330 = 330 元/人·月（于民字〔2023〕30号 一（二））',
                $3::date, $4::date, 'added', md5('d' || h.n)::uuid, $5, '系统'
            from household h, generate_series(1, 2) p
            """, _seeded + 1, _seeded + households, DateOnly.Parse(from, null), settledThrough is null ? null : DateOnly.Parse(settledThrough, null), Clock.GetUtcNow());
        _seeded += households;
        await Sql.Execute("analyze disbursement.entitlements; analyze disbursement.payees");
    }

    /// <summary>Identifier of the n-th household that <see cref="Seed"/> made.</summary>
    public static string Household(int n) => $"md5('household{n}')::uuid";

    /// <summary>Confirms a case as the case files do, in one transaction with its notification.</summary>
    public Task<Guid> Confirm(string head, decimal amount, BenefitMonth start, string? account = "6228480000000000999", string idNumber = "360731196803152422", string division = "360731100201", Guid? householdId = null) =>
        Run(async services =>
        {
            var caseId = Guid.CreateVersion7();
            await services.GetRequiredService<UnitOfWork>().RunAsync(() => services.GetRequiredService<IMediator>().Publish(new CaseConfirmed(
                caseId, "SQ-202611-9" + $"{caseId:N}"[^5..], householdId ?? Guid.CreateVersion7(), division, Program, Guid.CreateVersion7(), head, "rural", start,
                account is null ? new("", "", "") : new(head, "于都农商银行", account),
                [new(Guid.CreateVersion7(), head, idNumber, "minimum-living-allowance", amount, "difference")], $"差额补助 {amount} 元（于民字〔2023〕30号 一（二））")));
            return caseId;
        });

    public Task Withdraw(Guid caseId) => Run(services => services.GetRequiredService<UnitOfWork>()
        .RunAsync(() => services.GetRequiredService<IMediator>().Publish(new CaseConfirmationWithdrawn(caseId, "公示信息有误"))));

    /// <summary>Asks for a month's roster and waits until it is made.</summary>
    public async Task<Guid> Generate(Visitor officer, string month = "2026-12")
    {
        var page = await (await officer.Get("/disbursement/rosters")).Form("generate").Fill("救助类型", Program).Fill("发放月份", month).Submit();
        Assert.True(page.Url.AbsolutePath.StartsWith("/disbursement/rosters/", StringComparison.Ordinal), page.Text);
        var id = Guid.Parse(page.Url.Segments[^1]);
        await Made(id);
        return id;
    }

    /// <summary>Waits until a roster is made.</summary>
    public async Task Made(Guid roster, int seconds = 60, bool impatient = false)
    {
        for (var i = 0; i < seconds * 20; i++)
        {
            if (await Status(roster) != "generating")
            {
                return;
            }

            // The queue waits longer after each failure, by the clock of the application.
            await Task.Delay(50);
            if (impatient)
            {
                Clock.Advance(TimeSpan.FromSeconds(30));
            }
        }

        Assert.Fail($"The roster was not made: {await Sql.One<string>("select string_agg(concat(id, ' ', attempts, ' ', not_before, ' ', finished_at, ' ', last_error), E'\n' order by id) from platform.jobs")}");
    }

    public Task<string?> Status(Guid roster) => Sql.One<string>("select status from disbursement.rosters where id = $1", roster);

    public async Task<Page> Submit(Visitor officer, Guid roster) => await (await officer.Get($"/disbursement/rosters/{roster}")).Form("submit").Submit("提交复核(S)");

    public async Task<Page> Seal(Visitor officer, Guid roster) => await (await officer.Get($"/disbursement/rosters/{roster}/seal")).Form("seal-roster").Submit();

    /// <summary>Makes, submits and seals a month's roster.</summary>
    public async Task<Guid> Sealed(Visitor first, Visitor second, string month = "2026-12")
    {
        var roster = await Generate(first, month);
        await Submit(first, roster);
        await Seal(second, roster);
        Assert.Equal("sealed", await Status(roster));
        return roster;
    }

    /// <summary>Downloads the bank list.</summary>
    public async Task<byte[]> Export(Visitor officer, Guid roster, string format = "csv", string template = "standard")
    {
        var page = await officer.Get($"/disbursement/rosters/{roster}/bank-list");
        using var content = new FormUrlEncodedContent(new Dictionary<string, string>
        {
            ["Input.Template"] = template, ["Input.Format"] = format,
            ["__RequestVerificationToken"] = page.Html.QuerySelector("#export input[name=__RequestVerificationToken]")!.GetAttribute("value")!,
        });
        using var response = await officer.Http.PostAsync($"/disbursement/rosters/{roster}/bank-list", content);
        Assert.True(response.IsSuccessStatusCode && response.Content.Headers.ContentType?.MediaType != "text/html", $"The export answered {(int)response.StatusCode}.");
        return await response.Content.ReadAsByteArrayAsync();
    }
}
