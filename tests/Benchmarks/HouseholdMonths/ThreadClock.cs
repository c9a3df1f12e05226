using System.Diagnostics;
using System.Runtime.InteropServices;

namespace SocialAssistance.Benchmarks.HouseholdMonths;

/// <summary>
/// Processor time of the calling thread, so that other programs on the machine do not count. Where the system has no such
/// clock, the time of day.
/// </summary>
internal static class ThreadClock
{
    private const int ThreadCpuTime = 3;

    public static string Name => OperatingSystem.IsLinux() ? "processor time of the thread" : "elapsed time";

    public static long Nanoseconds()
    {
        if (!OperatingSystem.IsLinux())
        {
            return (long)(Stopwatch.GetTimestamp() * (1_000_000_000m / Stopwatch.Frequency));
        }

        return clock_gettime(ThreadCpuTime, out var time) == 0
            ? time.Seconds * 1_000_000_000L + time.Nanoseconds
            : throw new InvalidOperationException("The clock of the thread cannot be read.");
    }

    /// <summary>How busy the machine is with everything, as it says itself.</summary>
    public static string Load() => OperatingSystem.IsLinux() ? string.Join(' ', File.ReadAllText("/proc/loadavg").Split(' ')[..3]) : "unknown";

    [DllImport("libc", EntryPoint = "clock_gettime")]
    private static extern int clock_gettime(int clock, out Timespec time);

    [StructLayout(LayoutKind.Sequential)]
    private struct Timespec
    {
        public nint Seconds;
        public nint Nanoseconds;
    }
}
