using SocialAssistance.Disbursement.Settlement;

namespace SocialAssistance.Disbursement.Rosters;

/// <summary>
/// Compares a roster with the one before, household by household, and names the event that explains each difference.
/// Parameters: $1 roster, $2 programme, $3 month, $4 the sealed roster before it, whose number the planner must know to read only its rows.
/// </summary>
internal static class ComparisonSql
{
    /// <summary>The sealed monthly roster before; $1 programme, $2 month.</summary>
    public const string Previous =
        "select id from disbursement.rosters where program = $1 and kind = 'monthly' and sealed_at is not null and month < $2 order by month desc limit 1";

    private const string Prelude = $"""
        with span as (
            select coalesce((select month from disbursement.rosters where id = $4), ($3::date - interval '1 month')::date) as last_month,
                coalesce((select least(prepared_at - interval '1 day', known_until) from disbursement.rosters where id = $4), '-infinity'::timestamptz) as since
        ),
        ended as (select entitlement_id, min(last_month) as last_month from disbursement.entitlement_endings group by entitlement_id),
        before_lines as not materialized (
            select p.order_key as household_id, p.person_id, p.person_key, p.benefit, p.amount, p.case_id, p.case_number, p.division_code, p.head_name
            from disbursement.payments p where p.roster_id = (select $4) and p.{LineKinds.Ordinary}
            union all
            -- The first roster is compared with what the former system paid last.
            select e.household_id, e.person_id, coalesce(e.person_id, e.household_id), e.benefit, e.amount, e.case_id, e.case_number, e.division_code, e.head_name
            from span, disbursement.entitlements e left join ended x on x.entitlement_id = e.id
            where $4::uuid is null and e.program = $2 and e.settled_through >= span.last_month and e.from_month <= span.last_month
                and coalesce(x.last_month, span.last_month) >= span.last_month
        ),
        """;

    // The entitlement e if the roster before paid it; asked for one by one, as whole rosters are not read for the few that changed.
    private const string PaidBefore = "(select p.entitlement_id from disbursement.payments p where p.roster_id = $4 and p.order_key = e.household_id and p.entitlement_id = e.id limit 1)";

    private const string Household = """
        household_id, (array_agg(case_id order by case_number desc))[1] as case_id, max(case_number) as case_number, max(division_code) as division_code,
            max(head_name) as head_name, sum(amount) as amount, count(distinct person_id)::integer as persons
        """;

    /// <summary>Writes the differences, numbered by cause and place. Whole rosters are compared line by line; only households that differ are looked at again.</summary>
    public const string Insert = $"""
        {Prelude}
        after_lines as not materialized (
            select p.order_key as household_id, p.person_id, p.person_key, p.benefit, p.amount, p.case_id, p.case_number, p.division_code, p.head_name
            from disbursement.payments p where p.roster_id = (select $1) and p.{LineKinds.Ordinary}
        ),
        changed as materialized (
            select distinct coalesce(a.household_id, b.household_id) as household_id
            from (select household_id, person_key, benefit, amount from after_lines) a
            full join (select household_id, person_key, benefit, amount from before_lines) b
                on b.household_id = a.household_id and b.person_key = a.person_key and b.benefit = a.benefit
            where a.amount is distinct from b.amount
        ),
        before as (select {Household} from before_lines where household_id = any (array(select household_id from changed)) group by household_id),
        after as (select {Household} from after_lines where household_id = any (array(select household_id from changed)) group by household_id),
        -- Household by household ("offset 0" keeps it so): the planner cannot know how few have changed.
        theirs as materialized (
            select e.* from changed c cross join lateral (select k.* from disbursement.entitlements k where k.household_id = c.household_id offset 0) e where e.program = $2
        ),
        begun as (
            select distinct on (e.household_id) e.household_id, e.cause,
                concat(to_char(e.recorded_at at time zone 'Asia/Shanghai', 'YYYY-MM-DD'), ' 确认，自', to_char(e.from_month, 'YYYY年FMMM月'), '起，', e.explanation) as event
            from span, theirs e
            -- What the roster before already paid explains no difference from it.
            where e.from_month <= $3 and {SettleSql.Counted} and (e.from_month > span.last_month or (e.recorded_at >= span.since and {PaidBefore} is null))
            order by e.household_id, e.recorded_at desc, e.id desc
        ),
        finished as (
            select distinct on (e.household_id) e.household_id,
                concat(to_char(x.recorded_at at time zone 'Asia/Shanghai', 'YYYY-MM-DD'), ' ', x.reason, '，', to_char(x.last_month, 'YYYY年FMMM月'), '为最后一月') as event
            from span, theirs e join disbursement.entitlement_endings x on x.entitlement_id = e.id
            where x.last_month < $3 and {SettleSql.CountedEnding} and (x.last_month >= span.last_month or (x.recorded_at >= span.since and {PaidBefore} is not null))
            order by e.household_id, x.recorded_at desc, x.id desc
        ),
        moved as (
            -- The rows of the bank list are written at the same time: the new account is looked up as they look it up. It can
            -- only be another one where one was recorded after the roster before was made.
            select q.household_id, q.account as before, y.account as after
            from (select distinct n.household_id from span, disbursement.payees n where n.recorded_at >= span.since) c
            cross join lateral (
                select o.household_id, o.holder, o.bank, o.account from disbursement.roster_orders o where o.roster_id = $4 and o.order_key = c.household_id offset 0
            ) q
            cross join lateral (
                select n.holder, n.bank, n.account from disbursement.payees n where n.household_id = c.household_id order by n.recorded_at desc, n.id desc limit 1
            ) y
            where (y.holder, y.bank, y.account) is distinct from (q.holder, q.bank, q.account)
        ),
        diff as (
            select coalesce(a.household_id, b.household_id) as household_id, coalesce(a.case_id, b.case_id) as case_id, coalesce(a.case_number, b.case_number) as case_number,
                coalesce(a.division_code, b.division_code) as division_code, coalesce(a.head_name, b.head_name) as head_name,
                coalesce(b.amount, 0) as before, coalesce(a.amount, 0) as after, coalesce(b.persons, 0) as persons_before, coalesce(a.persons, 0) as persons_after,
                case
                    when b.household_id is null then case when n.household_id is not null or left_out.household_id is not null then 'added' else 'unexplained' end
                    when a.household_id is null then case when v.household_id is not null or taken.household_id is not null then 'stopped' else 'unexplained' end
                    when n.cause in ('members', 'income', 'standard') then n.cause
                    when n.household_id is not null then case when a.persons <> b.persons then 'members' else 'income' end
                    when v.household_id is not null then 'members'
                    else 'unexplained'
                end as cause,
                case
                    when b.household_id is null then coalesce(n.event, '上月移出，本月恢复：' || left_out.reason)
                    when a.household_id is null then coalesce('移出本批：' || taken.reason, v.event)
                    else coalesce(n.event, v.event)
                end as event
            from after a
            full join before b on b.household_id = a.household_id
            left join begun n on n.household_id = coalesce(a.household_id, b.household_id)
            left join finished v on v.household_id = coalesce(a.household_id, b.household_id)
            left join disbursement.roster_exclusions taken on taken.roster_id = $1 and taken.household_id = coalesce(a.household_id, b.household_id)
            left join disbursement.roster_exclusions left_out on left_out.roster_id = $4 and left_out.household_id = coalesce(a.household_id, b.household_id)
            union all
            select household_id, (array_agg(case_id order by case_number desc))[1], max(case_number), max(division_code), max(head_name), 0, sum(amount), 0,
                count(distinct person_id)::integer, 'back-pay',
                concat('补发', string_agg(distinct to_char(for_month, 'YYYY年FMMM月'), '、'), '，', string_agg(distinct explanation, '；'))
            from disbursement.payments where roster_id = (select $1) and kind = 'back-pay' group by household_id
            union all
            select o.household_id, o.case_id, o.case_number, o.division_code, o.head_name, 0, 0, o.persons, o.persons, 'account',
                concat('账号由尾号 ', right(m.before, 4), ' 改为尾号 ', right(m.after, 4))
            from moved m cross join lateral (
                select {Household} from disbursement.payments p where p.roster_id = $1 and p.order_key = m.household_id group by household_id
            ) o
        )
        insert into disbursement.roster_changes (roster_id, number, cause, household_id, case_id, case_number, division_code, head_name, before, after, persons_before, persons_after, event)
        select $1, row_number() over (order by case cause when 'unexplained' then 0 else 1 end, division_code, case_number, household_id, cause),
            cause, household_id, case_id, case_number, division_code, head_name, before, after, persons_before, persons_after, coalesce(event, '没有找到对应的审核、复核或停发记录')
        from diff
        """;

    /// <summary>Households, persons and yuan of the ordinary lines of the month before.</summary>
    public const string Before = $"""
        {Prelude}
        totals as (select count(distinct household_id)::integer, count(distinct person_id)::integer, coalesce(sum(amount), 0) from before_lines)
        select * from totals
        """;
}
