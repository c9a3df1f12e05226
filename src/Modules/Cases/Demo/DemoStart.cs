using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;

namespace SocialAssistance.Cases.Demo;

/// <summary>Gives an empty demonstration database its families before the first request; setting <c>Demo</c> turns it on, <c>DemoHouseholds</c> says how many.</summary>
internal sealed class DemoStart(IServiceScopeFactory scopes, IConfiguration configuration) : IHostedService
{
    public async Task StartAsync(CancellationToken cancellationToken)
    {
        if (!configuration.GetValue("Demo", false))
        {
            return;
        }

        await using var scope = scopes.CreateAsyncScope();
        var demo = scope.ServiceProvider.GetRequiredService<DemoVerb>();
        if (!await demo.HasCasesAsync(cancellationToken))
        {
            await demo.FillAsync(configuration.GetValue("DemoHouseholds", 300), 1, cancellationToken);
        }
    }

    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;
}
