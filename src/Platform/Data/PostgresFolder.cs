using System.Diagnostics;
using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace SocialAssistance.Platform.Data;

/// <summary>Where one private server keeps its files, and what is going on there.</summary>
internal sealed class PostgresFolder
{
    // A unix socket address holds 107 bytes; ".s.PGSQL.5432" and its slash take 14 of them.
    private const int LongestSocketFolder = 107 - 14;

    private PostgresFolder(string folder, PostgresAccount account, bool isThrowaway) =>
        (Folder, Account, IsThrowaway) = (folder, account, isThrowaway);

    public string Folder { get; }

    public PostgresAccount Account { get; }

    public bool IsThrowaway { get; }

    public string Data => Path.Combine(Folder, "data");

    public string Log => Path.Combine(Folder, "server.log");

    public string LockFile => Folder + ".lock";

    /// <summary>A folder that stays; where root's server account cannot get at it, a link leads to one it can.</summary>
    public static async Task<PostgresFolder> KeptAsync(string wanted, CancellationToken cancellationToken)
    {
        wanted = Path.GetFullPath(wanted);
        var parent = Path.GetDirectoryName(wanted)!;
        Directory.CreateDirectory(parent);
        var folder = new DirectoryInfo(wanted).LinkTarget ?? wanted;
        var account = await PostgresAccount.ChooseAsync(Path.Combine(folder, "data"), cancellationToken);

        if (folder == wanted && !await account.MayEnterAsync(parent, cancellationToken))
        {
            // A repository below root's own 0700 home: the data lies outside and the wanted name leads there.
            folder = Path.Combine("/var/lib/social-assistance", Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(folder)))[..12], "postgres");
            Directory.CreateDirectory(Path.GetDirectoryName(folder)!);
            Directory.CreateSymbolicLink(wanted, folder);
        }

        CreateClosed(folder);
        await account.OwnAsync(folder, cancellationToken);
        return await account.MayEnterAsync(folder, cancellationToken)
            ? new(folder, account, false)
            : throw new PostgresMissingException($"The database folder {folder} belongs to another user; start as that user, or move the folder away to begin with an empty one.");
    }

    public static async Task<PostgresFolder> ThrowawayAsync(CancellationToken cancellationToken)
    {
        var account = await PostgresAccount.ChooseAsync("", cancellationToken);
        return new(await ShortFolderAsync(account, "sa-test-", cancellationToken), account, true);
    }

    /// <summary>The folder of the socket: short, and closed to all but the server's account and root.</summary>
    public async Task<string> SocketFolderAsync(CancellationToken cancellationToken) =>
        IsThrowaway ? Folder : await ShortFolderAsync(Account, "sa-pg-", cancellationToken);

    /// <summary>The major version the data was made with; null while there is none.</summary>
    public int? DataMajor()
    {
        var file = Path.Combine(Data, "PG_VERSION");
        return File.Exists(file) ? int.Parse(File.ReadAllText(file).Trim(), CultureInfo.InvariantCulture) : null;
    }

    /// <summary>The server that has this data open, as its own pid file tells; null when there is none.</summary>
    public (int Pid, string SocketFolder)? Running()
    {
        try
        {
            var lines = File.ReadAllLines(Path.Combine(Data, "postmaster.pid"));
            if (lines.Length >= 5 && int.TryParse(lines[0], CultureInfo.InvariantCulture, out var pid))
            {
                using var process = Process.GetProcessById(pid);
                // After a reboot the number may belong to some other program.
                return process.ProcessName.StartsWith("postgres", StringComparison.Ordinal) ? (pid, lines[4]) : null;
            }
        }
        catch (Exception e) when (e is IOException or ArgumentException or InvalidOperationException)
        {
            // No file, or the process has gone: nothing runs.
        }

        return null;
    }

    /// <summary>Waits for a server left by a killed process to go, and asks it to after a while.</summary>
    public async Task WaitUntilFreeAsync(CancellationToken cancellationToken)
    {
        var waited = Stopwatch.StartNew();
        var asked = false;
        while (Running() is { Pid: var pid })
        {
            if (waited.Elapsed > TimeSpan.FromSeconds(60))
            {
                throw new PostgresMissingException($"A PostgreSQL (process {pid}) still uses {Data}; stop it with 'kill -INT {pid}' and start again.");
            }

            if (!asked && waited.Elapsed > TimeSpan.FromSeconds(3))
            {
                await Command.SucceedsAsync(["kill", "-INT", pid.ToString(CultureInfo.InvariantCulture)], cancellationToken);
                asked = true;
            }

            await Task.Delay(100, cancellationToken);
        }
    }

    private static async Task<string> ShortFolderAsync(PostgresAccount account, string prefix, CancellationToken cancellationToken)
    {
        foreach (var parent in (string[])[Path.GetTempPath().TrimEnd('/'), "/tmp", "/var/tmp"])
        {
            if (Encoding.UTF8.GetByteCount(parent) + prefix.Length + 10 <= LongestSocketFolder
                && Directory.Exists(parent) && await account.MayEnterAsync(parent, cancellationToken))
            {
                var folder = Path.Combine(parent, prefix + Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(4)));
                CreateClosed(folder);
                await account.OwnAsync(folder, cancellationToken);
                return folder;
            }
        }

        throw new PostgresMissingException("No temporary folder is open to the database's account; make /tmp accessible or set TMPDIR.");
    }

    private static void CreateClosed(string folder)
    {
        if (OperatingSystem.IsWindows())
        {
            throw new PostgresMissingException("A private PostgreSQL needs Linux or macOS; on Windows install PostgreSQL and give ConnectionStrings__Main.");
        }

        Directory.CreateDirectory(folder, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);
    }
}
