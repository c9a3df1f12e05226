using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using SocialAssistance.Disbursement.Data;
using SocialAssistance.Platform.Data;
using SocialAssistance.Platform.Jobs;

namespace SocialAssistance.Disbursement.Rosters;

/// <summary>
/// Makes a roster township by township, each in its own transaction that also notes the township as done. Whatever moment
/// the process or the database stops at, the next run does what is missing and nothing twice.
/// </summary>
internal sealed class GenerateRosterJob(DisbursementDb db, UnitOfWork unitOfWork, RosterWorkshop workshop) : IJobHandler
{
    public const string JobKind = "disbursement.generate";

    public string Kind => JobKind;

    public async Task RunAsync(JsonElement payload, CancellationToken cancellationToken)
    {
        var (rosterId, generation) = payload.Deserialize<Work>()!;
        IReadOnlyList<string> townships = [];
        if (!await StepAsync(BeginAsync))
        {
            return;
        }

        foreach (var township in townships)
        {
            if (!await StepAsync(roster => workshop.WriteTownshipAsync(roster, township, cancellationToken)))
            {
                return;
            }
        }

        await StepAsync(roster => workshop.CompleteAsync(roster, cancellationToken));

        async Task BeginAsync(Roster roster)
        {
            townships = await workshop.TownshipsAsync(roster, cancellationToken);
            if (roster.Townships == 0)
            {
                // Rows of an older generation go once, before the first township of this one is written.
                await workshop.ClearAsync(roster.Id, cancellationToken);
                roster.Townships = Math.Max(1, townships.Count);
            }
        }

        // False when the roster was withdrawn, made anew or completed meanwhile; then this run has nothing left to do.
        async Task<bool> StepAsync(Func<Roster, Task> step)
        {
            var mine = false;
            await unitOfWork.RunAsync(
                async () =>
                {
                    db.ChangeTracker.Clear();
                    if (await workshop.LockAsync(rosterId, cancellationToken) is { Status: RosterStatus.Generating } roster && roster.Generation == generation)
                    {
                        mine = true;
                        await step(roster);
                        await db.SaveChangesAsync(cancellationToken);
                    }
                },
                cancellationToken);
            return mine;
        }
    }

    public sealed record Work(Guid RosterId, int Generation);
}
