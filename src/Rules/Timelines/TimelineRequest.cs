using System.Collections.Immutable;
using SocialAssistance.Rules.Determinations;
using SocialAssistance.Rules.Households;
using SocialAssistance.Rules.Standards;
using SocialAssistance.Rules.Values;

namespace SocialAssistance.Rules.Timelines;

/// <summary>
/// What is known of one household's benefit (待遇时间线): the facts by decision, what happened, and where payment was
/// interrupted. The lists may come in any order; the timeline is the same.
/// </summary>
public sealed record TimelineRequest
{
    /// <summary>First month of the benefit (起发月).</summary>
    public required BenefitMonth Start { get; init; }

    /// <summary>Last month to project.</summary>
    public required BenefitMonth Through { get; init; }

    /// <summary>Day of confirmation (审核确认日期); null for benefits taken over from an older system.</summary>
    public DateOnly? ConfirmedOn { get; init; }

    /// <summary>The benefits of the programme; the household's other lines belong to other timelines.</summary>
    public required Choices<Benefit> Benefits { get; init; }

    /// <summary>The facts as decided; the first one counts from <see cref="Start"/> at the latest.</summary>
    public required ImmutableArray<DatedHousehold> Households { get; init; }

    public ImmutableArray<HouseholdEvent> Events { get; init; } = [];

    public ImmutableArray<Interruption> Interruptions { get; init; } = [];
}

/// <summary>
/// The household as a decision established it. Of two with the same month the later <paramref name="Version"/> counts.
/// </summary>
/// <param name="From">First month for which these facts count.</param>
/// <param name="Version">Number of the version within its file; unique there.</param>
/// <param name="Household">The facts (D-08).</param>
public sealed record DatedHousehold(BenefitMonth From, int Version, Household Household)
{
    /// <summary>Day on which the next periodic review (定期核查) is due; until its month the income is locked (HM-07).</summary>
    public DateOnly? ReviewDue { get; init; }
}

/// <summary>Why a benefit is interrupted: for a time (暂停) or for good (终止).</summary>
public enum InterruptionKind { Suspended, Ended }

/// <summary>A decided interruption of payment. An end has no last month.</summary>
public sealed record Interruption(InterruptionKind Kind, BenefitMonth From, BenefitMonth? Through, string Reason);
