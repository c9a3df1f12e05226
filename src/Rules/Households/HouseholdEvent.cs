using SocialAssistance.Rules.Standards;

namespace SocialAssistance.Rules.Households;

/// <summary>What happened; events drive only the transitions the rules name (D-08).</summary>
public enum EventType
{
    Death, FoundWork, EarningsRise, LostWork, LeftSchool, Moved, LeftHousehold, JoinedHousehold, HouseholdChange,
}

/// <summary>
/// One event. <see cref="Member"/> is the person concerned (none for a move or another change of the household),
/// <see cref="Area"/> the new area of a move, <see cref="DecidedOn"/> the day the office decided on it.
/// </summary>
public sealed record HouseholdEvent
{
    public required EventType Type { get; init; }

    public required DateOnly Date { get; init; }

    public string? Member { get; init; }

    public Area? Area { get; init; }

    public DateOnly? DecidedOn { get; init; }
}
