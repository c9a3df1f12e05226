namespace SocialAssistance.Disbursement.OneOff;

/// <summary>
/// Who gets a one-off payment: everybody of the chosen groups whose benefit is in force in the month, a person once
/// whatever programmes and households name him, a household once. Parameters: $1 roster, $2 month, $3 programmes, $4
/// benefits or none, $5 area or '', $6 prefix of the place, $7 code of the lines, $8 person or household, $9 yuan, $10 and
/// $11 youngest and oldest age in completed years on the last day of the month, or null. The age is that of the identity
/// number; where one is asked, nobody without a number is paid. A household is chosen by any of its persons.
/// </summary>
internal static class OneOffSql
{
    private const string Chosen = """
        with ended as (select entitlement_id, min(last_month) as last_month from disbursement.entitlement_endings group by entitlement_id),
        chosen as (
            select e.id, e.household_id, e.case_id, e.case_number, e.division_code, e.head_name, e.person_id, e.person_name, e.id_number, e.area,
                -- Whole years are the difference of the days written as numbers.
                case when e.person_id is not null and e.id_number ~ '^[0-9]{17}[0-9X]$'
                    then (to_char($2::date + interval '1 month' - interval '1 day', 'YYYYMMDD')::integer - substr(e.id_number, 7, 8)::integer) / 10000 end as age
            from disbursement.entitlements e left join ended x on x.entitlement_id = e.id
            where e.from_month <= $2 and coalesce(x.last_month, $2) >= $2 and e.program = any($3) and (cardinality($4::text[]) = 0 or e.benefit = any($4))
                and ($5 = '' or e.area = $5) and starts_with(e.division_code, $6)
                and not exists (select from disbursement.roster_exclusions o where o.roster_id = $1 and o.household_id = e.household_id)
        ),
        active as (select * from chosen where ($10::integer is null and $11::integer is null) or age between coalesce($10, 0) and coalesce($11, 999)),
        -- The household of the older case keeps a person whom two of them name.
        persons as (
            select distinct on (coalesce(id_number, person_id::text)) * from active where person_id is not null
            order by coalesce(id_number, person_id::text), case_number, id
        ),
        households as (
            select distinct on (household_id) * from (
                select * from persons
                union all
                -- A benefit of the household as a whole names nobody; such a household counts as one.
                select a.* from active a where a.person_id is null and not exists (select from active q where q.household_id = a.household_id and q.person_id is not null)
            ) h order by household_id, case_number, id
        ),
        picked as (
            select id, household_id, case_id, case_number, division_code, head_name, person_id as person_key, person_id, person_name, id_number, area from persons where $8 = 'person'
            union all
            select id, household_id, case_id, case_number, division_code, head_name, household_id, null::uuid, head_name, null, area from households where $8 = 'household'
        ),
        paid as (
            -- The same purpose and month in another roster, sealed or not: nobody gets it twice.
            select p.household_id, p.person_key, p.id_number from disbursement.payments p join disbursement.rosters r on r.id = p.roster_id
            where p.for_month = $2 and p.benefit = $7 and p.kind = 'one-off' and p.roster_id <> $1 and r.status <> 'withdrawn'
        ),
        lines as (
            select k.*, $9::numeric as amount from picked k
            where k.person_key not in (select person_key from paid) and (k.id_number is null or k.id_number not in (select id_number from paid where id_number is not null))
                -- A household paid as a whole has had it for each of its persons, and the other way round.
                and not exists (select from paid q where q.household_id = k.household_id and ($8 = 'household' or q.person_key = q.household_id))
        )
        """;

    /// <summary>Persons, households, yuan; named more than once; already paid in another batch; households that name nobody; of unknown age.</summary>
    public const string Preview = $"""
        {Chosen}
        select (select count(person_id)::integer from lines), (select count(distinct household_id)::integer from lines), (select coalesce(sum(amount), 0) from lines),
            (select count(*)::integer from (select distinct household_id, person_id from active where person_id is not null) a) - (select count(*)::integer from persons),
            (select count(*)::integer from picked) - (select count(*)::integer from lines),
            (select count(distinct household_id)::integer from active a where a.person_id is null and not exists (select from active q where q.household_id = a.household_id and q.person_id is not null)),
            (select count(distinct coalesce(person_id, household_id))::integer from chosen where age is null and ($10::integer is not null or $11::integer is not null))
        """;

    /// <summary>Writes the lines; $12 says why it is that amount.</summary>
    public const string Insert = $"""
        {Chosen}
        insert into disbursement.payments (roster_id, order_key, person_key, benefit, kind, for_month, household_id, case_id, case_number, division_code, head_name, person_id,
            person_name, id_number, area, amount, explanation, entitlement_id)
        select $1, household_id, person_key, $7, 'one-off', $2, household_id, case_id, case_number, division_code, head_name, person_id, person_name, id_number, area, amount, $12, id
        from lines order by household_id, person_key
        """;

    /// <summary>Households that would be paid otherwise now than the roster says.</summary>
    public const string Stale = $"""
        {Chosen}
        select count(distinct household_id) from (
            select household_id, person_key, amount from (
                select household_id, person_key, amount from lines
                union all
                select household_id, person_key, amount from disbursement.payments where roster_id = $1
            ) b group by 1, 2, 3 having count(*) <> 2
            union all
            select s.household_id, s.household_id, 0 from ({Rosters.DueLines.StaleAccounts}) s
        ) changed
        """;
}
