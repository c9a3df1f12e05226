using System.Collections.Immutable;
using SocialAssistance.Rules.Households;
using SocialAssistance.Rules.Standards;
using SocialAssistance.Rules.Values;

namespace SocialAssistance.Benchmarks.HouseholdMonths;

/// <summary>
/// A seeded county of Yudu household-months of one month: mostly ordinary families around the line, and among them every
/// situation the Yudu rules know. It is made chunk by chunk, so a million households never lie in memory together.
/// </summary>
/// <remarks>
/// August 2026 is the month in which most rules are awake: the disregard of the basic pension has ended (HM-08), hearings
/// are required (HM-35), the law widens the single-person groups, and it is summer for school leavers (HM-25).
/// </remarks>
internal static class Population
{
    public const int ChunkSize = 10_000;
    public static readonly BenefitMonth Month = new(2026, 8);
    private static readonly int[] Sizes = [18, 25, 22, 17, 10, 5, 3];

    /// <summary>The same chunk for the same seed and number.</summary>
    public static HouseholdMonthRequest[] Chunk(int seed, int number)
    {
        var dice = new Dice(HashCode(seed, number));
        var requests = new HouseholdMonthRequest[ChunkSize];
        for (var i = 0; i < requests.Length; i++)
        {
            requests[i] = One(dice, number * ChunkSize + i);
        }

        return requests;
    }

    private static HouseholdMonthRequest One(Dice dice, int number)
    {
        var size = dice.Weighted(Sizes) + 1;
        if (dice.Chance(60))
        {
            return new(Month, BoundaryHousehold.Make(dice, number, size));
        }

        var household = Family(dice, number, size);
        var events = dice.Chance(150) ? Happenings.Make(dice, household) : [];
        return new(Month, household)
        {
            Standing = dice.Chance(550) ? InForce.Make(dice, household) : null,
            Events = events,
        };
    }

    private static Household Family(Dice dice, int number, int size)
    {
        var members = ImmutableArray.CreateBuilder<Member>(size);
        for (var i = 0; i < size; i++)
        {
            members.Add(People.Make(dice, number, i));
        }

        var all = members.MoveToImmutable();
        return new()
        {
            Area = AreaOf(dice),
            Property = (PropertyStanding)dice.Weighted([850, 60, 45, 45]),
            Members = all,
            Expenditures = dice.Chance(200) ? [Expenditure(dice, all), Expenditure(dice, all)] : [],
            RegisteredPoverty = dice.Chance(200),
        };
    }

    public static Area AreaOf(Dice dice) => dice.Chance(650) ? Area.Rural : Area.Urban;

    private static Expenditure Expenditure(Dice dice, ImmutableArray<Member> members) =>
        new(dice.AnyOf<ExpenditureType>(), dice.Amount(20, 6000), dice.AnyOf<Period>(), dice.Chance(500) ? dice.Any(members.AsSpan()).Id : null);

    // Stable over runs and machines, which System.HashCode is not.
    private static int HashCode(int seed, int number) => unchecked((seed * 397) ^ (number * 7919 + 12_345));
}
