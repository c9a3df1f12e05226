using Microsoft.Extensions.DependencyInjection;

namespace SocialAssistance.Architecture.Tests;

public sealed class HostTests
{
    [Fact]
    public async Task Every_registered_service_can_be_made()
    {
        await using var database = await TestDatabase.CloneAsync();
        // In the development environment the host builds the whole graph at the start and checks every lifetime.
        await using var host = new AppHost(database.Owner, database.App, environment: "Development");

        Assert.NotNull(host.Services.GetService<TimeProvider>());
    }
}
