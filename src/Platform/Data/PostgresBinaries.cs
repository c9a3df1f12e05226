using System.Globalization;
using System.Text.RegularExpressions;

namespace SocialAssistance.Platform.Data;

/// <summary>Finds the programs of a PostgreSQL server on this machine.</summary>
internal static partial class PostgresBinaries
{
    private const int OldestMajor = 15;

    private static readonly string[] Distributions =
    [
        "/usr/lib/postgresql/*/bin", "/usr/pgsql-*/bin", "/usr/libexec/postgresql*", "/usr/lib64/pgsql/bin", "/usr/local/pgsql/bin",
        "/opt/homebrew/opt/postgresql@*/bin", "/usr/local/opt/postgresql@*/bin",
    ];

    /// <summary>The first fitting folder with initdb and postgres; data of an earlier start only fits its own major version.</summary>
    public static async Task<string> FindAsync(int? dataMajor, CancellationToken cancellationToken)
    {
        var found = new List<int>();
        foreach (var folder in Candidates().Where(IsComplete).Distinct())
        {
            var major = await MajorAsync(folder, cancellationToken);
            if (major >= OldestMajor && (dataMajor is null || dataMajor == major))
            {
                return folder;
            }

            found.Add(major);
        }

        throw new PostgresMissingException(found.Count == 0
            ? "PostgreSQL is missing; install it (Debian: apt-get install postgresql), or name its folder in PG_BIN, or give ConnectionStrings__Main."
            : $"The database needs PostgreSQL {dataMajor ?? OldestMajor}, but only version {string.Join(", ", found)} is installed; install that version or name its folder in PG_BIN.");
    }

    private static IEnumerable<string> Candidates()
    {
        if (Environment.GetEnvironmentVariable("PG_BIN") is { Length: > 0 } given)
        {
            return [given];
        }

        string[] modules = Environment.GetEnvironmentVariable("PG_NODE_MODULES") is { Length: > 0 } folder
            ? [Path.Combine(folder, "@embedded-postgres", "linux-x64", "native", "bin")]
            : [];
        var path = (Environment.GetEnvironmentVariable("PATH") ?? "").Split(':', StringSplitOptions.RemoveEmptyEntries);
        return [.. Distributions.SelectMany(Newest), .. path, .. modules];
    }

    private static IEnumerable<string> Newest(string pattern)
    {
        var star = pattern.IndexOf('*', StringComparison.Ordinal);
        if (star < 0)
        {
            return [pattern];
        }

        var parent = Path.GetDirectoryName(pattern[..star])!;
        var name = Path.GetFileName(pattern[..star]) + "*";
        var below = pattern[(star + 1)..].TrimStart('/');
        return Directory.Exists(parent)
            ? Directory.GetDirectories(parent, name)
                .OrderByDescending(d => int.TryParse(Digits().Match(Path.GetFileName(d)).Value, CultureInfo.InvariantCulture, out var n) ? n : 0)
                .Select(d => Path.Combine(d, below))
            : [];
    }

    private static bool IsComplete(string folder) =>
        File.Exists(Path.Combine(folder, "initdb")) && File.Exists(Path.Combine(folder, "postgres"));

    private static async Task<int> MajorAsync(string folder, CancellationToken cancellationToken) =>
        int.Parse(Digits().Match(await Command.RunAsync([Path.Combine(folder, "postgres"), "--version"], cancellationToken)).Value, CultureInfo.InvariantCulture);

    [GeneratedRegex(@"\d+")]
    private static partial Regex Digits();
}
