using SocialAssistance.Disbursement.Settlement;

namespace SocialAssistance.Disbursement.Rosters;

/// <summary>
/// Proof that a roster has none of the four errors (多发、漏发、重发、迟发), written independently of the statements that
/// made it: all due months against all ordered months. Parameters: $1 roster, $2 programme, $3 its month, $4 first month
/// looked at. Columns: case, head of household, division, words, yuan.
/// </summary>
internal static class FourErrorsSql
{
    private const string Both = $"""
        with seen as (select id, number, month, prepared_at from disbursement.rosters where program = $2 and month >= $4 and (id = $1 or sealed_at is not null) and kind in ('monthly', 'correction')),
        due as (
            select e.household_id, coalesce(e.person_id, e.household_id) as person_key, e.benefit, m::date as for_month, sum(e.amount) as amount,
                max(e.case_id::text)::uuid as case_id, max(e.division_code) as division_code, max(e.head_name) as head_name, max(e.person_name) as person_name
            from disbursement.entitlements e
            left join ({SettleSql.Ended}) x on x.entitlement_id = e.id
            cross join lateral generate_series(greatest(e.from_month, $4::date)::timestamp, least(coalesce(x.last_month, $3::date), $3::date)::timestamp, interval '1 month') m
            where e.program = $2 and {SettleSql.Counted} and (e.settled_through is null or m::date > e.settled_through)
            group by 1, 2, 3, 4
        ),
        ordered as (
            select p.household_id, p.person_key, p.benefit, p.for_month, sum(p.amount) as amount,
                max(p.case_id::text)::uuid as case_id, max(p.division_code) as division_code, max(p.head_name) as head_name, max(p.person_name) as person_name
            from disbursement.payments p
            where p.roster_id = any (array(select id from seen)) and p.kind <> 'correction' and p.for_month between $4 and $3
            group by 1, 2, 3, 4
        ),
        months as (
            select coalesce(d.household_id, o.household_id) as household_id, coalesce(d.case_id, o.case_id) as case_id, coalesce(d.head_name, o.head_name) as head_name,
                coalesce(d.division_code, o.division_code) as division_code, coalesce(d.person_name, o.person_name) as person_name,
                coalesce(d.for_month, o.for_month) as for_month, coalesce(d.amount, 0) as due, coalesce(o.amount, 0) as ordered
            from due d full join ordered o on o.household_id = d.household_id and o.person_key = d.person_key and o.benefit = d.benefit and o.for_month = d.for_month
        )
        """;

    /// <summary>多发: ordered more than due.</summary>
    public const string TooMuch = $"""
        {Both}
        select case_id, head_name, division_code, concat(person_name, ' ', to_char(for_month, 'YYYY年FMMM月'), '应发 ', due, ' 元，已列 ', ordered, ' 元') as words, ordered - due as yuan
        from months where ordered > due
        """;

    /// <summary>漏发: due more than ordered, unless the household was taken out with a reason.</summary>
    public const string Missed = $"""
        {Both}
        select case_id, head_name, division_code, concat(person_name, ' ', to_char(for_month, 'YYYY年FMMM月'), '应发 ', due, ' 元，已列 ', ordered, ' 元') as words, due - ordered as yuan
        from months m where due > ordered and not exists (select from disbursement.roster_exclusions x where x.roster_id = $1 and x.household_id = m.household_id)
        """;

    /// <summary>重发: the same person, benefit and month in two households, or a payment sent again although it had arrived.</summary>
    public const string Twice = """
        with mine as (select * from disbursement.payments where roster_id = $1 and $2::text is not null and $3::date is not null and $4::date is not null)
        select max(case_id::text)::uuid as case_id, max(head_name) as head_name, max(division_code) as division_code,
            concat(max(person_name), ' ', to_char(for_month, 'YYYY年FMMM月'), '同一待遇列了 ', count(*), ' 次') as words, sum(amount) - max(amount) as yuan
        from mine where kind not in ('back-pay', 'correction') and id_number is not null group by id_number, benefit, for_month having count(*) > 1
        union all
        select o.case_id, o.head_name, o.division_code, concat('原批次第 ', o.corrects_number, ' 行已经到账，不应再发'), o.amount
        from disbursement.roster_orders o join disbursement.payment_outcomes x on x.roster_id = o.corrects_roster_id and x.number = o.corrects_number
        where o.roster_id = $1 and x.paid
        """;

    /// <summary>迟发: back pay for a month whose roster could have held it, because the decision was known when that roster was made.</summary>
    public const string Late = $"""
        select p.case_id, p.head_name, p.division_code, concat(p.person_name, ' ', to_char(p.for_month, 'YYYY年FMMM月'), '的 ', p.amount, ' 元当月未发，本批补发') as words, p.amount as yuan
        from disbursement.payments p
        join disbursement.entitlements e on e.id = p.entitlement_id
        join disbursement.rosters r on r.program = $2 and r.month = p.for_month and r.kind = 'monthly' and r.sealed_at is not null
        where p.roster_id = $1 and p.kind = 'back-pay' and e.recorded_at < {SettleSql.KnownBefore} and $3::date is not null and $4::date is not null
        """;
}
