using System.Collections.Immutable;
using SocialAssistance.Rules.Values;

namespace SocialAssistance.Benchmarks.HouseholdMonths;

/// <summary>Seeded chance, in the words a population is described with.</summary>
internal sealed class Dice(int seed)
{
    private readonly Random _random = new(seed);

    public bool Chance(int permille) => _random.Next(1000) < permille;

    public int Between(int least, int most) => _random.Next(least, most + 1);

    public T Any<T>(params ReadOnlySpan<T> choices) => choices[_random.Next(choices.Length)];

    public T AnyOf<T>() where T : struct, Enum => EnumValues<T>.All[_random.Next(EnumValues<T>.All.Length)];

    /// <summary>Whole yuan mostly, fen now and then.</summary>
    public Money Amount(int leastYuan, int mostYuan) =>
        Money.FromFen(Between(leastYuan, mostYuan) * 100L + (Chance(300) ? _random.Next(100) : 0));

    public DateOnly Day(DateOnly from, DateOnly to) => from.AddDays(Between(0, to.DayNumber - from.DayNumber));

    /// <summary>A position by weights.</summary>
    public int Weighted(ReadOnlySpan<int> weights)
    {
        var sum = 0;
        foreach (var weight in weights)
        {
            sum += weight;
        }

        var left = _random.Next(sum);
        var at = 0;
        while (left >= weights[at])
        {
            left -= weights[at++];
        }

        return at;
    }

    private static class EnumValues<T> where T : struct, Enum
    {
        public static readonly ImmutableArray<T> All = [.. Enum.GetValues<T>()];
    }
}
