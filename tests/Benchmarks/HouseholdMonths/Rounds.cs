namespace SocialAssistance.Benchmarks.HouseholdMonths;

/// <summary>Times of one thing over several rounds, in nanoseconds.</summary>
internal sealed class Rounds(int count)
{
    private readonly long[] _nanoseconds = new long[count];

    public int Count => _nanoseconds.Length;

    public void Add(int round, long nanoseconds) => _nanoseconds[round] += nanoseconds;

    public decimal Min(long per) => (decimal)_nanoseconds.Min() / per;

    public decimal Median(long per) => Middle(_nanoseconds.Select(n => (decimal)n)) / per;

    /// <summary>The median over the rounds of this ÷ other, each round measured side by side.</summary>
    public decimal MedianRatio(Rounds other) => Middle(_nanoseconds.Select((n, i) => (decimal)n / other._nanoseconds[i]));

    public decimal WorstRatio(Rounds other) => _nanoseconds.Select((n, i) => (decimal)n / other._nanoseconds[i]).Max();

    private static decimal Middle(IEnumerable<decimal> values)
    {
        var sorted = values.Order().ToArray();
        return (sorted[(sorted.Length - 1) / 2] + sorted[sorted.Length / 2]) / 2;
    }
}
