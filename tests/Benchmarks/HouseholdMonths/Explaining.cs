using SocialAssistance.Rules.Determinations;
using SocialAssistance.Rules.Households;

namespace SocialAssistance.Benchmarks.HouseholdMonths;

/// <summary>The same households with every step written down, beside the batch that writes nothing.</summary>
internal static class Explaining
{
    public static void Measure(HouseholdMonthRequest[] requests, Options options, MonthFigures figures)
    {
        var batch = new HouseholdMonthBatch();
        var (silent, explained) = (new Rounds(options.Rounds), new Rounds(options.Rounds));
        for (var warm = 0; warm < 5; warm++)
        {
            Pass(requests, figures);
            Thread.Sleep(100);
        }

        var (steps, bytes) = (0L, 0L);
        for (var round = 0; round < options.Rounds; round++)
        {
            silent.Add(round, Passes.Product(batch, requests, figures).Time);
            var before = GC.GetAllocatedBytesForCurrentThread();
            var (time, written) = Pass(requests, figures);
            explained.Add(round, time);
            steps += written;
            bytes += GC.GetAllocatedBytesForCurrentThread() - before;
        }

        var all = (long)requests.Length * options.Rounds;
        Console.WriteLine($"explained: {explained.Median(requests.Length) / 1000:0.00} µs per household (min {explained.Min(requests.Length) / 1000:0.00}; target below 50), {explained.MedianRatio(silent):0.0} times the batch (target 10); {(decimal)steps / all:0.0} steps and {bytes / all:N0} bytes each");
    }

    private static (long Time, long Steps) Pass(HouseholdMonthRequest[] requests, MonthFigures figures)
    {
        var steps = 0L;
        var started = ThreadClock.Nanoseconds();
        foreach (ref readonly var request in requests.AsSpan())
        {
            steps += HouseholdMonth.Determine(in request, figures, new Worksheet()).Steps.Length;
        }

        return (ThreadClock.Nanoseconds() - started, steps);
    }
}
