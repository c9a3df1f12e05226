using System.Text.Json;
using SocialAssistance.Disbursement.Data;
using SocialAssistance.Disbursement.Rosters;
using SocialAssistance.Platform.Data;
using SocialAssistance.Platform.Jobs;

namespace SocialAssistance.Disbursement.OneOff;

/// <summary>Makes a one-off roster in one transaction: whatever moment it stops at, either all of it is there or nothing.</summary>
internal sealed class OneOffJob(DisbursementDb db, UnitOfWork unitOfWork, RosterWorkshop workshop, OneOffDesk desk) : IJobHandler
{
    public const string JobKind = "disbursement.one-off";

    public string Kind => JobKind;

    public async Task RunAsync(JsonElement payload, CancellationToken cancellationToken)
    {
        var (rosterId, generation) = payload.Deserialize<GenerateRosterJob.Work>()!;
        await unitOfWork.RunAsync(
            async () =>
            {
                db.ChangeTracker.Clear();
                // Withdrawn, made anew or completed meanwhile: then there is nothing left to do.
                if (await workshop.LockAsync(rosterId, cancellationToken) is { Status: RosterStatus.Generating } roster && roster.Generation == generation)
                {
                    await workshop.ClearAsync(roster.Id, cancellationToken);
                    await desk.FillAsync(roster, cancellationToken);
                    await workshop.CompleteAsync(roster, cancellationToken);
                    await db.SaveChangesAsync(cancellationToken);
                }
            },
            cancellationToken);
    }
}
