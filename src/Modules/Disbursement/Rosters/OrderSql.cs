namespace SocialAssistance.Disbursement.Rosters;

/// <summary>
/// Rows of the bank list from the ledger lines, and the text over which each row is hashed. The same text is used when a
/// roster is made and when it is verified, so it is written once.
/// </summary>
internal static class OrderSql
{
    // Every column is in the text, so that no edit goes unseen.
    private const string LineText =
        "concat_ws('/', p.person_key, coalesce(p.person_id::text, ''), p.person_name, coalesce(p.id_number, ''), p.benefit, p.kind, p.for_month, p.amount, p.explanation, p.entitlement_id, p.household_id, p.case_id, p.case_number, p.division_code, p.head_name, p.area, coalesce(p.corrects_roster_id::text, ''), coalesce(p.corrects_number::text, ''))";

    // Said where the lines are put together, not before: a newer server sorts them anew for the count of persons beside it.
    private const string Ordered = "order by p.person_key, p.benefit, p.kind, p.for_month";

    private const string OrderText =
        "concat_ws('|', o.number, o.order_key, o.household_id, o.case_id, o.case_number, o.division_code, o.head_name, coalesce(o.corrects_roster_id::text, ''), coalesce(o.corrects_number::text, ''), coalesce(o.holder, ''), coalesce(o.holder_id_number, ''), coalesce(o.bank, ''), coalesce(o.account, ''), o.amount, o.persons, o.summary, o.lines)";

    private const string RowHash = $"encode(sha256(convert_to({OrderText}, 'UTF8')), 'hex')";

    /// <summary>
    /// Keys of all rows in the order of their numbers: by division and case number over the whole roster, the same every time; $1 roster.
    /// <para>A roster is named by a query, <c>(select $1)</c>, wherever all its rows are read: its lines were written a moment
    /// ago, so the planner's figures know nothing of it, would expect one row and join row by row. Of an unknown roster it
    /// expects as many rows as the others have.</para>
    /// </summary>
    public const string Places = """
        select array(
            select order_key from disbursement.payments where roster_id = (select $1) group by order_key
            order by max(division_code), max(case_number), max(for_month), order_key)
        """;

    /// <summary>
    /// The rows of one share ($3: 0 or 1) of the households, unless they are there already; $1 roster, $2 name of the
    /// programme, $4 the keys of all rows in the order of their numbers.
    /// </summary>
    public const string Insert = $"""
        with place as (select order_key, number::integer as number from unnest($4::uuid[]) with ordinality as k (order_key, number)),
        line as (select p.*, {LineText} as line from disbursement.payments p where p.roster_id = (select $1) and {Mine}),
        later as (
            select order_key, '；含补发' || string_agg(distinct to_char(for_month, 'YYYY年FMMM月'), '、') || ' ' || sum(amount) || '元' as words
            from disbursement.payments where roster_id = (select $1) and kind = 'back-pay' group by order_key
        ),
        grouped as (
            select p.order_key, (array_agg(p.household_id))[1] as household_id, max(p.case_number) as case_number,
                max(p.division_code) as division_code, max(p.head_name) as head_name, sum(p.amount) as amount, count(distinct p.person_id)::integer as persons,
                (array_agg(p.corrects_roster_id) filter (where p.corrects_roster_id is not null))[1] as corrects_roster_id, max(p.corrects_number) as corrects_number,  max(p.for_month) filter (where p.kind <> 'back-pay') as ordinary_month, bool_or(p.kind = 'correction') as corrects, max(p.area collate "C") as area,
                sum(p.amount) filter (where p.kind = 'top-up') as top_up, sum(p.amount) filter (where p.kind = 'care') as care,
                min(p.explanation collate "C") as explanation, max(p.explanation collate "C") as other_explanation,
                min(p.case_number) as other_case, (array_agg(p.case_id))[1] as any_case, string_agg(p.line, ';' {Ordered}) as lines
            from line p
            group by p.order_key
        ),
        sums as (
            select g.*,
                case when g.case_number = g.other_case then g.any_case
                    else (select p.case_id from disbursement.payments p where p.roster_id = $1 and p.order_key = g.order_key order by p.case_number desc, p.case_id limit 1) end as case_id,
                concat(
                    case when g.corrects then '更正补发' end, to_char(g.ordinary_month, 'YYYY年FMMM月'),
                    case g.area when 'urban' then '城市' else '农村' end, $2::text, case when g.persons > 0 then g.persons || '人' end, '：',
                    case when g.explanation = g.other_explanation then g.explanation
                        else (select string_agg(distinct p.explanation, '；') from disbursement.payments p where p.roster_id = $1 and p.order_key = g.order_key) end,
                    '；含分类施保 ' || g.top_up || '元', '；含照料护理 ' || g.care || '元', l.words) as summary
            from grouped g left join later l on l.order_key = g.order_key
        ),
        payee as (
            select distinct on (household_id) household_id, holder, holder_id_number, bank, account
            from disbursement.payees
            order by household_id, recorded_at desc, id desc
        ),
        o as (
            select place.number, s.*, y.holder, y.holder_id_number, y.bank, y.account
            from sums s join place using (order_key) left join payee y on y.household_id = s.household_id
        )
        insert into disbursement.roster_orders (roster_id, number, order_key, household_id, case_id, case_number, division_code, head_name, holder,
            holder_id_number, bank, account, amount, persons, summary, row_hash, corrects_roster_id, corrects_number)
        select $1, o.number, o.order_key, o.household_id, o.case_id, o.case_number, o.division_code, o.head_name, o.holder,
            o.holder_id_number, o.bank, o.account, o.amount, o.persons, o.summary, {RowHash}, o.corrects_roster_id, o.corrects_number
        from o
        where not exists (select from disbursement.roster_orders p where p.roster_id = $1 and {Mine})
        order by o.number
        """;

    // Whether a key belongs to the share. The first one is a little larger: who writes the second comes to it later, from
    // comparing with the month before. Said as two truths, of which the planner expects every other one to agree.
    private const string Mine = "(uuid_hash(p.order_key) & 15 < 9) = ($3 = 0)";

    /// <summary>SHA-256 over the row hashes in their order; $1 roster. The rows come in the order of their key, so nothing is sorted.</summary>
    public const string ContentHash = "select encode(sha256(convert_to(array_to_string(array(select row_hash from disbursement.roster_orders where roster_id = (select $1) order by number), E'\\n'), 'UTF8')), 'hex')";

    /// <summary>Households, persons, yuan and content hash of the rows as they are now; $1 roster.</summary>
    public const string Sums = $"""
        select o.households, p.persons, o.total, ({ContentHash})
        from (select count(distinct household_id)::integer as households, coalesce(sum(amount), 0) as total from disbursement.roster_orders where roster_id = (select $1)) o,
            (select count(*)::integer as persons from (select from disbursement.payments where roster_id = (select $1) and person_id is not null group by person_id) d) p
        """;

    /// <summary>
    /// The first row that is not what was sealed, with its family: its content gives another hash, it is missing, its sum is
    /// not that of its lines, or there are lines of no row. $1 roster.
    /// </summary>
    public const string FirstBroken = $"""
        with line as (
            select p.*, {LineText} as line from disbursement.payments p where p.roster_id = (select $1)
        ),
        lines as (
            select p.order_key, max(p.head_name) as head_name, sum(p.amount) as total, string_agg(p.line, ';' {Ordered}) as lines from line p group by p.order_key
        ),
        o as (
            select r.*, l.lines, l.total, row_number() over (order by r.number) as place
            from disbursement.roster_orders r left join lines l on l.order_key = r.order_key
            where r.roster_id = (select $1)
        ),
        broken as (
            select o.place::integer as place, case when o.number = o.place then o.head_name end as head_name, 1 as rank from o
            where o.number <> o.place or o.amount is distinct from o.total or o.row_hash <> {RowHash}
            union all
            select (select count(*)::integer + 1 from o), l.head_name, 2 from lines l where not exists (select from o where o.order_key = l.order_key)
        ),
        first as (select * from broken order by rank, place limit 1)
        -- A row that is gone leaves its lines behind, and they still name the family.
        select f.place, coalesce(f.head_name, (select b.head_name from broken b where b.rank = 2 order by b.head_name limit 1)) from first f
        """;
}
