using Npgsql;
using SocialAssistance.Platform.Data;
using Testcontainers.PostgreSql;

namespace SocialAssistance.Harness;

/// <summary>
/// The PostgreSQL of this test run: the one <c>ConnectionStrings__Main</c> names, a container when
/// <c>TEST_POSTGRES=testcontainers</c>, else a throw-away server of our own.
/// </summary>
internal sealed class TestServer
{
    private static readonly Lazy<Task<TestServer>> Started = new(StartAsync);

    private readonly Func<string, string> _owner;
    private readonly Func<string, string> _app;
    // Keeps the server alive: it stops when the object goes, at the latest with the process.
    private readonly IAsyncDisposable? _alive;

    private TestServer(Func<string, string> owner, Func<string, string> app, IAsyncDisposable? alive) => (_owner, _app, _alive) = (owner, app, alive);

    public static Task<TestServer> SharedAsync() => Started.Value;

    /// <summary>False when the databases we make outlive the run unless we drop them.</summary>
    public bool IsThrowaway => _alive is not null;

    public string Owner(string database) => _owner(database);

    public string App(string database) => _app(database);

    public async Task ExecuteAsync(string sql)
    {
        await using var connection = new NpgsqlConnection(Owner("postgres") + ";Pooling=false;Command Timeout=120");
        await connection.OpenAsync();
        await using var command = new NpgsqlCommand(sql, connection);
        await command.ExecuteNonQueryAsync();
    }

    /// <summary>A server that a test runs itself.</summary>
    public static TestServer Of(Func<string, string> owner, Func<string, string> app, IAsyncDisposable alive) => new(owner, app, alive);

    private static async Task<TestServer> StartAsync()
    {
        if (Environment.GetEnvironmentVariable("ConnectionStrings__Main") is { Length: > 0 } given)
        {
            return Of(given, null);
        }

        if (Environment.GetEnvironmentVariable("TEST_POSTGRES") == "testcontainers")
        {
            var container = new PostgreSqlBuilder("postgres:17").WithCommand("-c", "fsync=off", "-c", "max_connections=300").Build();
            await container.StartAsync();
            return Of(container.GetConnectionString(), container);
        }

        var server = await PrivatePostgres.StartThrowawayAsync();
        return new(server.OwnerConnectionString, server.AppConnectionString, server);
    }

    private static TestServer Of(string owner, IAsyncDisposable? alive)
    {
        string At(string database) => new NpgsqlConnectionStringBuilder(owner) { Database = database }.ConnectionString;
        return new(At, database => MainDatabase.AsApp(At(database)), alive);
    }
}
