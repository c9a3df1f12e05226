using System.Diagnostics;
using Npgsql;

namespace SocialAssistance.Platform.Data;

/// <summary>
/// A PostgreSQL server of our own, run as a child process when no connection string is given. It listens on a unix
/// socket in a folder only its user may enter, and stops when this process ends in whatever way.
/// </summary>
public sealed class PrivatePostgres : IAsyncDisposable
{
    /// <summary>Owns the tables and runs the migrations.</summary>
    public const string OwnerRole = "sa_owner";

    /// <summary>The role the application works with; migrations decide what it may do.</summary>
    public const string AppRole = "sa_app";

    /// <summary>The database the application uses unless it is told otherwise.</summary>
    public const string DefaultDatabase = "social_assistance";

    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);

    private readonly string _socketFolder;
    private readonly Process? _wrapper;
    private readonly FileStream? _lock;

    private PrivatePostgres(string socketFolder, Process? wrapper, FileStream? hold)
    {
        _socketFolder = socketFolder;
        _wrapper = wrapper;
        _lock = hold;
    }

    /// <summary>True when another process of ours runs the server on this folder and we only use it.</summary>
    public bool IsShared => _wrapper is null;

    /// <summary>Starts a server that keeps its data in <paramref name="folder"/>, or joins the one already running there.</summary>
    public static async Task<PrivatePostgres> StartAsync(string folder, CancellationToken cancellationToken = default)
    {
        var place = await PostgresFolder.KeptAsync(folder, cancellationToken);
        if (Hold(place) is not { } hold)
        {
            return new(await JoinAsync(place, cancellationToken), null, null);
        }

        try
        {
            await place.WaitUntilFreeAsync(cancellationToken);
            var bin = await PostgresBinaries.FindAsync(place.DataMajor(), cancellationToken);
            await InitialiseAsync(place, bin, cancellationToken);
            var server = await LaunchAsync(place, bin, hold, cancellationToken);
            await server.PrepareAsync(cancellationToken);
            return server;
        }
        catch
        {
            await hold.DisposeAsync();
            throw;
        }
    }

    /// <summary>Starts an empty server for a test run: nothing reaches the disk safely and the folder goes with the process.</summary>
    public static async Task<PrivatePostgres> StartThrowawayAsync(CancellationToken cancellationToken = default)
    {
        var place = await PostgresFolder.ThrowawayAsync(cancellationToken);
        var bin = await PostgresBinaries.FindAsync(null, cancellationToken);
        await InitialiseAsync(place, bin, cancellationToken);
        var server = await LaunchAsync(place, bin, null, cancellationToken);
        await server.PrepareAsync(cancellationToken);
        return server;
    }

    /// <summary>A connection string for the role that owns the tables.</summary>
    public string OwnerConnectionString(string database = DefaultDatabase) => ConnectionString(OwnerRole, database);

    /// <summary>A connection string for the role of the application.</summary>
    public string AppConnectionString(string database = DefaultDatabase) => ConnectionString(AppRole, database);

    /// <summary>Stops the server, unless another process of ours runs it.</summary>
    public async ValueTask DisposeAsync()
    {
        if (_wrapper is not null)
        {
            _wrapper.StandardInput.Close();
            await _wrapper.WaitForExitAsync();
            _wrapper.Dispose();
        }

        if (_lock is not null)
        {
            await _lock.DisposeAsync();
        }
    }

    private string ConnectionString(string role, string database) => MainDatabase.Tuned(new()
    {
        Host = _socketFolder,
        Username = role,
        Database = database,
        MaxPoolSize = 60,
    }).ConnectionString;

    // The lock lives and dies with this process, so whoever has it knows that no living process of ours runs the server.
    private static FileStream? Hold(PostgresFolder place)
    {
        try
        {
            return new FileStream(place.LockFile, FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None);
        }
        catch (IOException)
        {
            return null;
        }
    }

    private static async Task<string> JoinAsync(PostgresFolder place, CancellationToken cancellationToken)
    {
        var waited = Stopwatch.StartNew();
        while (waited.Elapsed < Patience)
        {
            if (place.Running() is { SocketFolder: var socket } && await AnswersAsync(socket, DefaultDatabase, cancellationToken))
            {
                return socket;
            }

            await Task.Delay(100, cancellationToken);
        }

        throw new PostgresMissingException($"Another process holds the database folder {place.Folder} but its server does not answer; end that process and start again.");
    }

    private static async Task InitialiseAsync(PostgresFolder place, string bin, CancellationToken cancellationToken)
    {
        if (place.DataMajor() is not null)
        {
            return;
        }

        // An initdb that was cut short leaves files without PG_VERSION behind; they hold nothing yet.
        await Command.RunAsync([.. place.Account.Prefix, "rm", "-rf", place.Data], cancellationToken);
        await Command.RunAsync(
            [.. place.Account.Prefix, $"{bin}/initdb", "-D", place.Data, "-U", OwnerRole, "-A", "trust", "-E", "UTF8",
                "--locale", OperatingSystem.IsLinux() ? "C.UTF-8" : "en_US.UTF-8", .. place.IsThrowaway ? ["--no-sync"] : Array.Empty<string>()],
            cancellationToken);
    }

    private static async Task<PrivatePostgres> LaunchAsync(PostgresFolder place, string bin, FileStream? hold, CancellationToken cancellationToken)
    {
        var socket = await place.SocketFolderAsync(cancellationToken);
        var wrapper = PostgresWrapper.Start(place, bin, socket);
        var waited = Stopwatch.StartNew();
        while (!await AnswersAsync(socket, "postgres", cancellationToken))
        {
            if (wrapper.HasExited || waited.Elapsed > Patience)
            {
                wrapper.StandardInput.Close();
                throw new PostgresMissingException($"The private PostgreSQL did not start; its log {place.Log} says why.");
            }

            await Task.Delay(20, cancellationToken);
        }

        return new(socket, wrapper, hold);
    }

    private async Task PrepareAsync(CancellationToken cancellationToken)
    {
        await using var source = NpgsqlDataSource.Create(new NpgsqlConnectionStringBuilder(OwnerConnectionString("postgres")) { Pooling = false });
        await DatabaseRoles.EnsureAsync(source, canLogIn: true, cancellationToken);
        await using var known = source.CreateCommand("select 1 from pg_database where datname = $1");
        known.Parameters.Add(new() { Value = DefaultDatabase });
        if (await known.ExecuteScalarAsync(cancellationToken) is null)
        {
            await using var create = source.CreateCommand($"create database {DefaultDatabase}");
            await create.ExecuteNonQueryAsync(cancellationToken);
        }
    }

    private static async Task<bool> AnswersAsync(string socketFolder, string database, CancellationToken cancellationToken)
    {
        try
        {
            await using var connection = new NpgsqlConnection($"Host={socketFolder};Username={OwnerRole};Database={database};Pooling=false;Timeout=5");
            await connection.OpenAsync(cancellationToken);
            return true;
        }
        catch (Exception e) when (e is NpgsqlException or IOException or System.Net.Sockets.SocketException)
        {
            return false;
        }
    }
}
