using Microsoft.AspNetCore.Mvc.Testing;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Time.Testing;
using SocialAssistance.Contracts.Accounts;

namespace SocialAssistance.Harness;

/// <summary>The application as one test class sees it: its own database, its own clock, real HTTP. Use as <c>IClassFixture&lt;App&gt;</c>.</summary>
public class App : IAsyncLifetime
{
    /// <summary>Password of every account in the test database.</summary>
    public const string Password = DemoAccounts.Password;

    private TestDatabase? _database;
    private AppHost? _host;

    /// <summary>The clock; move it with <c>Advance</c> or <c>SetUtcNow</c>.</summary>
    public FakeTimeProvider Clock => Host.Clock;

    /// <summary>The application's services.</summary>
    public IServiceProvider Services => Host.Services;

    /// <summary>Questions to the database, as its owner.</summary>
    public Sql Sql { get; private set; } = null!;

    /// <summary>Connection strings of the test database.</summary>
    public TestDatabase Database => _database!;

    /// <summary>Where the application answers.</summary>
    public virtual Uri Address => new("https://localhost");

    /// <summary>The host behind this fixture.</summary>
    protected AppHost Host => _host ?? throw new InvalidOperationException("The fixture has not started.");

    /// <summary>A visitor who has not signed in.</summary>
    public Visitor Anyone() => new(Host.CreateClient(new WebApplicationFactoryClientOptions { BaseAddress = Address }));

    /// <summary>A visitor signed in with an account, e.g. <c>clerk</c>.</summary>
    public async Task<Visitor> LogIn(string account, string password = Password)
    {
        var visitor = Anyone();
        var page = await visitor.Get("/login");
        var after = await page.Form().Fill("账号", account).Fill("密码", password).Submit();
        Assert.True(after.Status == 200 && after.Url.AbsolutePath != "/login", $"The login of {account} failed: {string.Join("; ", after.Errors)}");
        return visitor;
    }

    /// <summary>Runs work with services of its own scope, as the system.</summary>
    public async Task<T> Run<T>(Func<IServiceProvider, Task<T>> work)
    {
        await using var scope = Services.CreateAsyncScope();
        return await work(scope.ServiceProvider);
    }

    /// <summary>Runs work with services of its own scope, as the system.</summary>
    public async Task Run(Func<IServiceProvider, Task> work)
    {
        await using var scope = Services.CreateAsyncScope();
        await work(scope.ServiceProvider);
    }

    /// <inheritdoc/>
    public virtual async Task InitializeAsync()
    {
        _database = await DatabaseAsync();
        Sql = new(_database.Owner);
        _host = new(_database.Owner, _database.App, Change);
        Prepare(_host);
        _ = _host.Services;
    }

    /// <inheritdoc/>
    public virtual async Task DisposeAsync()
    {
        if (_host is not null)
        {
            await _host.DisposeAsync();
        }

        if (_database is not null)
        {
            await Sql.DisposeAsync();
            await _database.DisposeAsync();
        }
    }

    /// <summary>Where the data lies: a copy of the shared template, unless the test has a server of its own.</summary>
    protected virtual Task<TestDatabase> DatabaseAsync() => TestDatabase.CloneAsync();

    /// <summary>Last changes to the services of the host.</summary>
    protected virtual void Change(IServiceCollection services)
    {
    }

    /// <summary>Called before the host starts.</summary>
    protected virtual void Prepare(AppHost host)
    {
    }
}
