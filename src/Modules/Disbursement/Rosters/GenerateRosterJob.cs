using System.Text.Json;
using Microsoft.Extensions.DependencyInjection;
using SocialAssistance.Disbursement.Data;
using SocialAssistance.Platform.Data;
using SocialAssistance.Platform.Jobs;

namespace SocialAssistance.Disbursement.Rosters;

/// <summary>
/// Makes a roster in steps, each in its own transaction that also notes what it did: the lines of one stretch of townships
/// after the other; the rows of the bank list, beside comparing the lines with the month before; the checks, beside summing
/// up. Whatever moment the process or the database stops at, the next run does what is missing and nothing twice: lines and
/// rows that are there are left alone, and what comparing and checking wrote is replaced as a whole.
/// </summary>
internal sealed class GenerateRosterJob(IServiceScopeFactory scopes) : IJobHandler
{
    public const string JobKind = "disbursement.generate";

    public string Kind => JobKind;

    public async Task RunAsync(JsonElement payload, CancellationToken cancellationToken)
    {
        var work = payload.Deserialize<Work>()!;
        IReadOnlyList<RosterStretch> stretches = [];
        var places = new TaskCompletionSource<Guid[]>(TaskCreationOptions.RunContinuationsAsynchronously);
        RosterSums? sums = null;
        if (await StepAsync(work, alone: true, async (workshop, roster, cancel) => stretches = await workshop.BeginAsync(roster, cancel), cancellationToken)
            && await ShareAsync([.. stretches.Select(s => (Step)((workshop, roster, cancel) => workshop.WriteLinesAsync(roster, s, cancel)))])
            && await ShareAsync(
                async (workshop, roster, cancel) => places.SetResult(await workshop.NumberAsync(roster.Id, cancel)),
                (workshop, roster, cancel) => workshop.CompareAsync(roster, cancel),
                async (workshop, roster, cancel) => await workshop.WriteOrdersAsync(roster, 0, await places.Task.WaitAsync(cancel), cancel),
                async (workshop, roster, cancel) => await workshop.WriteOrdersAsync(roster, 1, await places.Task.WaitAsync(cancel), cancel))
            && await ShareAsync(
                (workshop, roster, cancel) => workshop.CheckAsync(roster, cancel),
                async (workshop, roster, cancel) => sums = await workshop.SumAsync(roster.Id, cancel)))
        {
            await StepAsync(work, alone: true, (workshop, roster, cancel) => workshop.FinishAsync(roster, sums!, cancel), cancellationToken);
        }

        // Two hands take the steps in their order, the next one whenever one of them is free; a failure calls the other off.
        async Task<bool> ShareAsync(params Step[] steps)
        {
            var mine = true;
            await Parallel.ForEachAsync(steps, new ParallelOptions { MaxDegreeOfParallelism = RosterWorkshop.Hands, CancellationToken = cancellationToken }, async (step, cancel) =>
            {
                if (!await StepAsync(work, alone: false, step, cancel))
                {
                    mine = false;
                }
            });
            return mine;
        }
    }

    // False when the roster was withdrawn, made anew or completed meanwhile; then this run has nothing left to do.
    private async Task<bool> StepAsync(Work work, bool alone, Step step, CancellationToken cancellationToken)
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
                    await step(workshop, roster, cancellationToken);
                    await workshop.KeepAsync(cancellationToken);
                }
            },
            cancellationToken);
        return mine;
    }

    private delegate Task Step(RosterWorkshop workshop, Roster roster, CancellationToken cancel);

    public sealed record Work(Guid RosterId, int Generation);
}
