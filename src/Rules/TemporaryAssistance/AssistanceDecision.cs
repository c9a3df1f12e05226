using SocialAssistance.Rules.Determinations;
using SocialAssistance.Rules.Values;

namespace SocialAssistance.Rules.TemporaryAssistance;

/// <summary>Who decides: 村（社区）、乡镇（街道）、县级民政部门.</summary>
public enum DecisionLevel { Village, Township, County }

/// <summary>先行救助: may the office pay first, or must it?</summary>
public enum PayFirst { Required, Allowed, NotAllowed, Undetermined }

public enum StagedPayment { Allowed, NotAllowed }

public enum PlaceOutcome { Accepted, HandOver }

/// <summary>When the case must be done; no due day where the clock's start is missing.</summary>
public sealed record AssistanceDeadline(string Unit, int Count)
{
    public DateTime? Moment { get; init; }

    public DateOnly? Day { get; init; }
}

/// <summary>The visit after payment (上门回访): who goes, and by when.</summary>
public sealed record FollowUp(int Tier, IReadOnlyList<string> Visitors, DateOnly? Due);

/// <summary>How one approval of temporary assistance is to be handled.</summary>
public sealed record AssistanceDecision
{
    public Money Total { get; init; }

    /// <summary>The amount that decides the level: with approvals for the same cause shortly before (防拆分).</summary>
    public Money TestedAmount { get; init; }

    /// <summary>What the township decides at most; null where it is not configured.</summary>
    public Money? Limit { get; init; }

    public DecisionLevel DecisionLevel { get; init; }

    public bool CoordinationRequired { get; init; }

    public bool VerificationWaived { get; init; }

    public bool PublicityRequired { get; init; }

    public PayFirst PayFirst { get; init; }

    public bool FastLane { get; init; }

    public StagedPayment StagedPayment { get; init; }

    public PlaceOutcome PlaceOutcome { get; init; }

    public AssistanceDeadline? Deadline { get; init; }

    public FollowUp? FollowUp { get; init; }

    public IReadOnlyList<Warning> Warnings { get; init; } = [];

    public IReadOnlyList<Step> Steps { get; init; } = [];
}
