using SocialAssistance.Disbursement.Settlement;

namespace SocialAssistance.Disbursement.Rosters;

/// <summary>
/// What is to be paid: the months of the timeline minus what sealed rosters ordered, line by line. A month paid too little
/// gives a line, whatever the cause (late decision, raise, an earlier roster left it out); nothing is ever netted. Every line
/// carries the township that answers for the month it is paid in (发放月属地), whatever month it is for.
/// Parameters: $1 roster, $2 programme, $3 month, and where the month itself is asked for, $4 and $5 bounds of the division code.
/// </summary>
internal static class DueLines
{
    /// <summary>The lines of the month itself, of the townships between the bounds.</summary>
    private const string Ordinary = $"""
        live as (
            select e.*, coalesce(e.person_id, e.household_id) as person_key
            from disbursement.entitlements e
            where {Known} and e.division_code >= $4 and e.division_code < $5 and (e.settled_through is null or e.settled_through < $3)
                and not exists (select from disbursement.entitlement_endings x where x.entitlement_id = e.id and x.last_month < $3 and {SettleSql.CountedEnding})
        ),
        -- Nearly every benefit of a month rests on one entitlement; the newest speaks for the few that rest on several.
        this_month as (
            select * from (
                select l.*, sum(l.amount) over rests as due, row_number() over rests as place
                from live l
                window rests as (partition by l.household_id, l.person_key, l.benefit order by l.from_month desc, l.id rows between unbounded preceding and unbounded following)
            ) l
            where place = 1
        ),
        paid_now as (
            -- A month is read as a whole only where the programme has a sealed roster of it or of a later one.
            select p.household_id, p.person_key, p.benefit, sum(p.amount) as paid
            from disbursement.payments p join disbursement.rosters r on r.id = p.roster_id
            where p.for_month = $3 and p.{LineKinds.Ordinary} and r.sealed_at is not null
                and exists (select from disbursement.rosters s where s.program = $2 and s.month >= $3 and s.sealed_at is not null)
            group by 1, 2, 3
        )
        """;

    private const string OrdinaryLines = $"""
        select d.household_id, d.person_key, d.benefit, {LineKinds.OfBenefit} as kind, $3::date as for_month, d.case_id, d.case_number, d.division_code, d.head_name,
            d.person_id, d.person_name, d.id_number, d.area, d.due - coalesce(p.paid, 0) as amount, d.explanation, d.id as entitlement_id
        from this_month d left join paid_now p using (household_id, person_key, benefit)
        where d.due > coalesce(p.paid, 0)
        """;

    /// <summary>What earlier months were paid too little, of the whole county: the few households of which something was recorded lately.</summary>
    private const string Earlier = $"""
        since as (
            -- Earlier months can only have changed for households of which something was recorded after the last roster was
            -- made; the day of margin covers transactions that were open then. A gap of months makes everybody looked at.
            select coalesce((select case when r.month = ($3::date - interval '1 month')::date then least(r.prepared_at - interval '1 day', r.known_until) end
                from disbursement.rosters r
                where r.program = $2 and r.kind = 'monthly' and r.sealed_at is not null and r.month < $3
                order by r.month desc limit 1), '-infinity'::timestamptz) as at
        ),
        touched as materialized (
            -- Less can only have been paid than is due since the first month of what was recorded lately, or in a month
            -- whose roster left the household out; an ending never adds to what is due.
            select household_id, min(first_month) as first_month
            from (
                select e.household_id, e.from_month as first_month from since, disbursement.entitlements e where e.program = $2 and e.recorded_at >= since.at
                union all
                select o.household_id, r.month from disbursement.roster_exclusions o join disbursement.rosters r on r.id = o.roster_id where r.program = $2
            ) t
            group by household_id
        ),
        -- Household by household ("offset 0" keeps it so): the planner cannot know how few were touched.
        theirs as materialized (
            select e.*, t.first_month
            from touched t cross join lateral (
                select k.*, coalesce(k.person_id, k.household_id) as person_key from disbursement.entitlements k where k.household_id = t.household_id offset 0
            ) e
            where {Known}
        ),
        ended as (
            select e.id as entitlement_id, min(x.last_month) as last_month
            from theirs e join disbursement.entitlement_endings x on x.entitlement_id = e.id
            where {SettleSql.CountedEnding}
            group by e.id
        ),
        earlier as materialized (
            select distinct on (e.household_id, e.person_key, e.benefit, e.for_month) e.*,
                sum(e.amount) over (partition by e.household_id, e.person_key, e.benefit, e.for_month) as due
            from (
                select e.*, m::date as for_month
                from theirs e
                left join ended x on x.entitlement_id = e.id
                cross join lateral generate_series(greatest(e.from_month, (e.settled_through + interval '1 month')::date, e.first_month)::timestamp,
                    least(coalesce(x.last_month, $3), ($3::date - interval '1 month')::date)::timestamp, interval '1 month') m
            ) e
            order by e.household_id, e.person_key, e.benefit, e.for_month, e.from_month desc, e.id
        ),
        paid_earlier as (
            select e.household_id, e.for_month, q.person_key, q.benefit, q.paid
            from (select distinct household_id, for_month from earlier) e
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
        """;

    private const string EarlierLines = """
        select d.household_id, d.person_key, d.benefit, 'back-pay' as kind, d.for_month, d.case_id, d.case_number,
            -- An earlier month is paid by the township that answers for the month it is paid in.
            (select q.division_code from disbursement.entitlements q where q.case_id = d.case_id and q.from_month <= $3 order by q.from_month desc, q.recorded_at desc, q.id desc limit 1) as division_code,
            d.head_name, d.person_id, d.person_name, d.id_number, d.area, d.due - coalesce(p.paid, 0) as amount, d.explanation, d.id as entitlement_id
        from earlier d left join paid_earlier p using (household_id, person_key, benefit, for_month)
        where d.due > coalesce(p.paid, 0)
        """;

    // Entitlements of the programme that have begun, of households that are not taken out of the roster.
    private const string Known = $"""
        e.program = $2 and e.from_month <= $3 and {SettleSql.Counted}
            and not exists (select from disbursement.roster_exclusions o where o.roster_id = $1 and o.household_id = e.household_id)
        """;

    private const string Insert = """
        insert into disbursement.payments (roster_id, order_key, household_id, person_key, benefit, kind, for_month, case_id, case_number,
            division_code, head_name, person_id, person_name, id_number, area, amount, explanation, entitlement_id)
        select $1, l.household_id, l.*
        """;

    /// <summary>Writes the month's own lines of a stretch of townships; $4 and $5 its bounds.</summary>
    public const string InsertOrdinary = $"""
        with {Ordinary}
        {Insert} from ({OrdinaryLines}) l
        order by l.household_id, l.person_key, l.benefit
        """;

    /// <summary>Writes the back pay of all townships, unless it is there already.</summary>
    public const string InsertEarlier = $"""
        with {Earlier}
        {Insert} from ({EarlierLines}) l
        where not exists (select from disbursement.payments p where p.roster_id = $1 and p.kind = 'back-pay')
        order by l.household_id, l.person_key, l.benefit, l.for_month
        """;

    /// <summary>
    /// Households whose lines or account are no longer what the roster says: something was decided after it was made.
    /// </summary>
    public const string Stale = $"""
        with {Ordinary},
        {Earlier}
        select count(distinct household_id) from (
            select household_id from (
                select household_id, person_key, benefit, kind, for_month, amount, division_code, count(*) from (
                    select l.household_id, l.person_key, l.benefit, l.kind, l.for_month, l.amount, l.division_code from ({OrdinaryLines}) l
                    union all
                    select l.household_id, l.person_key, l.benefit, l.kind, l.for_month, l.amount, l.division_code from ({EarlierLines}) l
                    union all
                    select p.household_id, p.person_key, p.benefit, p.kind, p.for_month, p.amount, p.division_code from disbursement.payments p where p.roster_id = (select $1)
                ) b
                group by 1, 2, 3, 4, 5, 6, 7 having count(*) <> 2
            ) changed
            union
            {StaleAccounts}
        ) s
        """;

    /// <summary>Households whose account changed after the roster was made ($1 roster).</summary>
    public const string StaleAccounts = """
        select o.household_id from disbursement.roster_orders o
        left join lateral (select p.holder, p.bank, p.account from disbursement.payees p where p.household_id = o.household_id order by p.recorded_at desc, p.id desc limit 1) p on true
        where o.roster_id = (select $1) and (o.holder, o.bank, o.account) is distinct from (p.holder, p.bank, p.account)
        """;
}
