using SocialAssistance.Disbursement.Settlement;

namespace SocialAssistance.Disbursement.Rosters;

/// <summary>
/// What is to be paid: the months of the timeline minus what sealed rosters ordered, line by line. A month paid too little
/// gives a line, whatever the cause (late decision, raise, an earlier roster left it out); nothing is ever netted.
/// Parameters: $1 roster, $2 programme, $3 month, $4 and $5 bounds of the division code.
/// </summary>
internal static class DueLines
{
    public const string Query = $"""
        with since as (
            -- Earlier months can only have changed for households of which something was recorded after the last roster was
            -- made; the day of margin covers transactions that were open then. A gap of months makes everybody looked at.
            select coalesce((select case when r.month = ($3::date - interval '1 month')::date then least(r.prepared_at - interval '1 day', r.known_until) end
                from disbursement.rosters r
                where r.program = $2 and r.kind = 'monthly' and r.sealed_at is not null and r.month < $3
                order by r.month desc limit 1), '-infinity'::timestamptz) as at
        ),
        ended as ({SettleSql.Ended}),
        known as (
            select e.id, e.household_id, e.case_id, e.case_number, e.division_code, e.head_name, e.person_id, e.person_name, e.id_number,
                e.benefit, e.area, e.amount, e.explanation, e.from_month, e.recorded_at, coalesce(e.person_id, e.household_id) as person_key,
                least(coalesce(x.last_month, $3), $3) as last_month,
                greatest(e.from_month, (e.settled_through + interval '1 month')::date) as first_month
            from disbursement.entitlements e
            left join ended x on x.entitlement_id = e.id
            where e.program = $2 and e.division_code >= $4 and e.division_code < $5 and e.from_month <= $3 and {SettleSql.Counted}
                and not exists (select from disbursement.roster_exclusions o where o.roster_id = $1 and o.household_id = e.household_id)
        ),
        touched as (
            select household_id from known, since where recorded_at >= since.at
            union
            select e.household_id from since, disbursement.entitlement_endings x join disbursement.entitlements e on e.id = x.entitlement_id
            where x.recorded_at >= since.at and e.program = $2
            union
            select household_id from disbursement.roster_exclusions
        ),
        late as materialized (select k.* from known k where k.household_id in (select household_id from touched)),
        months as (
            select k.*, $3::date as for_month from known k where k.last_month = $3 and k.first_month <= $3
            union all
            select k.*, m::date from late k
            cross join lateral generate_series(k.first_month::timestamp, least(k.last_month, ($3::date - interval '1 month')::date)::timestamp, interval '1 month') m
        ),
        due as (
            select distinct on (household_id, person_key, benefit, for_month) *,
                sum(amount) over (partition by household_id, person_key, benefit, for_month) as due
            from months
            order by household_id, person_key, benefit, for_month, from_month desc, id
        ),
        paid as (
            -- A month is read as a whole only where the programme has a sealed roster of it; earlier months are looked up one by one.
            select p.household_id, p.person_key, p.benefit, p.for_month, sum(p.amount) as paid
            from disbursement.payments p join disbursement.rosters r on r.id = p.roster_id
            where p.for_month = $3 and p.{LineKinds.Ordinary} and r.sealed_at is not null
                and exists (select from disbursement.rosters s where s.program = $2 and s.month >= $3 and s.sealed_at is not null)
            group by 1, 2, 3, 4
            union all
            select e.household_id, q.person_key, q.benefit, e.for_month, q.paid
            from (select distinct household_id, for_month from months where for_month < $3) e
            cross join lateral (
                select l.person_key, l.benefit, sum(l.amount) as paid
                from (
                    select p.roster_id, p.person_key, p.benefit, p.amount from disbursement.payments p
                    where p.for_month = e.for_month and p.household_id = e.household_id and p.{LineKinds.Ordinary}
                    union all
                    select p.roster_id, p.person_key, p.benefit, p.amount from disbursement.payments p
                    where p.for_month = e.for_month and p.household_id = e.household_id and p.{LineKinds.Later} and p.kind = 'back-pay'
                ) l join disbursement.rosters r on r.id = l.roster_id
                where r.sealed_at is not null
                group by 1, 2
            ) q
        )
        select d.household_id, d.person_key, d.benefit, case when d.for_month = $3 then {LineKinds.OfBenefit} else 'back-pay' end as kind, d.for_month,
            d.case_id, d.case_number, d.division_code, d.head_name, d.person_id, d.person_name, d.id_number, d.area,
            d.due - coalesce(p.paid, 0) as amount, d.explanation, d.id as entitlement_id
        from due d
        left join paid p on p.household_id = d.household_id and p.person_key = d.person_key and p.benefit = d.benefit and p.for_month = d.for_month
        where d.due > coalesce(p.paid, 0)
        """;

    /// <summary>Writes the lines of a township.</summary>
    public const string Insert = $"""
        insert into disbursement.payments (roster_id, order_key, household_id, person_key, benefit, kind, for_month, case_id, case_number,
            division_code, head_name, person_id, person_name, id_number, area, amount, explanation, entitlement_id)
        select $1, l.household_id, l.* from ({Query}) l
        order by l.household_id, l.person_key, l.benefit
        """;

    /// <summary>
    /// Households whose lines or account are no longer what the roster says: something was decided after it was made.
    /// </summary>
    public const string Stale = $"""
        select count(distinct household_id) from (
            select household_id from (
                select household_id, person_key, benefit, kind, for_month, amount, count(*) from (
                    select l.household_id, l.person_key, l.benefit, l.kind, l.for_month, l.amount from ({Query}) l
                    union all
                    select p.household_id, p.person_key, p.benefit, p.kind, p.for_month, p.amount from disbursement.payments p where p.roster_id = $1
                ) b
                group by 1, 2, 3, 4, 5, 6 having count(*) <> 2
            ) changed
            union
            {StaleAccounts}
        ) s
        """;

    /// <summary>Households whose account changed after the roster was made ($1 roster).</summary>
    public const string StaleAccounts = """
        select o.household_id from disbursement.roster_orders o
        left join lateral (select p.holder, p.bank, p.account from disbursement.payees p where p.household_id = o.household_id order by p.recorded_at desc, p.id desc limit 1) p on true
        where o.roster_id = $1 and (o.holder, o.bank, o.account) is distinct from (p.holder, p.bank, p.account)
        """;
}
