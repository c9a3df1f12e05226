using SocialAssistance.Disbursement.Overpayments;

namespace SocialAssistance.Disbursement.Rosters;

/// <summary>
/// The checks before money is sent (发放前检查). Parameters: $1 roster, $2 programme, $3 month, $4 to $6 see <see cref="Hinted"/>. An amount more than three
/// times the month before is let through when an event explains it.
/// </summary>
internal static class FindingSql
{
    /// <summary>
    /// Persons of a roster with an open death hint: named by a line, or in a household that a line pays as a whole, with a
    /// benefit of their own or not; $1 roster, $4 identity numbers with an open hint, $5 names and $6 households of the registry.
    /// </summary>
    public const string Hinted = """
        select p.id_number, p.person_name, p.household_id, p.case_id, p.division_code, p.head_name, p.benefit
        from disbursement.death_hints h join disbursement.payments p on p.id_number = h.id_number
        where h.cleared_at is null and p.roster_id = (select $1) and p.kind <> 'correction'
        union
        select e.id_number, e.person_name, p.household_id, p.case_id, p.division_code, p.head_name, p.benefit
        from disbursement.death_hints h join disbursement.entitlements e on e.id_number = h.id_number
        join disbursement.payments p on p.roster_id = (select $1) and p.order_key = e.household_id and p.person_id is null and p.kind <> 'correction'
        where h.cleared_at is null and e.from_month <= p.for_month
            and not exists (select from disbursement.entitlement_endings x where x.entitlement_id = e.id and x.last_month < p.for_month)
        union
        select m.id_number, m.name, p.household_id, p.case_id, p.division_code, p.head_name, p.benefit
        from unnest($4::text[], $5::text[], $6::uuid[]) m (id_number, name, household_id)
        join disbursement.payments p on p.roster_id = (select $1) and p.order_key = m.household_id and p.person_id is null and p.kind <> 'correction'
        """;

    public const string Insert = $"""
        with o as (select household_id, case_id, division_code, head_name, account from disbursement.roster_orders where roster_id = (select $1)),
        shared as (
            select account from o where account in (select account from o where account is not null group by account having count(*) > 1)
            group by account having count(distinct household_id) > 1
        ),
        -- Persons with more than one benefit in force; everybody else needs no second look.
        several as materialized (
            select e.id_number
            from disbursement.entitlements e
            where e.id_number is not null and e.from_month <= $3
                and not exists (select from disbursement.entitlement_endings x where x.entitlement_id = e.id and x.last_month < $3)
            group by e.id_number having count(*) > 1
        ),
        active as materialized (
            select e.id_number, e.benefit, e.household_id
            from several s join disbursement.entitlements e on e.id_number = s.id_number
            where e.from_month <= $3 and not exists (select from disbursement.entitlement_endings x where x.entitlement_id = e.id and x.last_month < $3)
        ),
        suspect as materialized (
            select id_number from active group by id_number, benefit having count(*) > 1
            union
            select a.id_number
            from active a join disbursement.benefit_conflicts c on c.benefit = a.benefit
            join active t on t.id_number = a.id_number and t.benefit = c.other
        ),
        other as (
            select a.id_number, a.household_id, a.benefit, (select max(e.head_name) from disbursement.entitlements e where e.household_id = a.household_id) as head_name
            from active a where a.id_number in (select id_number from suspect)
        ),
        person as (
            select distinct p.id_number, p.person_name, p.household_id, p.case_id, p.division_code, p.head_name, p.benefit
            from disbursement.payments p where p.roster_id = (select $1) and p.kind <> 'correction'
                and p.id_number in (select id_number from suspect)
        ),
        looked as materialized (
            -- Only where an ending took something away, and only in months whose roster was made before it was known, at most
            -- one month ahead: what was paid was due as things were known, and the other endings leave as much due as before.
            select distinct on (e.household_id, person_key, e.benefit, month) e.household_id, coalesce(e.person_id, e.household_id) as person_key, e.benefit, m::date as month,
                e.case_id, e.division_code, e.head_name
            from disbursement.entitlement_endings x join disbursement.entitlements e on e.id = x.entitlement_id
            cross join lateral generate_series((greatest(x.last_month, (e.from_month - interval '1 month')::date) + interval '1 month')::timestamp,
                least((date_trunc('month', x.recorded_at at time zone 'Asia/Shanghai') + interval '1 month'), ($3::date - interval '1 month')::timestamp), interval '1 month') m
            where e.program = $2 and x.last_month < $3 and {OverpaidSql.MayLose}
            order by e.household_id, person_key, e.benefit, month, e.recorded_at desc, e.id
        ),
        paid as (
            select k.*, q.paid
            from looked k
            cross join lateral (
                select sum(l.amount) as paid from (
                    select p.roster_id, p.amount from disbursement.payments p where p.for_month = k.month and p.household_id = k.household_id
                        and p.person_key = k.person_key and p.benefit = k.benefit and p.{LineKinds.Ordinary}
                    union all
                    select p.roster_id, p.amount from disbursement.payments p where p.for_month = k.month and p.household_id = k.household_id
                        and p.person_key = k.person_key and p.benefit = k.benefit and p.{LineKinds.Later} and p.kind = 'back-pay'
                ) l join disbursement.rosters r on r.id = l.roster_id where r.sealed_at is not null
            ) q
            where q.paid > 0
        ),
        found as (
            select 'account-missing' as kind, true as blocking, household_id, case_id, division_code, head_name, '还没有领款账号。请登记账号，或移出本批' as text
            from o where coalesce(account, '') = ''
            union all
            select 'account-invalid', true, household_id, case_id, division_code, head_name, '账号应为 12 至 25 位数字，现在是 ' || length(account) || ' 位。请核对存折或社保卡后变更账号'
            from o where account <> '' and (account !~ '^[0-9]+$' or length(account) not between 12 and 25)
            union all
            select 'account-shared', true, o.household_id, o.case_id, o.division_code, o.head_name,
                '尾号 ' || right(o.account, 4) || ' 的账号还用于' || (select string_agg(distinct q.head_name, '、') from o q where q.account = o.account and q.household_id <> o.household_id) || '户。请核对后变更账号，或移出本批'
            from o where o.account in (select account from shared)
            union all
            select distinct 'benefits-conflict', true, p.household_id, p.case_id, p.division_code, p.head_name,
                p.person_name || '同时在' || t.head_name || '户享受同一待遇，不能重复发放。请核对后终止其中一项，或移出本批'
            from person p join other t on t.id_number = p.id_number and t.benefit = p.benefit and t.household_id <> p.household_id
            union all
            select distinct 'benefits-conflict', true, p.household_id, p.case_id, p.division_code, p.head_name,
                p.person_name || '同时享受不能重复的待遇（' || c.source || '）。请核对后终止其中一项，或移出本批'
            from person p join other t on t.id_number = p.id_number and t.benefit <> p.benefit
            join disbursement.benefit_conflicts c on (c.benefit = p.benefit and c.other = t.benefit) or (c.benefit = t.benefit and c.other = p.benefit)
            union all
            select distinct 'death-hint', true, p.household_id, p.case_id, p.division_code, p.head_name,
                p.person_name || '有死亡提示（' || h.source || coalesce('，' || h.died_on, '') || '）。请核实后办理停发或消除提示，或移出本批'
            from ({Hinted}) p join disbursement.death_hints h on h.id_number = p.id_number and h.cleared_at is null
            union all
            select 'unexplained', true, household_id, case_id, division_code, head_name,
                '金额与上月不同但没有对应事项：' || to_char(after - before, 'FMSG999,999,990.00') || ' 元。请补办事项或移出本批'
            from disbursement.roster_changes where roster_id = $1 and cause = 'unexplained'
            union all
            select 'amount-jump', cause = 'unexplained', household_id, case_id, division_code, head_name,
                '本月 ' || after || ' 元，超过上月 ' || before || ' 元的三倍。' || case when cause = 'unexplained' then '没有对应事项，请核对' else '已有对应事项，请复核' end
            from disbursement.roster_changes where roster_id = $1 and before > 0 and after > before * 3 and cause not in ('back-pay', 'account')
            union all
            select 'overpaid', false, household_id, (array_agg(case_id))[1], max(division_code), max(head_name), '以前月份多发 ' || sum(surplus) || ' 元，本批不抵扣。请另行办理追回'
            from (select p.*, p.paid - {OverpaidSql.Due} as surplus from paid p) q
            where surplus > 0
            group by household_id
        )
        insert into disbursement.roster_findings (roster_id, number, kind, blocking, household_id, case_id, division_code, head_name, text)
        select $1, row_number() over (order by blocking desc, kind, division_code, head_name, household_id, text), kind, blocking, household_id, case_id, division_code, head_name, text
        from found
        """;
}
