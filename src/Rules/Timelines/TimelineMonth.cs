using System.Collections.Immutable;
using SocialAssistance.Rules.Determinations;
using SocialAssistance.Rules.Households;
using SocialAssistance.Rules.Values;

namespace SocialAssistance.Rules.Timelines;

/// <summary>
/// State of a benefit in a month: paid (正常), in a phase-out after work found (就业渐退) or a death (死亡渐退), kept by the
/// review lock (核查期内不变), suspended (暂停), ended (终止), or without an answer because a figure is missing (未能测算).
/// </summary>
public enum TimelinePhase { Ordinary, EmploymentPhaseOut, DeathPhaseOut, Held, Suspended, Ended, Undetermined }

/// <summary>One month of the timeline.</summary>
public sealed record TimelineMonth
{
    public required BenefitMonth Month { get; init; }

    public required TimelinePhase Phase { get; init; }

    /// <summary>What is due, one line per person and benefit; empty while nothing is due.</summary>
    public ImmutableArray<Entitlement> Lines { get; init; } = [];

    /// <summary>Which month of how many, in a phase-out.</summary>
    public PhaseOutMonth? PhaseOut { get; init; }

    /// <summary>Somebody gets less than the month before and must be heard first (HM-35).</summary>
    public bool HearingRequired { get; init; }

    /// <summary>What the rules would change in this month waits for a decision, and the amount goes on (see <see cref="TimelineRevision"/>).</summary>
    public bool Awaits { get; init; }

    /// <summary>Why the rules end the benefit in this month; null where a decision ended it, or it goes on.</summary>
    public RefusalReason? EndedBy { get; init; }

    /// <summary>Words of the decision that interrupts the benefit.</summary>
    public string? Decision { get; init; }

    /// <summary>Keys whose figures are missing; only where undetermined.</summary>
    public ImmutableArray<string> Missing { get; init; } = [];

    /// <summary>The determination of the month with its working, if asked for and calculated.</summary>
    public HouseholdMonthResult? Result { get; init; }

    /// <summary>Sum of the lines.</summary>
    public Money Total => Money.FromFen(Lines.Sum(line => line.Amount.Fen));
}
