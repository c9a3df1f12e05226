using SocialAssistance.Contracts.Cases;
using SocialAssistance.Rules.Standards;
using SocialAssistance.Rules.Timelines;
using SocialAssistance.Rules.Values;

namespace SocialAssistance.Contracts.Programs;

/// <summary>
/// Everything the timeline of one case follows from (待遇时间线的依据): facts by the month from which they count, what
/// happened, and what was interrupted. Lists may come in any order.
/// </summary>
public sealed record BenefitHistory
{
    /// <summary>First month of the benefit.</summary>
    public required BenefitMonth Start { get; init; }

    /// <summary>Day of confirmation; null where an older system confirmed.</summary>
    public DateOnly? ConfirmedOn { get; init; }

    /// <summary>Months from which a decision counts; what would be lost in another waits for the next of them (see <see cref="TimelineRevision.Decided"/>).</summary>
    public required IReadOnlySet<BenefitMonth> Decided { get; init; }

    /// <summary>The facts; the first ones count from the start.</summary>
    public required IReadOnlyList<DatedFacts> Facts { get; init; }

    /// <summary>What happened.</summary>
    public IReadOnlyList<CaseEvent> Events { get; init; } = [];

    /// <summary>Suspensions and ends by decision.</summary>
    public IReadOnlyList<Interruption> Interruptions { get; init; } = [];

    /// <summary>Last month paid for each person who died.</summary>
    public IReadOnlyDictionary<Guid, BenefitMonth> Deaths =>
        Events.Where(e => e is { Type: "death", PersonId: not null }).ToDictionary(e => e.PersonId!.Value, e => BenefitMonth.Of(e.Date));
}

/// <summary>Facts that count from a month on.</summary>
/// <param name="From">First month.</param>
/// <param name="Number">Number of the version; of two with the same month the higher one counts. A review that found no obvious change repeats the facts under the same number.</param>
/// <param name="Facts">The facts.</param>
/// <param name="ReviewDue">Day on which the next periodic review is due.</param>
public sealed record DatedFacts(BenefitMonth From, int Number, CaseFacts Facts, DateOnly? ReviewDue = null);

/// <summary>One event of the household (事项).</summary>
/// <param name="Type">Code of the calculation, e.g. <c>found-work</c>.</param>
/// <param name="Date">Day it happened.</param>
/// <param name="PersonId">Person concerned.</param>
/// <param name="Area">New area of a move.</param>
/// <param name="DecidedOn">Day the office decided on it.</param>
public sealed record CaseEvent(string Type, DateOnly Date, Guid? PersonId = null, string? Area = null, DateOnly? DecidedOn = null);

/// <summary>How a timeline is projected.</summary>
/// <param name="PolicyCode">Six-digit code of the county.</param>
/// <param name="Through">Last month.</param>
/// <param name="KnownAt">Use only what was published by then; null: everything known.</param>
/// <param name="Book">Figures to use instead of the county's own, e.g. with a draft version applied.</param>
/// <param name="Explains">With months, names and working, for one household; without, only the spans, for runs over many.</param>
public sealed record ProjectionContext(string PolicyCode, BenefitMonth Through, DateOnly? KnownAt = null, PolicyBook? Book = null, bool Explains = true);

/// <summary>A projected timeline.</summary>
/// <param name="Months">Month by month with the working; empty without explanation.</param>
/// <param name="Spans">What is paid, as stretches of one amount.</param>
/// <param name="Awaits">First month in which what was paid before goes on because nobody decided yet on paying less; null: none.</param>
/// <param name="Otherwise">Yuan the last month would pay if that were decided; what it does pay where nothing waits.</param>
public sealed record BenefitProjection(IReadOnlyList<ProjectedMonth> Months, IReadOnlyList<BenefitSpan> Spans, BenefitMonth? Awaits = null, decimal Otherwise = 0);

/// <summary>One month of the timeline in words.</summary>
/// <param name="Month">The month.</param>
/// <param name="Phase">State of the benefit.</param>
/// <param name="PhaseName">The state in Chinese, e.g. 就业渐退 第 1 个月（共 3 个月）.</param>
/// <param name="Amounts">What is paid.</param>
/// <param name="Reason">Why it ended, is suspended or waits; null otherwise.</param>
/// <param name="Assessment">The determination of the month; null while interrupted.</param>
/// <param name="Awaits">What the rules would take away in this month waits for a decision.</param>
public sealed record ProjectedMonth(BenefitMonth Month, TimelinePhase Phase, string PhaseName, IReadOnlyList<AssessedAmount> Amounts, string? Reason, Assessment? Assessment, bool Awaits = false)
{
    /// <summary>Sum of the month, yuan.</summary>
    public decimal Total => Amounts.Sum(a => a.Amount);
}

/// <summary>One amount of one person over a stretch of months; null last month: until further notice.</summary>
public sealed record BenefitSpan(Guid? PersonId, string PersonName, string? IdNumber, string Benefit, decimal Amount, string Basis, BenefitMonth From, BenefitMonth? Last);
