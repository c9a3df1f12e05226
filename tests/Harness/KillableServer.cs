using System.Diagnostics;
using System.Globalization;
using Npgsql;
using SocialAssistance.Platform.Data;

namespace SocialAssistance.Harness;

/// <summary>
/// A PostgreSQL of one test alone, as durable as a county's, that is killed and started again. Its address stays the same,
/// so whoever was connected finds it again without being told.
/// </summary>
public sealed class KillableServer : IAsyncDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(90);

    private readonly string _folder = Path.Combine(Path.GetTempPath(), $"sa-kill-{Guid.NewGuid().ToString("N")[..8]}");
    private PrivatePostgres? _server;

    private KillableServer()
    {
    }

    /// <summary>Starts an empty server.</summary>
    public static async Task<KillableServer> StartAsync()
    {
        var server = new KillableServer();
        await server.StartAgainAsync();
        return server;
    }

    /// <summary>Ends the server without warning: SIGKILL of its first process, or at once by all of them without a checkpoint.</summary>
    /// <param name="hard">True: SIGKILL of the postmaster; false: <c>pg_ctl stop -m immediate</c>.</param>
    public async Task KillAsync(bool hard)
    {
        var pid = int.Parse((await File.ReadAllLinesAsync(Path.Combine(_folder, "data", "postmaster.pid")))[0], CultureInfo.InvariantCulture);
        using var kill = Process.Start("kill", [hard ? "-KILL" : "-QUIT", pid.ToString(CultureInfo.InvariantCulture)]);
        await kill.WaitForExitAsync();
        await _server!.DisposeAsync();
        _server = null;
    }

    /// <summary>Starts it on what is left; PostgreSQL recovers from its log by itself.</summary>
    public async Task StartAgainAsync()
    {
        for (var waited = Stopwatch.StartNew(); ; await Task.Delay(200))
        {
            try
            {
                _server = await PrivatePostgres.StartAsync(_folder);
                break;
            }
            catch (PostgresMissingException) when (waited.Elapsed < Patience)
            {
                // Processes that outlived the first one still hold its memory for a moment.
            }
        }

        File.Delete(Link);
        File.CreateSymbolicLink(Link, new NpgsqlConnectionStringBuilder(_server.OwnerConnectionString()).Host!);
    }

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        if (_server is not null)
        {
            await _server.DisposeAsync();
        }

        File.Delete(Link);
        File.Delete(_folder + ".lock");
        if (Directory.Exists(_folder))
        {
            Directory.Delete(_folder, recursive: true);
        }
    }

    internal TestServer Server() => TestServer.Of(d => At(_server!.OwnerConnectionString(d)), d => At(_server!.AppConnectionString(d)), this);

    private string Link => _folder + "-at";

    private string At(string connection) => new NpgsqlConnectionStringBuilder(connection) { Host = Link }.ConnectionString;
}
