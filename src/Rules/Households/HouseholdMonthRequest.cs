using System.Collections.Immutable;
using SocialAssistance.Rules.Values;

namespace SocialAssistance.Rules.Households;

/// <summary>One household and one month: what is asked of the core.</summary>
public readonly record struct HouseholdMonthRequest(BenefitMonth Month, Household Household)
{
    /// <summary>What is in force; null is nothing.</summary>
    public Standing? Standing { get; init; }

    public ImmutableArray<HouseholdEvent> Events { get; init; } = [];
}
