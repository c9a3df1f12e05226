using Microsoft.EntityFrameworkCore;
using SocialAssistance.Cases.CaseFiles;
using SocialAssistance.Cases.Changes;
using SocialAssistance.Cases.Data;
using SocialAssistance.Contracts.Accounts;
using SocialAssistance.Contracts.Cases;
using SocialAssistance.Contracts.Programs;
using SocialAssistance.Contracts.Standards;
using SocialAssistance.Platform.Data;
using SocialAssistance.Platform.Time;
using SocialAssistance.Rules.Values;

namespace SocialAssistance.Cases.Uprating;

/// <summary>What carrying an order and taking it back have in common: township by township, each in a transaction that notes it is done.</summary>
internal sealed class CarryingRun(CasesDb db, CaseDesk desk, UnitOfWork unitOfWork, ICaseHistories histories, ICountySettings county, IEnumerable<IAssistanceProgram> programs, IDivisions divisions, TimeProvider time)
{
    /// <summary>Does each programme and township that is not done.</summary>
    /// <param name="work">The order.</param>
    /// <param name="step">See <see cref="UpratingChunk.Step"/>.</param>
    /// <param name="one">Does one township of a programme.</param>
    /// <param name="cancellationToken">Ends the run between two townships.</param>
    public async Task RunAsync(UpratingJob.Work work, string step, Func<UpratingOrder, IAssistanceProgram, string, Task<UpratingTally>> one, CancellationToken cancellationToken)
    {
        // Another process may have published: what this one remembers is older than its work.
        county.Refresh();
        var done = await db.UpratingChunks.AsNoTracking().Where(c => c.VersionId == work.VersionId && c.FirstDay == work.FirstDay && c.Step == step).Select(c => c.Program + c.Township).ToHashSetAsync(cancellationToken);
        foreach (var program in programs)
        {
            foreach (var township in divisions.Townships().Where(t => !done.Contains(program.Code + t.Prefix)))
            {
                await unitOfWork.RunAsync(
                    async () =>
                    {
                        // Shared with nobody who would take the version back: it stands, or it does not, until this township is done.
                        var order = await db.UpratingOrders.FromSql($"select * from cases.uprating_orders where version_id = {work.VersionId} and first_day = {work.FirstDay} for share").AsNoTracking().SingleAsync(cancellationToken);
                        if (order.WithdrawnAt is null == (step == UpratingChunk.TakeBack))
                        {
                            return;
                        }

                        var tally = await one(order, program, township.Prefix);
                        db.Add(new UpratingChunk
                        {
                            VersionId = order.VersionId, FirstDay = order.FirstDay, Step = step, Program = program.Code, Township = township.Prefix,
                            LookedAt = tally.LookedAt, Raised = tally.Raised, Waiting = tally.Waiting, Review = tally.Review, DoneAt = time.GetUtcNow(),
                        });
                        await db.SaveChangesAsync(cancellationToken);
                    },
                    cancellationToken);
                db.ChangeTracker.Clear();
            }
        }
    }

    /// <summary>The cases in benefit of a programme and township, each with its history.</summary>
    public async Task<IReadOnlyList<(CaseFile File, CaseHistory History)>> CasesAsync(IAssistanceProgram program, string township, CancellationToken cancellationToken)
    {
        var known = new List<CaseHistory>();
        await foreach (var history in histories.InBenefitAsync(program.Code, township, cancellationToken))
        {
            known.Add(history);
        }

        var ids = known.Select(k => k.CaseId).ToArray();
        var files = await db.CaseFiles.IgnoreQueryFilters().Where(c => ids.Contains(c.Id)).ToDictionaryAsync(c => c.Id, cancellationToken);
        return [.. known.Select(k => (files[k.CaseId], k))];
    }

    /// <summary>Keeps the determination of the last month looked at: a month of the timeline, not the facts alone, which still name who died or left, and know no lock and no phase-out.</summary>
    public DeterminationRecord Determine(CaseFile file, IAssistanceProgram program, CaseHistory history, BenefitMonth through, string purpose)
    {
        var paid = program.Project(history.History, new(county.PolicyCode, through)).Months.Last(m => m.Month <= through && m.Assessment is not null);
        return desk.Keep(file, file.FactVersion, DecideChangeHandler.AssessmentOf(paid, paid.Assessment!), purpose);
    }

    /// <summary>Puts a case on the list of those an order did not reach.</summary>
    public void Wait(UpratingOrder order, CaseFile file, string kind, string reason) => db.Add(new UpratingWait
    {
        VersionId = order.VersionId, FirstDay = order.FirstDay, CaseId = file.Id, VersionNumber = order.Number, CaseNumber = file.Number, DivisionCode = file.DivisionCode, Kind = kind,
        Reason = reason, NotedOn = time.Today(), NotedAt = time.GetUtcNow(),
    });

    /// <summary>The last month an order is carried to: its own, or the next one, whose roster may be made already.</summary>
    public BenefitMonth Through(UpratingOrder order)
    {
        var next = BenefitMonth.Of(time.Today()).AddMonths(1);
        return order.FirstMonth > next ? order.FirstMonth : next;
    }
}

/// <summary>What was done in one township; see <see cref="UpratingChunk"/>.</summary>
internal sealed record UpratingTally(int LookedAt, int Raised, int Waiting, int Review);
