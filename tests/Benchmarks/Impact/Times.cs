using System.Collections.Concurrent;
using System.Diagnostics;

namespace SocialAssistance.Benchmarks.Impact;

/// <summary>How long calls took, in milliseconds.</summary>
internal sealed class Times
{
    private readonly ConcurrentBag<double> _taken = [];

    public int Count => _taken.Count;

    public async Task TakeAsync(Func<Task> call)
    {
        var started = Stopwatch.GetTimestamp();
        await call();
        _taken.Add(Stopwatch.GetElapsedTime(started).TotalMilliseconds);
    }

    /// <summary>A percentile, e.g. 0.95.</summary>
    public double At(double share) => _taken.Order().ElementAt(Math.Min(_taken.Count - 1, (int)(share * _taken.Count)));
}
