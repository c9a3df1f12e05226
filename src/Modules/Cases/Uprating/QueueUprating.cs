using MediatR;
using Microsoft.EntityFrameworkCore;
using SocialAssistance.Cases.Data;
using SocialAssistance.Contracts.Standards;
using SocialAssistance.Platform.Jobs;

namespace SocialAssistance.Cases.Uprating;

/// <summary>
/// A published version is carried into every case in benefit behind the scenes, on its days; one that is taken back is taken
/// out of them again. The work is queued with the publication or the withdrawal, or not at all.
/// </summary>
internal sealed class QueueUprating(CasesDb db, IJobs jobs) : INotificationHandler<StandardPublished>, INotificationHandler<StandardWithdrawn>
{
    private static readonly TimeSpan China = TimeSpan.FromHours(8);

    public async Task Handle(StandardPublished published, CancellationToken cancellationToken)
    {
        foreach (var order in UpratingOrder.Of(published.VersionId, published.Number, published.PolicyCode, published.Days, published.KnownFrom))
        {
            db.Add(order);
            await jobs.EnqueueAsync(UpratingJob.JobKind, new UpratingJob.Work(order.VersionId, order.FirstDay), Midnight(order.CarriedOn), cancellationToken);
            // Whoever came into benefit meanwhile by the figures of a month before, or was handed over from one township to
            // another while they were worked through.
            await jobs.EnqueueAsync(UpratingJob.JobKind, new UpratingJob.Work(order.VersionId, order.FirstDay, Late: true), Midnight(Later(order.CarriedOn, order.FirstMonth.FirstDay)), cancellationToken);
        }

        await db.SaveChangesAsync(cancellationToken);
    }

    private static DateOnly Later(DateOnly a, DateOnly b) => a > b ? a : b;

    private static DateTimeOffset Midnight(DateOnly day) => new(day, TimeOnly.MinValue, China);

    public async Task Handle(StandardWithdrawn withdrawn, CancellationToken cancellationToken)
    {
        // The row is locked by whoever carries the order just now: what he has committed by then is taken back.
        var orders = await db.UpratingOrders.FromSql($"select * from cases.uprating_orders where version_id = {withdrawn.VersionId} order by first_day for update").ToListAsync(cancellationToken);
        foreach (var order in orders)
        {
            order.Withdraw(withdrawn.KnownUntil);
            await jobs.EnqueueAsync(TakeBackJob.JobKind, new UpratingJob.Work(order.VersionId, order.FirstDay), cancellationToken);
        }

        await db.SaveChangesAsync(cancellationToken);
    }
}
