using System.Diagnostics;
using SocialAssistance.Rules.Households;

namespace SocialAssistance.Benchmarks.HouseholdMonths;

/// <summary>The same households by one thread and by two, each with a batch of its own.</summary>
internal static class Cores
{
    private const int Chunks = 5;

    public static void Measure(Options options, MonthFigures figures)
    {
        var requests = Enumerable.Range(0, Chunks).SelectMany(chunk => Population.Chunk(options.Seed, chunk)).ToArray();
        var (one, two) = (new Rounds(options.Rounds), new Rounds(options.Rounds));
        var (oneCost, twoCost) = (new Rounds(options.Rounds), new Rounds(options.Rounds));
        for (var round = 0; round < options.Rounds; round++)
        {
            Pass(requests, figures, 1, round, one, oneCost);
            Pass(requests, figures, 2, round, two, twoCost);
        }

        Console.WriteLine($"2 threads: {one.MedianRatio(two):0.00} times as fast by the clock on the wall ({requests.Length:N0} households, {one.Median(1_000_000):0.0} ms → {two.Median(1_000_000):0.0} ms); processor time per household {oneCost.Median(requests.Length):0} → {twoCost.Median(requests.Length):0} ns, so {2 / twoCost.MedianRatio(oneCost):0.00} times where both cores are free");
    }

    private static void Pass(HouseholdMonthRequest[] requests, MonthFigures figures, int threads, int round, Rounds wall, Rounds cost)
    {
        var part = requests.Length / threads;
        var times = new long[threads];
        using var ready = new Barrier(threads + 1);
        var workers = Enumerable.Range(0, threads).Select(t => new Thread(() =>
        {
            var batch = new HouseholdMonthBatch();
            ready.SignalAndWait();
            times[t] = Passes.Product(batch, requests.AsSpan(t * part, part), figures).Time;
        })).ToArray();
        Array.ForEach(workers, worker => worker.Start());
        ready.SignalAndWait();
        var started = Stopwatch.GetTimestamp();
        Array.ForEach(workers, worker => worker.Join());
        wall.Add(round, (long)Stopwatch.GetElapsedTime(started).TotalNanoseconds);
        cost.Add(round, times.Sum());
    }
}
