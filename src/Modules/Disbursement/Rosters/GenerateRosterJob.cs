using System.Text.Json;
using Microsoft.Extensions.DependencyInjection;
using SocialAssistance.Disbursement.Data;
using SocialAssistance.Platform.Data;
using SocialAssistance.Platform.Jobs;

namespace SocialAssistance.Disbursement.Rosters;

/// <summary>
/// Makes a roster in steps, each in its own transaction that also notes what it did: the lines of one stretch of townships
/// after the other, the rows of the bank list, then comparing and checking. Whatever moment the process or the database
/// stops at, the next run does what is missing and nothing twice. Two hands share the stretches and the rows.
/// </summary>
internal sealed class GenerateRosterJob(IServiceScopeFactory scopes) : IJobHandler
{
    public const string JobKind = "disbursement.generate";

    public string Kind => JobKind;

    public async Task RunAsync(JsonElement payload, CancellationToken cancellationToken)
    {
        var work = payload.Deserialize<Work>()!;
        IReadOnlyList<RosterStretch> stretches = [];
        if (await StepAsync(work, alone: true, async (workshop, roster) => stretches = await workshop.BeginAsync(roster, cancellationToken), cancellationToken)
            && await ShareAsync(stretches, (workshop, roster, stretch) => workshop.WriteLinesAsync(roster, stretch, cancellationToken))
            && await ShareAsync(RosterWorkshop.Hands, (workshop, roster, hand) => workshop.WriteOrdersAsync(roster, hand, cancellationToken)))
        {
            await StepAsync(work, alone: true, (workshop, roster) => workshop.CompleteAsync(roster, cancellationToken), cancellationToken);
        }

        async Task<bool> ShareAsync<T>(IReadOnlyList<T> parts, Func<RosterWorkshop, Roster, T, Task> step)
        {
            var mine = true;
            await Parallel.ForEachAsync(parts, new ParallelOptions { MaxDegreeOfParallelism = RosterWorkshop.Hands.Count, CancellationToken = cancellationToken }, async (part, cancel) =>
            {
                if (!await StepAsync(work, alone: false, (workshop, roster) => step(workshop, roster, part), cancel))
                {
                    mine = false;
                }
            });
            return mine;
        }
    }

    // False when the roster was withdrawn, made anew or completed meanwhile; then this run has nothing left to do.
    private async Task<bool> StepAsync(Work work, bool alone, Func<RosterWorkshop, Roster, Task> step, CancellationToken cancellationToken)
    {
        await using var scope = scopes.CreateAsyncScope();
        var workshop = scope.ServiceProvider.GetRequiredService<RosterWorkshop>();
        var mine = false;
        await scope.ServiceProvider.GetRequiredService<UnitOfWork>().RunAsync(
            async () =>
            {
                if (await workshop.LockAsync(work.RosterId, cancellationToken, alone) is { Status: RosterStatus.Generating } roster && roster.Generation == work.Generation)
                {
                    mine = true;
                    await step(workshop, roster);
                    await workshop.KeepAsync(cancellationToken);
                }
            },
            cancellationToken);
        return mine;
    }

    public sealed record Work(Guid RosterId, int Generation);
}
