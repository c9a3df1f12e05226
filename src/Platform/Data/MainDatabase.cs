using Microsoft.Extensions.Configuration;
using Npgsql;

namespace SocialAssistance.Platform.Data;

/// <summary>
/// The database of this process and the two ways into it. <c>ConnectionStrings__Main</c> names it; without one a private
/// server is started. <c>ConnectionStrings__Owner</c> may give the migrations a login of their own.
/// </summary>
public sealed class MainDatabase : IAsyncDisposable
{
    private readonly PrivatePostgres? _server;

    private MainDatabase(string owner, string app, PrivatePostgres? server) => (Owner, App, _server) = (owner, app, server);

    /// <summary>For migrations and grants.</summary>
    public string Owner { get; }

    /// <summary>For everything else; the role behind it cannot change or delete an audit entry.</summary>
    public string App { get; }

    /// <summary>Finds or starts the database and makes sure the application's role exists.</summary>
    public static async Task<MainDatabase> OpenAsync(IConfiguration configuration, CancellationToken cancellationToken = default)
    {
        if (configuration.GetConnectionString("Main") is { Length: > 0 } main)
        {
            return await GivenAsync(main, configuration.GetConnectionString("Owner"), cancellationToken);
        }

        var folder = configuration["PrivatePostgres:Folder"] ?? DefaultFolder();
        var server = await PrivatePostgres.StartAsync(folder, cancellationToken);
        return new(server.OwnerConnectionString(), server.AppConnectionString(), server);
    }

    /// <summary>Stops the private server, if there is one.</summary>
    public async ValueTask DisposeAsync()
    {
        if (_server is not null)
        {
            await _server.DisposeAsync();
        }
    }

    private static async Task<MainDatabase> GivenAsync(string main, string? owner, CancellationToken cancellationToken)
    {
        if (owner is { Length: > 0 })
        {
            return new(owner, main, null);
        }

        // One login for both: its sessions start in the weaker role, so the audit stays closed to the application.
        await using var source = NpgsqlDataSource.Create(main);
        await DatabaseRoles.EnsureAsync(source, canLogIn: false, cancellationToken);
        return new(main, AsApp(main), null);
    }

    /// <summary>The same login, stepping into the application's role at the start of every session.</summary>
    public static string AsApp(string owner)
    {
        var builder = new NpgsqlConnectionStringBuilder(owner);
        builder.Options = $"{builder.Options} -c role={PrivatePostgres.AppRole}".Trim();
        return builder.ConnectionString;
    }

    private static string DefaultFolder()
    {
        for (var folder = new DirectoryInfo(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
        {
            if (File.Exists(Path.Combine(folder.FullName, "SocialAssistance.sln")))
            {
                return Path.Combine(folder.FullName, ".data", "postgres");
            }
        }

        return Path.Combine(Environment.GetFolderPath(Environment.SpecialFolder.LocalApplicationData), "social-assistance", "postgres");
    }
}
