namespace SocialAssistance.Disbursement.Rosters;

/// <summary>
/// Rows of the bank list from the ledger lines, and the text over which each row is hashed. The same text is used when a
/// roster is made and when it is verified, so it is written once.
/// </summary>
internal static class OrderSql
{
    private const string LineText =
        "concat_ws('/', p.person_key, p.person_name, coalesce(p.id_number, ''), p.benefit, p.kind, p.for_month, p.amount, p.explanation, p.entitlement_id)";

    private const string Lines = $"string_agg({LineText}, ';' order by p.for_month, p.benefit, p.kind, p.person_key)";

    private const string OrderText =
        "concat_ws('|', o.number, o.order_key, o.household_id, o.case_number, o.head_name, coalesce(o.holder, ''), coalesce(o.holder_id_number, ''), coalesce(o.bank, ''), coalesce(o.account, ''), o.amount, o.persons, o.summary, o.lines)";

    private const string RowHash = $"encode(sha256(convert_to({OrderText}, 'UTF8')), 'hex')";

    /// <summary>$1 roster, $2 name of the programme. Numbers run by division and case number, the same every time.</summary>
    public const string Insert = $"""
        with sums as (
            select p.order_key, p.household_id, (array_agg(p.case_id order by p.case_number desc, p.case_id))[1] as case_id, max(p.case_number) as case_number,
                max(p.division_code) as division_code, max(p.head_name) as head_name, sum(p.amount) as amount, count(distinct p.person_id)::integer as persons,
                (array_agg(p.corrects_roster_id))[1] as corrects_roster_id, max(p.corrects_number) as corrects_number, max(p.for_month) as month,
                concat(
                    case when bool_or(p.kind = 'correction') then '更正补发' end,
                    to_char(max(p.for_month) filter (where p.kind <> 'back-pay'), 'YYYY年FMMM月'),
                    case max(p.area) when 'urban' then '城市' else '农村' end, $2::text,
                    case when count(distinct p.person_id) > 0 then count(distinct p.person_id) || '人' end, '：',
                    string_agg(distinct p.explanation, '；'),
                    '；含补发' || string_agg(distinct to_char(p.for_month, 'YYYY年FMMM月'), '、') filter (where p.kind = 'back-pay')
                        || ' ' || (sum(p.amount) filter (where p.kind = 'back-pay')) || '元') as summary,
                {Lines} as lines
            from disbursement.payments p
            where p.roster_id = $1
            group by p.order_key, p.household_id
        ),
        payee as (
            select distinct on (household_id) household_id, holder, holder_id_number, bank, account
            from disbursement.payees
            where household_id in (select household_id from sums)
            order by household_id, recorded_at desc, id desc
        ),
        o as (
            select row_number() over (order by s.division_code, s.case_number, s.month, s.order_key)::integer as number, s.*, y.holder, y.holder_id_number, y.bank, y.account
            from sums s left join payee y on y.household_id = s.household_id
        )
        insert into disbursement.roster_orders (roster_id, number, order_key, household_id, case_id, case_number, division_code, head_name, holder,
            holder_id_number, bank, account, amount, persons, summary, row_hash, corrects_roster_id, corrects_number)
        select $1, o.number, o.order_key, o.household_id, o.case_id, o.case_number, o.division_code, o.head_name, o.holder,
            o.holder_id_number, o.bank, o.account, o.amount, o.persons, o.summary, {RowHash}, o.corrects_roster_id, o.corrects_number
        from o
        """;

    /// <summary>SHA-256 over the row hashes in their order; $1 roster.</summary>
    public const string ContentHash = "select encode(sha256(convert_to(coalesce(string_agg(row_hash, E'\\n' order by number), ''), 'UTF8')), 'hex') from disbursement.roster_orders where roster_id = $1";

    /// <summary>
    /// The first row that is not what was sealed: its content gives another hash, it is missing, or its sum is not that of
    /// its lines. $1 roster.
    /// </summary>
    public const string FirstBroken = $"""
        with lines as (
            select p.order_key, sum(p.amount) as total, {Lines} as lines from disbursement.payments p where p.roster_id = $1 group by p.order_key
        ),
        o as (
            select r.*, l.lines, l.total, row_number() over (order by r.number) as place
            from disbursement.roster_orders r left join lines l on l.order_key = r.order_key
            where r.roster_id = $1
        )
        select o.place::integer from o
        where o.number <> o.place or o.amount is distinct from o.total or o.row_hash <> {RowHash}
        order by o.place limit 1
        """;
}
