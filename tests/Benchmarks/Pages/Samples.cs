using System.Collections.Concurrent;
using System.Diagnostics;

namespace SocialAssistance.Benchmarks.Pages;

/// <summary>Times of many calls from many threads, printed as percentiles.</summary>
internal sealed class Samples
{
    private readonly ConcurrentDictionary<string, ConcurrentBag<double>> _times = new();

    public async Task TimeAsync(string page, Func<Task> call)
    {
        var started = Stopwatch.GetTimestamp();
        await call();
        _times.GetOrAdd(page, _ => []).Add(Stopwatch.GetElapsedTime(started).TotalMilliseconds);
    }

    public void Print(int users, int seconds)
    {
        Console.WriteLine($"{users} users at once, {seconds} s");
        Console.WriteLine($"{"page",-12}{"calls",8}{"per s",8}{"p50 ms",9}{"p95 ms",9}{"p99 ms",9}");
        foreach (var (page, times) in _times.OrderBy(t => t.Key, StringComparer.Ordinal))
        {
            var sorted = times.Order().ToArray();
            double At(double share) => sorted[Math.Min(sorted.Length - 1, (int)(share * sorted.Length))];
            Console.WriteLine($"{page,-12}{sorted.Length,8}{sorted.Length / (double)seconds,8:0}{At(0.50),9:0.0}{At(0.95),9:0.0}{At(0.99),9:0.0}");
        }
    }
}
