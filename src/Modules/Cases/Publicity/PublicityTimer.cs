using MediatR;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace SocialAssistance.Cases.Publicity;

/// <summary>Ends due sheets without anybody pressing a button; harmless beside a second process and after a crash.</summary>
internal sealed partial class PublicityTimer(IServiceScopeFactory scopes, ILogger<PublicityTimer> logger) : BackgroundService
{
    private static readonly TimeSpan Pace = TimeSpan.FromMinutes(10);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(Pace);
        while (await timer.WaitForNextTickAsync(stoppingToken))
        {
            try
            {
                await using var scope = scopes.CreateAsyncScope();
                await scope.ServiceProvider.GetRequiredService<IMediator>().Send(new EndDueNotices(), stoppingToken);
            }
            catch (Exception failure) when (!stoppingToken.IsCancellationRequested)
            {
                Failed(failure);
            }
        }
    }

    [LoggerMessage(Level = LogLevel.Error, Message = "Ending due notices failed; it is tried again in ten minutes.")]
    private partial void Failed(Exception failure);
}
