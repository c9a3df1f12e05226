namespace SocialAssistance.Contracts.Cases;

/// <summary>Stages of a case file (办理环节); the words are the only ones used on screens.</summary>
public static class Stages
{
    /// <summary>待补正: the notice of missing papers is out, the clock rests.</summary>
    public const string Supplement = "supplement";

    /// <summary>核对调查中: accepted; data verification and the home visit run side by side.</summary>
    public const string Investigating = "investigating";

    /// <summary>待初审: both are complete.</summary>
    public const string Opinion = "opinion";

    /// <summary>公示中.</summary>
    public const string Publicity = "publicity";

    /// <summary>公示有异议.</summary>
    public const string Disputed = "disputed";

    /// <summary>待确认.</summary>
    public const string Confirmation = "confirmation";

    /// <summary>保障中.</summary>
    public const string InBenefit = "in-benefit";

    /// <summary>不予确认.</summary>
    public const string Declined = "declined";

    /// <summary>已撤回申请.</summary>
    public const string Withdrawn = "withdrawn";

    /// <summary>已终止.</summary>
    public const string Ended = "ended";

    /// <summary>Chinese word of each stage, in the order of the work.</summary>
    public static IReadOnlyDictionary<string, string> Names { get; } = new Dictionary<string, string>
    {
        [Supplement] = "待补正", [Investigating] = "核对调查中", [Opinion] = "待初审", [Publicity] = "公示中", [Disputed] = "公示有异议",
        [Confirmation] = "待确认", [InBenefit] = "保障中", [Declined] = "不予确认", [Withdrawn] = "已撤回", [Ended] = "已终止",
    };

    /// <summary>Stages in which the office still owes a step.</summary>
    public static IReadOnlyList<string> Open { get; } = [Supplement, Investigating, Opinion, Publicity, Disputed, Confirmation];
}
