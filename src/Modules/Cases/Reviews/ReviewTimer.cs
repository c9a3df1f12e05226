using MediatR;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using SocialAssistance.Platform.Messaging;

namespace SocialAssistance.Cases.Reviews;

/// <summary>Makes the list of what is due anew for the whole county, so that birthdays and certificates come into sight.</summary>
internal sealed record RefreshReviews : ICommand<bool>;

internal sealed class RefreshReviewsHandler(ReviewCalendar calendar) : IRequestHandler<RefreshReviews, Result<bool>>
{
    public async Task<Result<bool>> Handle(RefreshReviews command, CancellationToken cancellationToken)
    {
        await calendar.RefreshAsync(null, cancellationToken);
        return true;
    }
}

/// <summary>Refreshes a few times a day; harmless beside a second process.</summary>
internal sealed partial class ReviewTimer(IServiceScopeFactory scopes, ILogger<ReviewTimer> logger) : BackgroundService
{
    private static readonly TimeSpan Pace = TimeSpan.FromHours(6);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(Pace);
        while (await timer.WaitForNextTickAsync(stoppingToken))
        {
            try
            {
                await using var scope = scopes.CreateAsyncScope();
                await scope.ServiceProvider.GetRequiredService<IMediator>().Send(new RefreshReviews(), stoppingToken);
            }
            catch (Exception failure) when (!stoppingToken.IsCancellationRequested)
            {
                Failed(failure);
            }
        }
    }

    [LoggerMessage(Level = LogLevel.Error, Message = "Refreshing the reviews failed; it is tried again in six hours.")]
    private partial void Failed(Exception failure);
}
