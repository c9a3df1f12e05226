using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Mvc.Testing;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Time.Testing;

namespace SocialAssistance.Harness;

/// <summary>The real host on a test database, with a clock the test moves.</summary>
public class AppHost(string owner, string app, Action<IServiceCollection>? change = null, string environment = "Production") : WebApplicationFactory<Program>
{
    /// <summary>The moment every test starts at: Monday 2 November 2026, nine in the morning in China.</summary>
    public static readonly DateTimeOffset Start = new(2026, 11, 2, 9, 0, 0, TimeSpan.FromHours(8));

    /// <summary>The application's only clock.</summary>
    public FakeTimeProvider Clock { get; } = NewClock();

    /// <inheritdoc/>
    protected override void ConfigureWebHost(IWebHostBuilder builder)
    {
        // By default as it runs at a county: error pages instead of developer pages.
        builder.UseEnvironment(environment);
        builder.UseSetting("ConnectionStrings:Main", app);
        builder.UseSetting("ConnectionStrings:Owner", owner);
        builder.UseSetting("Serilog:MinimumLevel:Default", "Error");
        builder.UseSetting("Serilog:MinimumLevel:Override:Microsoft.AspNetCore", "Error");
        builder.UseSetting("Serilog:MinimumLevel:Override:Microsoft.Hosting.Lifetime", "Error");
        builder.ConfigureServices(services =>
        {
            services.Replace(ServiceDescriptor.Singleton<TimeProvider>(Clock));
            change?.Invoke(services);
        });
    }

    private static FakeTimeProvider NewClock()
    {
        var clock = new FakeTimeProvider(Start.ToUniversalTime());
        clock.SetLocalTimeZone(TimeZoneInfo.CreateCustomTimeZone("Asia/Shanghai", TimeSpan.FromHours(8), "China", "China"));
        return clock;
    }
}
