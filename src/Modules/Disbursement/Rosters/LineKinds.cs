namespace SocialAssistance.Disbursement.Rosters;

/// <summary>
/// Kinds of ledger lines (款项类别). Lines are never netted: what is ordinary for its month carries the kind of its benefit,
/// everything paid later is a line of its own.
/// </summary>
internal static class LineKinds
{
    /// <summary>基本保障.</summary>
    public const string Base = "base";

    /// <summary>分类施保.</summary>
    public const string TopUp = "top-up";

    /// <summary>照料护理.</summary>
    public const string Care = "care";

    /// <summary>补发: an earlier month that was paid too little.</summary>
    public const string BackPay = "back-pay";

    /// <summary>更正补发: money that came back from the bank, sent again.</summary>
    public const string Correction = "correction";

    /// <summary>一次性补助: ordered by a document for a month, beside the monthly benefits.</summary>
    public const string OneOff = "one-off";

    public static IReadOnlyDictionary<string, string> Names { get; } = new Dictionary<string, string>
    {
        [Base] = "基本保障", [TopUp] = "分类施保", [Care] = "照料护理", [BackPay] = "补发", [Correction] = "更正补发", [OneOff] = "一次性补助",
    };

    /// <summary>SQL: the line is an ordinary one of its month. The words are those of the unique index, so that it is used.</summary>
    public const string Ordinary = "kind not in ('back-pay', 'correction')";

    /// <summary>SQL: the line pays an earlier month.</summary>
    public const string Later = "kind in ('back-pay', 'correction')";

    /// <summary>SQL: the kind of an ordinary line by the benefit of <c>d</c>.</summary>
    public const string OfBenefit = """
        case when d.benefit = 'category-supplement' then 'top-up'
            when d.benefit in ('extreme-poverty-care', 'disabled-orphan-care', 'severe-disability-nursing-subsidy') then 'care' else 'base' end
        """;
}
