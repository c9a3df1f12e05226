namespace SocialAssistance.Disbursement.Settlement;

/// <summary>
/// Which records count in a roster with a settle day. What somebody gains after it waits for the next roster and is paid
/// there as back pay. What somebody loses counts as soon as it is known: nothing is ordered that is known not to be due,
/// and then the whole case is taken as it stands, so that an ending never counts without the row that follows it. $1 roster.
/// </summary>
internal static class SettleSql
{
    private const string Cut = "(select coalesce(s.known_until, 'infinity') from disbursement.rosters s where s.id = $1)";

    private const string Lessened = $"""
        select l.case_id from disbursement.entitlement_endings y join disbursement.entitlements l on l.id = y.entitlement_id
        where y.recorded_at >= {Cut} and y.ground not in ('no-loss', 'planned')
        """;

    /// <summary>Condition: the entitlement <c>e</c> counts.</summary>
    public const string Counted = $"(e.recorded_at < {Cut} or e.case_id in ({Lessened}))";

    /// <summary>Condition: the ending <c>x</c> of the entitlement <c>e</c> counts.</summary>
    public const string CountedEnding = $"(x.recorded_at < {Cut} or e.case_id in ({Lessened}))";

    /// <summary>The last month of each entitlement by the endings that count.</summary>
    public const string Ended = $"""
        select entitlement_id, min(last_month) as last_month from disbursement.entitlement_endings
        where recorded_at < {Cut} or entitlement_id in (select k.id from disbursement.entitlements k where k.case_id in ({Lessened}))
        group by entitlement_id
        """;

    /// <summary>The moment until which an earlier roster <c>r</c> knew of everything.</summary>
    public const string KnownBefore = "least(r.prepared_at, r.known_until)";

    /// <summary>Households whose changes wait; $1 roster, $2 programme, $3 month. The count of all stands in each row.</summary>
    public const string Waiting = $"""
        select e.case_id, max(e.head_name), max(e.division_code), string_agg(distinct e.cause, ','), max(e.recorded_at), (count(*) over ())::integer
        from disbursement.entitlements e
        where e.program = $2 and e.from_month <= $3 and e.recorded_at >= {Cut} and e.recorded_at < coalesce((select r.sealed_at from disbursement.rosters r where r.id = $1), 'infinity') and not {Counted}
            and not exists (select from disbursement.entitlement_endings x where x.entitlement_id = e.id and x.last_month < e.from_month)
        group by e.case_id order by max(e.recorded_at), e.case_id limit 50
        """;
}
