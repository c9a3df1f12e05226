using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using SocialAssistance.Contracts.Accounts;

namespace SocialAssistance.Accounts.Demo;

/// <summary>Setting <c>Demo</c>: this is a demonstration; accounts may be entered and their passwords shown.</summary>
internal sealed record DemoSetting(bool IsOn);

/// <summary>Gives an empty demonstration database its accounts before the first request.</summary>
internal sealed class DemoStart(IServiceScopeFactory scopes, DemoSetting demo) : IHostedService
{
    public async Task StartAsync(CancellationToken cancellationToken)
    {
        if (demo.IsOn)
        {
            await using var scope = scopes.CreateAsyncScope();
            await scope.ServiceProvider.GetRequiredService<IAccountsSeed>().SeedAsync(cancellationToken);
        }
    }

    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;
}
