using System.Diagnostics;
using System.Globalization;
using SocialAssistance.Harness;

namespace SocialAssistance.Benchmarks.Rosters;

/// <summary>
/// Seconds that work took: on the wall, of processors in the database's server processes, and in this one. On a machine that
/// does other things as well, processor time says more than the wall. The server's is 0 where it is not on this machine.
/// </summary>
internal sealed record ServerClock(double Wall, double Server, double Application)
{
    private const double TicksPerSecond = 100;

    public static async Task<ServerClock> TimeAsync(Sql sql, Func<Task> work)
    {
        var (serverBefore, applicationBefore) = (await TicksAsync(sql), Process.GetCurrentProcess().TotalProcessorTime);
        var started = Stopwatch.GetTimestamp();
        await work();
        var wall = Stopwatch.GetElapsedTime(started).TotalSeconds;
        var application = Process.GetCurrentProcess().TotalProcessorTime - applicationBefore;
        var server = (await TicksAsync(sql)).Sum(p => p.Value - serverBefore.GetValueOrDefault(p.Key));
        return new(wall, server / TicksPerSecond, application.TotalSeconds);
    }

    public override string ToString() => FormattableString.Invariant($"{Wall:0.00} s (processors: server {Server:0.00} s, application {Application:0.00} s)");

    private static async Task<Dictionary<int, long>> TicksAsync(Sql sql) =>
        (await sql.One<int[]>("select array_agg(pid) from pg_stat_activity where datname = current_database()"))!.ToDictionary(p => p, Ticks);

    // User and system time are fields 14 and 15 of /proc/PID/stat; the name in the second one may hold spaces.
    private static long Ticks(int process)
    {
        var file = $"/proc/{process}/stat";
        if (!File.Exists(file))
        {
            return 0;
        }

        var fields = File.ReadAllText(file).Split(") ")[^1].Split(' ');
        return long.Parse(fields[11], CultureInfo.InvariantCulture) + long.Parse(fields[12], CultureInfo.InvariantCulture);
    }
}
