using SocialAssistance.Disbursement.Rosters;

namespace SocialAssistance.Disbursement.Overpayments;

/// <summary>
/// Months for which sealed rosters ordered more than is due, less what was claimed already. $1 household or null for all, $2
/// prefix of the area, $3 the last month looked at.
/// </summary>
internal static class OverpaidSql
{
    /// <summary>
    /// Condition: the ending <c>x</c> may leave less due than was paid. One on no ground but that nobody loses by it cannot:
    /// it is refused where any month would have less. One that was planned came with its entitlement, and what that took
    /// the place of was ended on a ground of its own.
    /// </summary>
    public const string MayLose = "x.ground not in ('no-loss', 'planned')";

    /// <summary>What is due for the person, benefit and month of <c>p</c>, as everything is known now.</summary>
    public const string Due = """
        coalesce((select sum(e.amount) from disbursement.entitlements e
            where e.household_id = p.household_id and coalesce(e.person_id, e.household_id) = p.person_key and e.benefit = p.benefit and e.from_month <= p.month
                and not exists (select from disbursement.entitlement_endings x where x.entitlement_id = e.id and x.last_month < p.month)), 0)
        """;

    public const string Lines = $"""
        with looked as (
            -- A month can only be overpaid when its roster was made before the ending was known, at most one month ahead.
            select distinct e.household_id, coalesce(e.person_id, e.household_id) as person_key, e.benefit, m::date as month
            from disbursement.entitlement_endings x join disbursement.entitlements e on e.id = x.entitlement_id
            cross join lateral generate_series((greatest(x.last_month, (e.from_month - interval '1 month')::date) + interval '1 month')::timestamp,
                least(date_trunc('month', x.recorded_at at time zone 'Asia/Shanghai') + interval '1 month', $3::date::timestamp), interval '1 month') m
            where ($1::uuid is null or e.household_id = $1) and starts_with(e.division_code, $2) and {MayLose}
        ),
        paid as (
            select k.*, q.paid, q.case_id, q.division_code, q.head_name, q.program
            from looked k
            cross join lateral (
                select sum(l.amount) as paid, (array_agg(l.case_id))[1] as case_id, max(l.division_code) as division_code, max(l.head_name) as head_name, max(r.program) as program
                from (
                    select p.* from disbursement.payments p where p.for_month = k.month and p.household_id = k.household_id and p.{LineKinds.Ordinary}
                    union all
                    select p.* from disbursement.payments p where p.for_month = k.month and p.household_id = k.household_id and p.{LineKinds.Later} and p.kind = 'back-pay'
                ) l join disbursement.rosters r on r.id = l.roster_id
                where r.sealed_at is not null and l.person_key = k.person_key and l.benefit = k.benefit
            ) q
            where q.paid > 0
        ),
        lines as (
            select p.*, p.paid
                - {Due}
                - coalesce((select sum(c.amount) from disbursement.overpayment_lines c
                    where c.household_id = p.household_id and c.person_key = p.person_key and c.benefit = p.benefit and c.for_month = p.month), 0) as surplus
            from paid p
        )
        """;

    /// <summary>A page of the households with something to claim, by place.</summary>
    /// <remarks>$4: where the page before ended. The count and the sum of all stand in each row.</remarks>
    public const string Page = $"""
        {Lines},
        found as (
            select household_id, (array_agg(case_id))[1] as case_id, max(division_code) as division_code, max(head_name) as head_name, max(program) as program, sum(surplus) as surplus,
                string_agg(distinct to_char(month, 'YYYY年FMMM月'), '、') as months, concat(max(division_code), '-', household_id) collate "C" as cursor
            from lines where surplus > 0 group by household_id
        )
        select f.*, (select count(*)::integer from found), (select sum(surplus) from found) from found f where f.cursor > $4 order by f.cursor limit 31
        """;

    /// <summary>Households with something to claim, by place.</summary>
    public const string Households = $"""
        {Lines}
        select household_id, (array_agg(case_id))[1], max(division_code), max(head_name), max(program), sum(surplus),
            string_agg(distinct to_char(month, 'YYYY年FMMM月'), '、')
        from lines where surplus > 0 group by household_id order by max(division_code), max(head_name), household_id
        """;
}
