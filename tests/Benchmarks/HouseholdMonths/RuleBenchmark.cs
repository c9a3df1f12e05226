using System.Runtime;
using SocialAssistance.Policies;
using SocialAssistance.Rules.Households;
using SocialAssistance.Rules.Standards;

namespace SocialAssistance.Benchmarks.HouseholdMonths;

/// <summary>
/// <c>rules [--households N …] [--rounds N] [--seed N]</c>: the calculation over a county of Yudu household-months beside a
/// hand-written decimal loop of the same rules, in one process, round by round in turn. Ends with status 1 if the two
/// disagree anywhere or a rule of the county did not occur.
/// </summary>
internal static class RuleBenchmark
{
    public static int Run(string[] args)
    {
        var options = Options.Read(args);
        var figures = new MonthFigures(new Resolver(PolicyLibrary.Load().Find("yudu")!), Population.Month);
        Console.WriteLine($"Yudu, {Population.Month}; seed {options.Seed}, {options.Rounds} rounds in turn; {ThreadClock.Name}; load {ThreadClock.Load()}, {Environment.ProcessorCount} cores");

        var first = Population.Chunk(options.Seed, 0);
        if (!Agreement.Holds(first, figures) || !Occurrences.AreComplete(first, figures))
        {
            return 1;
        }

        WarmUp(first, figures);
        var costs = new Dictionary<int, decimal>();
        foreach (var households in options.Households)
        {
            if (Side(households, options, figures) is not { } cost)
            {
                return 1;
            }

            costs[households] = cost;
        }

        if (costs.TryGetValue(1_000_000, out var million) && costs.TryGetValue(100_000, out var hundredThousand))
        {
            Console.WriteLine($"cost per household at 1,000,000 ÷ at 100,000: {million / hundredThousand:0.00} (at most 1.25)");
        }

        Cores.Measure(options, figures);
        Explaining.Measure(first, options, figures);
        Requests.Measure(first, options);
        Console.WriteLine($"load at the end {ThreadClock.Load()}");
        return 0;
    }

    /// <summary>Product and plain loop side by side; the cost of the product in ns per household, or null if the sums differ.</summary>
    private static decimal? Side(int households, Options options, MonthFigures figures)
    {
        var (batch, plain) = (new HouseholdMonthBatch(), new PlainYudu());
        var (product, baseline) = (new Rounds(options.Rounds), new Rounds(options.Rounds));
        var allocated = 0L;
        for (var chunk = 0; chunk < households / Population.ChunkSize; chunk++)
        {
            var requests = Population.Chunk(options.Seed, chunk);
            if (!Agreement.Holds(requests, figures))
            {
                return null;
            }

            // In turn, and each goes first every other round, so neither profits from what the other left in the caches.
            for (var round = 0; round < options.Rounds; round++)
            {
                for (var turn = 0; turn < 2; turn++)
                {
                    if ((round + turn) % 2 == 0)
                    {
                        var before = GC.GetAllocatedBytesForCurrentThread();
                        product.Add(round, Passes.Product(batch, requests, figures).Time);
                        allocated += GC.GetAllocatedBytesForCurrentThread() - before;
                    }
                    else
                    {
                        baseline.Add(round, Passes.Plain(plain, requests).Time);
                    }
                }
            }
        }

        Console.WriteLine($"{households,9:N0} households: product {product.Min(households):0} ns (min), {product.Median(households):0} ns (median); decimal loop {baseline.Min(households):0} / {baseline.Median(households):0} ns; product ÷ loop {product.MedianRatio(baseline):0.00} (median of rounds; worst {product.WorstRatio(baseline):0.00}; target 2.00)");
        GC.Collect(GC.MaxGeneration, GCCollectionMode.Forced, blocking: true);
        Console.WriteLine($"{"",9}             allocated {(decimal)allocated / households / options.Rounds:0.000} bytes per household; heap afterwards {GC.GetTotalMemory(false) / 1_048_576} MiB, resident {Environment.WorkingSet / 1_048_576} MiB");
        return product.Median(households);
    }

    private static void WarmUp(HouseholdMonthRequest[] requests, MonthFigures figures)
    {
        var (batch, plain) = (new HouseholdMonthBatch(), new PlainYudu());
        for (var i = 0; i < 20; i++)
        {
            Passes.Product(batch, requests, figures);
            Passes.Plain(plain, requests);
            Thread.Sleep(100); // The compiler that replaces the first, slow code works beside us.
        }
    }
}
