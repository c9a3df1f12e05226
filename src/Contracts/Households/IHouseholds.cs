using SocialAssistance.Contracts.Cases;

namespace SocialAssistance.Contracts.Households;

/// <summary>The registry (家庭档案) of persons and households that every application reuses.</summary>
public interface IHouseholds
{
    /// <summary>
    /// Finds or makes each person by identity number and the household of the head, and sets who belongs to it from this
    /// day. Returns the facts with the registry's person identifiers filled in.
    /// </summary>
    Task<RegisteredHousehold> RegisterAsync(string divisionCode, CaseFacts facts, DateOnly from, CancellationToken cancellationToken = default);

    /// <summary>Memberships of these identity numbers in current households; across all areas, for duplicate checks.</summary>
    Task<IReadOnlyList<HouseholdMention>> MentionsAsync(IReadOnlyList<string> idNumbers, CancellationToken cancellationToken = default);

    /// <summary>The households these identity numbers belong to now, however many; across all areas, for the checks before money is sent.</summary>
    Task<IReadOnlyList<HouseholdMember>> MembersAsync(IReadOnlyList<string> idNumbers, CancellationToken cancellationToken = default);
}

/// <summary>A person and the household he belongs to.</summary>
public sealed record HouseholdMember(string IdNumber, string Name, Guid HouseholdId);

/// <summary>The household's identifier and the facts with person identifiers.</summary>
public sealed record RegisteredHousehold(Guid HouseholdId, CaseFacts Facts);

/// <summary>A household that already counts a person.</summary>
public sealed record HouseholdMention(Guid HouseholdId, string DivisionCode, string IdNumber, string HeadName, string Relation);
