using System.Reflection;
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

    /// <summary>Finds or starts the database.</summary>
    public static async Task<MainDatabase> OpenAsync(IConfiguration configuration, CancellationToken cancellationToken = default)
    {
        if (configuration.GetConnectionString("Main") is { Length: > 0 } main)
        {
            // One login for both: its sessions start in the weaker role, so the audit stays closed to the application.
            return configuration.GetConnectionString("Owner") is { Length: > 0 } owner ? new(owner, main, null) : new(main, AsApp(main), null);
        }

        var folder = configuration["PrivatePostgres:Folder"] ?? DefaultFolder();
        var server = await PrivatePostgres.StartAsync(folder, cancellationToken);
        return new(server.OwnerConnectionString(), server.AppConnectionString(), server);
    }

    /// <summary>As <see cref="OpenAsync"/>; null after one sentence on the error output that names what is missing and its cure.</summary>
    public static async Task<MainDatabase?> OpenOrExplainAsync(IConfiguration configuration)
    {
        try
        {
            return await OpenAsync(configuration);
        }
        catch (PostgresMissingException missing)
        {
            await Console.Error.WriteLineAsync(missing.Message);
            return null;
        }
    }

    /// <summary>Runs the modules' scripts that this database lacks.</summary>
    public async Task MigrateAsync(IEnumerable<(string Schema, Assembly Assembly)> modules, CancellationToken cancellationToken = default)
    {
        await using var source = NpgsqlDataSource.Create(Owner);
        await DatabaseRoles.EnsureAsync(source, canLogIn: false, cancellationToken);
        await new SqlMigrator(source).MigrateAsync(modules, cancellationToken);
    }

    /// <summary>Stops the private server, if there is one.</summary>
    public async ValueTask DisposeAsync()
    {
        if (_server is not null)
        {
            await _server.DisposeAsync();
        }
    }

    /// <summary>The same login, stepping into the application's role at the start of every session.</summary>
    public static string AsApp(string owner)
    {
        var builder = new NpgsqlConnectionStringBuilder(owner);
        builder.Options = $"{builder.Options} -c role={PrivatePostgres.AppRole}".Trim();
        return Tuned(builder).ConnectionString;
    }

    /// <summary>
    /// How the application talks to PostgreSQL: statements stay prepared; no just-in-time compilation, which takes longer than
    /// our statements run; and no reset between requests, since nothing here changes a session beyond its transaction.
    /// </summary>
    internal static NpgsqlConnectionStringBuilder Tuned(NpgsqlConnectionStringBuilder builder)
    {
        builder.Options = $"{builder.Options} -c jit=off".Trim();
        builder.MaxAutoPrepare = Math.Max(builder.MaxAutoPrepare, 50);
        builder.NoResetOnClose = true;
        return builder;
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
