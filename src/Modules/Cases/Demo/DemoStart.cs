using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace SocialAssistance.Cases.Demo;

/// <summary>
/// Gives an empty demonstration database its families before the first request; setting <c>Demo</c> turns it on,
/// <c>DemoHouseholds</c> says how many, <c>DemoMonths</c> how many months they have lived and been paid.
/// </summary>
internal sealed partial class DemoStart(IServiceScopeFactory scopes, IConfiguration configuration, ILogger<DemoStart> logger) : IHostedService
{
    private const int Year = 12;

    /// <summary>A larger county is for measuring; its months would take longer than anybody waits for a start.</summary>
    private const int Small = 1_000;

    public async Task StartAsync(CancellationToken cancellationToken)
    {
        if (!configuration.GetValue("Demo", false))
        {
            return;
        }

        await using var scope = scopes.CreateAsyncScope();
        var demo = scope.ServiceProvider.GetRequiredService<DemoVerb>();
        if (await demo.HasCasesAsync(cancellationToken))
        {
            return;
        }

        var households = configuration.GetValue("DemoHouseholds", 300);
        try
        {
            await demo.FillAsync(households, 1, cancellationToken, configuration.GetValue("DemoMonths", households <= Small ? Year : 0));
        }
        catch (Exception refused) when (!cancellationToken.IsCancellationRequested)
        {
            // A story that broke off is no reason not to start, if the families are there.
            if (!await demo.HasCasesAsync(cancellationToken))
            {
                throw;
            }

            BrokeOff(refused);
        }
    }

    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    [LoggerMessage(Level = LogLevel.Error, Message = "The demonstration's year broke off; the county is usable with the months it has.")]
    private partial void BrokeOff(Exception refused);
}
