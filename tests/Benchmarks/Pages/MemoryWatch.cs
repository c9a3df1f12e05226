using System.Diagnostics;

namespace SocialAssistance.Benchmarks.Pages;

/// <summary>Bytes a process holds: when the watch began, and the most until it was asked.</summary>
internal sealed class MemoryWatch
{
    private readonly Process _process;
    private readonly CancellationTokenSource _end = new();
    private long _most;

    public MemoryWatch(Process process)
    {
        _process = process;
        Before = Look();
        _ = Task.Run(async () =>
        {
            while (!_end.IsCancellationRequested && !_process.HasExited)
            {
                Look();
                await Task.Delay(200);
            }
        });
    }

    public long Before { get; }

    /// <summary>The most so far; the watch is over.</summary>
    public long Most
    {
        get
        {
            _end.Cancel();
            return Math.Max(_most, Look());
        }
    }

    private long Look()
    {
        _process.Refresh();
        var now = _process.WorkingSet64;
        _most = Math.Max(_most, now);
        return now;
    }
}
