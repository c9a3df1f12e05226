using SocialAssistance.Harness;

namespace SocialAssistance.Benchmarks.Rosters;

/// <summary>Gives a demonstration county sealed rosters before those of its own twelve months, by SQL: what is due now was paid in each of them.</summary>
internal static class PaidMonths
{
    public static async Task FillAsync(Sql sql, int months)
    {
        await sql.Execute(string.Join(";\n", ["set session_replication_role = replica", Rosters, .. Enumerable.Range(1, months).Select(Month), "set session_replication_role = origin"])
            .Replace("{M}", $"{months}", StringComparison.Ordinal));
        await sql.Execute("vacuum analyze");
        await sql.Execute("checkpoint");
    }

    // Their numbers in the chain lie below those the county has.
    private const string Rosters = """
        insert into disbursement.rosters (id, number, program, program_name, month, kind, status, generation, prepared_by, prepared_by_name, prepared_at, townships, households, persons, total, blocking,
            content_hash, sealed_at, seal_number, previous_seal, seal_hash)
        select ('00000000-0000-7000-8000-' || lpad(i::text, 12, '0'))::uuid, 'OLD-' || to_char(m, 'YYYYMM'), 'minimum-living', '低保', m::date, 'monthly', 'completed', 1, gen_random_uuid(), '系统', m - interval '10 days',
            23, 0, 0, 0, 0, '', m - interval '9 days', -i, 'p' || i, 'p' || (i + 1)
        from (select i, coalesce((select min(month) from disbursement.rosters where program = 'minimum-living'), (date_trunc('month', now() at time zone 'Asia/Shanghai'))::date) - make_interval(months => i) as m
            from generate_series(1, {M}) i) q
        """;

    private static string Month(int i) => $"""
        with r as (select id, month from disbursement.rosters where seal_number = -{i}),
        due as (
            select e.* from disbursement.entitlements e where e.program = 'minimum-living' and not exists (select from disbursement.entitlement_endings x where x.entitlement_id = e.id)
            order by e.household_id, e.person_id
        ),
        lines as (
            insert into disbursement.payments (roster_id, order_key, person_key, benefit, kind, for_month, household_id, case_id, case_number, division_code, head_name, person_id, person_name, id_number,
                area, amount, explanation, entitlement_id)
            select r.id, e.household_id, coalesce(e.person_id, e.household_id), e.benefit, case when e.benefit = 'category-supplement' then 'top-up' else 'base' end, r.month, e.household_id, e.case_id, e.case_number,
                e.division_code, e.head_name, e.person_id, e.person_name, e.id_number, e.area, e.amount, e.explanation, e.id
            from r, due e
            on conflict do nothing
        )
        insert into disbursement.roster_orders (roster_id, number, order_key, household_id, case_id, case_number, division_code, head_name, holder, holder_id_number, bank, account, amount, persons, summary, row_hash)
        select r.id, h.number, h.household_id, h.household_id, h.case_id, h.case_number, h.division_code, h.head_name, y.holder, y.holder_id_number, y.bank, y.account, h.amount, h.persons, h.explanation,
            encode(sha256(h.household_id::text::bytea), 'hex')
        from r, (
            select household_id, row_number() over (order by max(division_code), household_id) as number, (array_agg(case_id))[1] as case_id, max(case_number) as case_number, max(division_code) as division_code,
                max(head_name) as head_name, sum(amount) as amount, count(distinct person_id) as persons, max(explanation) as explanation
            from due group by household_id
        ) h left join (select distinct on (household_id) * from disbursement.payees order by household_id, recorded_at desc) y on y.household_id = h.household_id
        """;
}
