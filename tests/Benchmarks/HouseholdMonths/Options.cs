using System.Globalization;

namespace SocialAssistance.Benchmarks.HouseholdMonths;

/// <summary>What the command line may choose.</summary>
internal sealed record Options(IReadOnlyList<int> Households, int Rounds, int Seed)
{
    public static Options Read(string[] args) => new(
        Numbers(args, "--households") is { Length: > 0 } sizes ? sizes : [10_000, 100_000, 1_000_000],
        Numbers(args, "--rounds") is [var rounds] ? rounds : 7,
        Numbers(args, "--seed") is [var seed] ? seed : 1);

    private static int[] Numbers(string[] args, string name) =>
        [.. args.SkipWhile(a => a != name).Skip(1).TakeWhile(a => !a.StartsWith('-')).Select(a => int.Parse(a, CultureInfo.InvariantCulture))];
}
