using System.Collections.Immutable;
using SocialAssistance.Rules.Households;
using SocialAssistance.Rules.Standards;
using SocialAssistance.Rules.Values;

namespace SocialAssistance.Benchmarks.HouseholdMonths;

/// <summary>
/// Families whose income lies exactly on a line of the Yudu figures, or the smallest step beside it: S, 1.5 S, and the gap
/// of the floor; per month, or in twelfths of a fen per year.
/// </summary>
internal static class BoundaryHousehold
{
    public static Household Make(Dice dice, int number, int size)
    {
        var area = Population.AreaOf(dice);
        var standard = area == Area.Urban ? 885_00L : 660_00L;
        var floor = area == Area.Urban ? 290_00L : 220_00L;
        var line = dice.Any(standard, standard * 3 / 2, standard - floor);
        var yearly = dice.Chance(400);
        var step = dice.Between(-1, 1) * (dice.Chance(500) ? 1 : size);
        var fen = line * size * (yearly ? 12 : 1) + step;
        var members = ImmutableArray.CreateBuilder<Member>(size);
        for (var i = 0; i < size; i++)
        {
            members.Add(new()
            {
                Id = People.IdOf(number, i),
                BirthDate = Birth(dice, i),
                Relation = i switch { 0 => Relation.Head, 1 => Relation.Spouse, _ => Relation.Child },
                AppliesAlone = dice.Chance(100),
                SeriousIllness = dice.Chance(100),
                Income = i == 0 ? [new(dice.Any(IncomeType.Other, IncomeType.Business, IncomeType.Pension), Money.FromFen(fen), yearly ? Period.Year : Period.Month)] : [],
            });
        }

        return new()
        {
            Area = area,
            Property = dice.Chance(900) ? PropertyStanding.WithinAllowanceLimit : PropertyStanding.WithinMarginLimit,
            Members = members.MoveToImmutable(),
        };
    }

    // Children on the very edge of eighteen, and ages in the middle of life.
    private static DateOnly Birth(Dice dice, int index)
    {
        var first = Population.Month.FirstDay;
        return index < 2
            ? dice.Day(first.AddYears(-70), first.AddYears(-22))
            : dice.Day(first.AddYears(-18).AddDays(-40), first.AddYears(-18).AddDays(100));
    }
}
