using MediatR;
using SocialAssistance.Contracts.Standards;
using SocialAssistance.Platform.Jobs;

namespace SocialAssistance.Cases.Uprating;

/// <summary>A published version is carried into every case in benefit behind the scenes; the work is queued with the publication or not at all.</summary>
internal sealed class QueueUprating(IJobs jobs) : INotificationHandler<StandardPublished>
{
    public Task Handle(StandardPublished published, CancellationToken cancellationToken) =>
        jobs.EnqueueAsync(UpratingJob.JobKind, new UpratingJob.Work(published.VersionId, published.Number, published.PolicyCode, published.FirstDay, published.KnownFrom), cancellationToken);
}
