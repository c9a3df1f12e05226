using SocialAssistance.Contracts.Cases;

namespace SocialAssistance.Contracts.Households;

/// <summary>Keeps the registry in step with what was decided about families in benefit, inside the caller's transaction; what was before stays readable.</summary>
public interface IHouseholdChanges
{
    /// <summary>Writes decided changes into the registry. Saying the same twice changes nothing.</summary>
    Task FollowAsync(IReadOnlyList<HouseholdChange> changes, CancellationToken cancellationToken = default);

    /// <summary>The month of a move has begun: household and persons are found in the newest place.</summary>
    Task ArriveAsync(Guid householdId, CancellationToken cancellationToken = default);

    /// <summary>The person with this identity number, whatever the area; null where the registry has nobody.</summary>
    Task<RegisteredPerson?> PersonAsync(string idNumber, CancellationToken cancellationToken = default);

    /// <summary>Who belonged to the household when, and where it lived; oldest first.</summary>
    Task<HouseholdHistory> HistoryAsync(Guid householdId, CancellationToken cancellationToken = default);
}

/// <summary>Somebody the registry knows, and the household he belongs to now.</summary>
/// <param name="PersonId">The person.</param>
/// <param name="Name">The name as registered.</param>
/// <param name="DivisionCode">The village.</param>
/// <param name="DiedOn">Day of death, where it is known.</param>
/// <param name="HouseholdId">The household; null: none at present.</param>
/// <param name="HeadName">Its head.</param>
/// <param name="Households">In how many households he was ever registered.</param>
public sealed record RegisteredPerson(Guid PersonId, string Name, string DivisionCode, DateOnly? DiedOn, Guid? HouseholdId, string? HeadName, int Households);

/// <summary>What was decided about one household.</summary>
/// <param name="HouseholdId">The household.</param>
/// <param name="On">Day it happened.</param>
/// <param name="Facts">The family as established by the decision.</param>
public sealed record HouseholdChange(Guid HouseholdId, DateOnly On, CaseFacts Facts)
{
    /// <summary>The person who was born into it or joined it.</summary>
    public Guid? Joined { get; init; }

    /// <summary>A person who never joined: the change that named him was corrected to somebody else.</summary>
    public Guid? Withdrawn { get; init; }

    /// <summary>Day of death of everybody who died.</summary>
    public IReadOnlyDictionary<Guid, DateOnly> Deaths { get; init; } = new Dictionary<Guid, DateOnly>();

    /// <summary>Day on which everybody who is gone left.</summary>
    public IReadOnlyDictionary<Guid, DateOnly> Left { get; init; } = new Dictionary<Guid, DateOnly>();

    /// <summary>A person who belongs to it after all: the change that took him out was corrected.</summary>
    public Guid? Returned { get; init; }

    /// <summary>Relations to a new head are those of the facts (变更户主).</summary>
    public bool NewHead { get; init; }

    /// <summary>Where it moved to.</summary>
    public NewPlace? Place { get; init; }
}

/// <summary>A place to live from a day on.</summary>
/// <param name="DivisionCode">The village.</param>
/// <param name="Area">Urban or rural.</param>
/// <param name="Address">Address below the village.</param>
/// <param name="From">Day from which the family is looked after there.</param>
public sealed record NewPlace(string DivisionCode, string Area, string Address, DateOnly From);

/// <summary>The household's past and present.</summary>
public sealed record HouseholdHistory(IReadOnlyList<PastMember> Members, IReadOnlyList<PastPlace> Places);

/// <summary>A membership; no last day: it lasts.</summary>
public sealed record PastMember(string Name, string Relation, DateOnly From, DateOnly? Last, DateOnly? DiedOn);

/// <summary>A place from a day on; one in the future is a move that was decided.</summary>
public sealed record PastPlace(string DivisionCode, string Address, DateOnly From);
