using SocialAssistance.Harness;

namespace SocialAssistance.Benchmarks.Rosters;

/// <summary>A county with years of sealed rosters behind it, made by SQL: two or three persons per household, one in a hundred households ended and one in a hundred raised this month.</summary>
internal static class County
{
    public static async Task FillAsync(Sql sql, int households, int months)
    {
        string[] steps =
        [
            "set session_replication_role = replica",
            """
            create temp table hh as select n, md5('household' || n)::uuid as id, md5('case' || n)::uuid as case_id, 'SQ-202311-' || lpad(n::text, 6, '0') as number,
                '3607311' || lpad((n % 23)::text, 2, '0') || lpad((n % 13)::text, 3, '0') as division
            from generate_series(1, {N}) n order by 2
            """,
            """
            insert into disbursement.payees (id, household_id, case_id, division_code, holder, holder_id_number, bank, account, cause, recorded_at, recorded_by_name)
            select gen_random_uuid(), id, case_id, division, '户主' || n, '36073119700101' || lpad((n % 10000)::text, 4, '0'), '于都农商银行', '622848' || lpad(n::text, 13, '0'), 'confirmed', '2020-01-01', '系统' from hh
            """,
            """
            insert into disbursement.entitlements (id, household_id, case_id, case_number, division_code, program, head_name, person_id, person_name, id_number, benefit, area, amount, basis,
                explanation, from_month, cause, determination_id, recorded_at, recorded_by_name)
            select md5(h.id::text || p)::uuid, h.id, h.case_id, h.number, h.division, 'minimum-living', '户主' || h.n, md5('person' || h.n || '/' || p)::uuid, '成员' || h.n, '3607311970' || lpad(h.n::text, 7, '0') || p,
                'minimum-living-allowance', 'rural', 330.00, 'difference', '差额补助：660 − 330 = 330 元/人·月（于民字〔2023〕30号 一（二））',
                ('2026-12-01'::date - interval '{M} months')::date, 'added', md5('d' || h.n)::uuid, '2020-01-01', '系统'
            from hh h, generate_series(1, 2 + h.n % 2) p
            """,
            """
            insert into disbursement.rosters (id, number, program, program_name, month, kind, status, generation, prepared_by, prepared_by_name, prepared_at, townships, households, persons, total, blocking,
                content_hash, sealed_at, seal_number, previous_seal, seal_hash)
            select ('00000000-0000-7000-8000-' || lpad(i::text, 12, '0'))::uuid, 'FF-' || to_char(m, 'YYYYMM') || '-01', 'minimum-living', '低保', m::date, 'monthly', 'completed', 1, gen_random_uuid(), '系统', m - interval '10 days',
                23, {N}, {N} * 2, 0, 0, '', m - interval '9 days', i, 'p' || i, 'p' || (i + 1)
            from (select row_number() over (order by m) as i, m from generate_series('2026-12-01'::timestamp - interval '{M} months', '2026-11-01', interval '1 month') m) q
            """,
        ];
        await RunAsync(sql, [.. steps, .. Enumerable.Range(1, months).Select(Month),
            """
            insert into disbursement.entitlement_endings (id, entitlement_id, last_month, cause, reason, recorded_at, recorded_by_name, ground)
            select gen_random_uuid(), md5(id::text || p)::uuid, '2026-11-01', 'stopped', '家庭收入提高', '2026-11-05', '系统', 'voluntary-exit' from hh, generate_series(1, 2) p where n % 100 = 0
            """,
            // One in a hundred is paid more from the month before last on: two months of back pay.
            """
            insert into disbursement.entitlement_endings (id, entitlement_id, last_month, cause, reason, recorded_at, recorded_by_name, ground)
            select gen_random_uuid(), md5(id::text || p)::uuid, '2026-09-01', 'income', '收入减少', '2026-11-05', '系统', 'no-loss' from hh, generate_series(1, 2) p where n % 100 = 50;
            insert into disbursement.entitlements (id, household_id, case_id, case_number, division_code, program, head_name, person_id, person_name, id_number, benefit, area, amount, basis,
                explanation, from_month, cause, determination_id, recorded_at, recorded_by_name)
            select gen_random_uuid(), household_id, case_id, case_number, division_code, program, head_name, person_id, person_name, id_number, benefit, area, amount + 50, basis,
                explanation, '2026-10-01', 'income', gen_random_uuid(), '2026-11-05', '系统'
            from disbursement.entitlements e where exists (select from hh where hh.id = e.household_id and n % 100 = 50) and id in (select entitlement_id from disbursement.entitlement_endings where cause = 'income')
            """,
            "set session_replication_role = origin"], households, months);
        foreach (var table in (string[])["payments", "roster_orders", "entitlements", "payees", "entitlement_endings", "rosters"])
        {
            await sql.Execute($"vacuum analyze disbursement.{table}");
        }

        await sql.Execute("checkpoint");
    }

    private static string Month(int i) => $"""
        with r as (select id, month from disbursement.rosters where seal_number = {i}),
        lines as (
            insert into disbursement.payments (roster_id, order_key, person_key, benefit, kind, for_month, household_id, case_id, case_number, division_code, head_name, person_id, person_name, id_number,
                area, amount, explanation, entitlement_id)
            select r.id, e.household_id, e.person_id, e.benefit, 'base', r.month, e.household_id, e.case_id, e.case_number, e.division_code, e.head_name, e.person_id, e.person_name, e.id_number,
                e.area, e.amount, e.explanation, e.id
            from r, (select * from disbursement.entitlements order by household_id, person_id) e
        )
        insert into disbursement.roster_orders (roster_id, number, order_key, household_id, case_id, case_number, division_code, head_name, holder, holder_id_number, bank, account, amount, persons, summary, row_hash)
        select r.id, h.n, h.id, h.id, h.case_id, h.number, h.division, '户主' || h.n, '户主' || h.n, '36073119700101' || lpad((h.n % 10000)::text, 4, '0'), '于都农商银行', '622848' || lpad(h.n::text, 13, '0'),
            330 * (2 + h.n % 2), 2, '农村低保2人：差额补助：660 − 330 = 330 元/人·月（于民字〔2023〕30号 一（二））', encode(sha256((r.id::text || h.n)::bytea), 'hex')
        from r, hh h
        """;

    // One statement text, so that the session's settings and its temporary table serve all steps.
    private static Task RunAsync(Sql sql, string[] steps, int households, int months) =>
        sql.Execute(string.Join(";\n", steps).Replace("{N}", $"{households}", StringComparison.Ordinal).Replace("{M}", $"{months}", StringComparison.Ordinal));
}
