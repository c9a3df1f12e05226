using Microsoft.Extensions.DependencyInjection;

namespace SocialAssistance.Harness;

/// <summary>A database for one test class: a copy of a template that was migrated and filled once per run.</summary>
public sealed class TestDatabase : IAsyncDisposable
{
    private static readonly string Run = Guid.NewGuid().ToString("N")[..8];
    private static readonly Lazy<Task<string>> Template = new(MakeTemplateAsync);
    private static int _count;

    private readonly TestServer _server;
    private readonly string _name;

    private TestDatabase(TestServer server, string name) => (_server, _name) = (server, name);

    /// <summary>Connection string of the role that owns the tables.</summary>
    public string Owner => _server.Owner(_name);

    /// <summary>Connection string of the application's role.</summary>
    public string App => _server.App(_name);

    /// <summary>Copies the template.</summary>
    public static async Task<TestDatabase> CloneAsync() => await CreateAsync(await Template.Value);

    /// <summary>A database with what every test finds in it, on a server of the test's own.</summary>
    public static async Task<TestDatabase> OnAsync(KillableServer server)
    {
        const string name = "killed";
        var own = server.Server();
        await own.ExecuteAsync($"create database {name} template template0");
        await FillAsync(own, name);
        return new(own, name);
    }

    /// <summary>An empty database, for tests of the migrations themselves.</summary>
    public static Task<TestDatabase> EmptyAsync() => CreateAsync("template0");

    /// <summary>Drops the database.</summary>
    public async ValueTask DisposeAsync()
    {
        Npgsql.NpgsqlConnection.ClearPool(new(Owner));
        Npgsql.NpgsqlConnection.ClearPool(new(App));
        await _server.ExecuteAsync($"drop database if exists {_name} with (force)");
    }

    private static async Task<TestDatabase> CreateAsync(string template)
    {
        var server = await TestServer.SharedAsync();
        var name = $"test_{Run}_{Interlocked.Increment(ref _count)}";
        // A private server does not sync, so the file copy with its checkpoint is the quicker way.
        await server.ExecuteAsync($"create database {name} template {template} {(server.IsThrowaway ? "strategy file_copy" : "")}");
        return new(server, name);
    }

    private static async Task<string> MakeTemplateAsync()
    {
        var server = await TestServer.SharedAsync();
        var name = $"template_{Run}";
        await server.ExecuteAsync($"create database {name} template template0");
        if (!server.IsThrowaway)
        {
            AppDomain.CurrentDomain.ProcessExit += (_, _) => server.ExecuteAsync($"drop database if exists {name} with (force)").GetAwaiter().GetResult();
        }

        await FillAsync(server, name);
        return name;
    }

    private static async Task FillAsync(TestServer server, string name)
    {
        // No pool: a copy is only possible while nobody is connected.
        await using var host = new AppHost(server.Owner(name) + ";Pooling=false", server.App(name) + ";Pooling=false");
        await using var scope = host.Services.CreateAsyncScope();
        await TemplateContent.FillAsync(scope.ServiceProvider);
    }
}
