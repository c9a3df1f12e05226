using MediatR;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using SocialAssistance.Cases.CaseFiles;
using SocialAssistance.Cases.Changes;
using SocialAssistance.Cases.Data;
using SocialAssistance.Contracts.Cases;
using SocialAssistance.Platform.Messaging;
using SocialAssistance.Platform.Data;
using SocialAssistance.Platform.TagHelpers;

namespace SocialAssistance.Cases.Reviews;

/// <summary>Makes the list of what is due anew for the whole county, so that birthdays and certificates come into sight, ends files whose last month is over, and hands over those of families that moved.</summary>
internal sealed record RefreshReviews : ICommand<bool>;

internal sealed class RefreshReviewsHandler(CasesDb db, UnitOfWork unitOfWork, CaseDesk desk, Relocations relocations, ReviewCalendar calendar) : IRequestHandler<RefreshReviews, Result<bool>>
{
    private const int AtOnce = 500;

    public async Task<Result<bool>> Handle(RefreshReviews command, CancellationToken cancellationToken)
    {
        // Two processes may wake at the same moment; the second one finds the work done.
        await unitOfWork.ExecuteAsync("select pg_advisory_xact_lock(hashtext('cases.reviews'))", [], cancellationToken);
        await EndDueAsync(cancellationToken);
        await relocations.MoveDueAsync(cancellationToken);
        await calendar.RefreshAsync(null, cancellationToken);
        return true;
    }

    // A phase-out that ran out was decided with its beginning; here the file only says what is so since this month.
    private async Task EndDueAsync(CancellationToken cancellationToken)
    {
        var month = new DateOnly(desk.Today.Year, desk.Today.Month, 1);
        var due = await db.CaseFiles.Where(f => f.Stage == Stages.InBenefit
                && db.BenefitChanges.Where(c => c.CaseId == f.Id && c.Status == ChangeStatus.Confirmed).OrderByDescending(c => c.DecidedOn).ThenByDescending(c => c.Id).Take(1).Any(c => c.EndsMonth <= month))
            .OrderBy(f => f.Id).Take(AtOnce).ToListAsync(cancellationToken);
        foreach (var file in due)
        {
            file.Move(Stages.Ended, desk.Today);
            desk.Tell(file, "ended", $"{Show.Month(month)}起不再发放，已终止");
        }

        await db.SaveChangesAsync(cancellationToken);
    }
}

/// <summary>Refreshes a few times a day; harmless beside a second process.</summary>
internal sealed partial class ReviewTimer(IServiceScopeFactory scopes, TimeProvider time, ILogger<ReviewTimer> logger) : BackgroundService
{
    private static readonly TimeSpan Pace = TimeSpan.FromHours(6);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(Pace, time);
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
