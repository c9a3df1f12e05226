using SocialAssistance.Contracts.Standards;

namespace SocialAssistance.Contracts.Programs;

/// <summary>
/// What casework has to know of a programme besides its figures: which documents rule it, what is asked at the window,
/// whether the family is shown on the wall, which reasons may be given. All of it is configuration; the calculation is
/// the core's alone.
/// </summary>
public sealed record ProgramProfile
{
    /// <summary>Name on papers, e.g. 最低生活保障.</summary>
    public required string FullName { get; init; }

    /// <summary>What is paid, on letters, e.g. 低保金.</summary>
    public required string MoneyName { get; init; }

    /// <summary>Document and article under which missing papers are asked for once (一次性告知).</summary>
    public required string SupplementBasis { get; init; }

    /// <summary>Document and article of the conditions, for letters.</summary>
    public required string ConditionBasis { get; init; }

    /// <summary>Document and article by which the benefit follows what happens to the family (动态管理): more, less or no more.</summary>
    public required string ChangeBasis { get; init; }

    /// <summary>Codes of the benefits it pays, as the calculation names them.</summary>
    public IReadOnlyList<string> Benefits { get; init; } = [];

    /// <summary>First parts of the keys of its figures; while one of them is announced without a number, nothing is confirmed.</summary>
    public IReadOnlyList<string> Figures { get; init; } = [];

    /// <summary>Whether the first opinion is posted in the village (公示).</summary>
    public required PublicityRule Publicity { get; init; }

    /// <summary>Groups of facts the window asks for openly; the others stay in the fold of further circumstances.</summary>
    public required ProgramFacts Asks { get; init; }

    /// <summary>Property must be assessed before the opinion (财产认定).</summary>
    public bool NeedsProperty => MeansTested || Asks.HasFlag(ProgramFacts.ExtremePoverty);

    /// <summary>Income and property of the household decide; otherwise the person's own recognition does.</summary>
    public bool MeansTested { get; init; }

    /// <summary>Paid from the month of application instead of the month after confirmation (自递交申请当月计发).</summary>
    public bool StartsWithApplication { get; init; }

    /// <summary>Working days from acceptance to decision with their article, where the programme has its own; null: the county's for the allowance.</summary>
    public CountyNumber? Limit { get; init; }

    /// <summary>Reasons to recommend confirmation, each with its article.</summary>
    public required IReadOnlyList<ProgramReason> ConfirmReasons { get; init; }

    /// <summary>Reasons not to confirm, each with its article.</summary>
    public required IReadOnlyList<ProgramReason> DeclineReasons { get; init; }
}

/// <summary>Whether names are posted, and by which article they are or may not be.</summary>
public sealed record PublicityRule(bool Required, string Source);

/// <summary>A reason that may be chosen: stable code, Chinese words, document and article.</summary>
public sealed record ProgramReason(string Code, string Text, string Basis);

/// <summary>Groups of facts a programme asks for.</summary>
[Flags]
public enum ProgramFacts
{
    /// <summary>Nothing beyond persons and account.</summary>
    None = 0,

    /// <summary>Income, outgoings and property (收支财产).</summary>
    Means = 1,

    /// <summary>Ground, persons with a duty of support, self-care, form of support (特困认定).</summary>
    ExtremePoverty = 2,

    /// <summary>What became of father and mother, form of care (儿童认定).</summary>
    Children = 4,

    /// <summary>Certificate and nursing from work-injury insurance (残疾人补贴).</summary>
    Disability = 8,

    /// <summary>Retrenched in the 1960s (精简退职).</summary>
    Retrenched = 16,
}
