using System.Collections.Immutable;
using SocialAssistance.Rules.Households;

namespace SocialAssistance.Benchmarks.HouseholdMonths;

/// <summary>One or two events of the months around the one computed, decided at once or later.</summary>
internal static class Happenings
{
    public static ImmutableArray<HouseholdEvent> Make(Dice dice, Household household)
    {
        var first = One(dice, household);
        if (dice.Chance(600))
        {
            return [first];
        }

        var second = One(dice, household);
        return first.Type == EventType.Death && second.Type == EventType.Death ? [first] : [first, second];
    }

    private static HouseholdEvent One(Dice dice, Household household)
    {
        var pupil = household.Members.FirstOrDefault(m => m.ExtremePovertyGround == ExtremePovertyGround.Minor);
        var type = pupil is not null && dice.Chance(300) ? EventType.LeftSchool : dice.AnyOf<EventType>();
        var ofHousehold = type is EventType.Moved or EventType.HouseholdChange;
        var member = ofHousehold ? null : type == EventType.LeftSchool && pupil is not null ? pupil : dice.Any(household.Members.AsSpan());
        var date = dice.Day(new(2026, 3, 1), new(2026, 8, 31));
        if (member is not null && date < member.BirthDate)
        {
            date = member.BirthDate;
        }

        var decided = type is EventType.Death or EventType.LeftSchool || dice.Chance(500)
            ? (DateOnly?)null
            : date.AddDays(dice.Between(0, 45));
        return new()
        {
            Type = type,
            Date = date,
            Member = member?.Id,
            Area = type == EventType.Moved ? Population.AreaOf(dice) : null,
            DecidedOn = decided,
        };
    }
}
