using System.Text.Json;
using MediatR;
using Microsoft.EntityFrameworkCore;
using SocialAssistance.Cases.CaseFiles;
using SocialAssistance.Cases.Changes;
using SocialAssistance.Cases.Data;
using SocialAssistance.Contracts.Accounts;
using SocialAssistance.Contracts.Cases;
using SocialAssistance.Contracts.Disbursement;
using SocialAssistance.Contracts.Programs;
using SocialAssistance.Contracts.Standards;
using SocialAssistance.Platform.Data;
using SocialAssistance.Platform.Jobs;
using SocialAssistance.Platform.Time;
using SocialAssistance.Rules.Values;

namespace SocialAssistance.Cases.Uprating;

/// <summary>
/// Carries a published version into every case in benefit (提标落实), township by township: whoever gets more gets it from the
/// month the version names, months already paid follow as back pay, and each case keeps the determination that cites the new
/// clause. Whoever would get less is left as he is until he was heard (社会救助法 第四十八条).
/// </summary>
internal sealed class UpratingJob(
    CasesDb db, CaseDesk desk, UnitOfWork unitOfWork, ICaseHistories histories, IEntitlements entitlements, ICountySettings county, IEnumerable<IAssistanceProgram> programs, IDivisions divisions, IMediator mediator, TimeProvider time) : IJobHandler
{
    public const string JobKind = "cases.uprate";

    public string Kind => JobKind;

    public async Task RunAsync(JsonElement payload, CancellationToken cancellationToken)
    {
        var work = payload.Deserialize<Work>()!;
        var done = await db.UpratingChunks.AsNoTracking().Where(c => c.VersionId == work.VersionId).Select(c => c.Program + c.Township).ToHashSetAsync(cancellationToken);
        foreach (var program in programs)
        {
            foreach (var township in divisions.Townships().Where(t => !done.Contains(program.Code + t.Prefix)))
            {
                await unitOfWork.RunAsync(() => CarryAsync(work, program, township.Prefix, cancellationToken), cancellationToken);
                db.ChangeTracker.Clear();
            }
        }
    }

    private async Task CarryAsync(Work work, IAssistanceProgram program, string township, CancellationToken cancellationToken)
    {
        var (before, now) = (county.Book(work.PolicyCode, work.KnownFrom.AddTicks(-10)), county.Book(work.PolicyCode));
        var first = BenefitMonth.Of(work.FirstDay);
        var next = BenefitMonth.Of(time.Today()).AddMonths(1);
        var through = first > next ? first : next;
        var (looked, waiting, review) = (0, 0, 0);
        var raised = new List<BenefitTimelineRevised>();
        var known = new List<CaseHistory>();
        await foreach (var history in histories.InBenefitAsync(program.Code, township, cancellationToken))
        {
            known.Add(history);
        }

        var ids = known.Select(k => k.CaseId).ToArray();
        var files = await db.CaseFiles.IgnoreQueryFilters().Where(c => ids.Contains(c.Id)).ToDictionaryAsync(c => c.Id, cancellationToken);
        var recorded = await entitlements.OfCasesAsync(ids, cancellationToken);
        foreach (var history in known)
        {
            looked++;
            var file = files[history.CaseId];
            var from = history.History.Start > first ? history.History.Start : first;
            var old = program.Project(history.History, new(work.PolicyCode, through, Book: before, Explains: false));
            var due = program.Project(history.History, new(work.PolicyCode, through, Book: now, Explains: false));
            var judged = BenefitDifferences.Effect(recorded.GetValueOrDefault(history.CaseId, []), old, due, from, through, history.History.Deaths);
            if (judged.Effect == OrderEffect.None)
            {
                continue;
            }

            if (judged.Effect is OrderEffect.Waits or OrderEffect.Review)
            {
                var heard = judged.Effect == OrderEffect.Waits;
                (waiting, review) = heard ? (waiting + 1, review) : (waiting, review + 1);
                desk.Tell(file, heard ? "standard-waits" : "standard-review", $"第 {work.Number} 号标准版本没有落实到这户：{judged.Reason}。待遇没有改动");
                db.Add(new UpratingWait
                {
                    VersionId = work.VersionId, CaseId = file.Id, VersionNumber = work.Number, CaseNumber = file.Number, DivisionCode = file.DivisionCode, Kind = heard ? UpratingWaits.Hearing : UpratingWaits.Review,
                    Reason = judged.Reason!, NotedOn = time.Today(), NotedAt = time.GetUtcNow(),
                });
                continue;
            }

            var record = Determine(file, program, history, through);
            raised.Add(new(
                history.CaseId, history.CaseNumber, history.HouseholdId, history.DivisionCode, program.Code, history.HeadName, history.Area, from, due.Spans, history.History.Deaths,
                "standard", $"第 {work.Number} 号标准版本，自 {from} 起", AssessmentWords.Line(record.Assessment), record.Id));
            desk.Tell(file, "standard-raised", $"按第 {work.Number} 号标准版本调整待遇，自 {from} 起；以前月份的差额列入补发");
        }

        db.Add(new UpratingChunk { VersionId = work.VersionId, Program = program.Code, Township = township, LookedAt = looked, Raised = raised.Count, Waiting = waiting, Review = review, DoneAt = time.GetUtcNow() });
        await db.SaveChangesAsync(cancellationToken);
        if (raised.Count > 0)
        {
            await mediator.Publish(new BenefitTimelinesRevised(raised), cancellationToken);
        }
    }

    // A month of the timeline, not the facts alone: these still name who died or left, and know no lock and no phase-out.
    private DeterminationRecord Determine(CaseFile file, IAssistanceProgram program, CaseHistory history, BenefitMonth through)
    {
        var paid = program.Project(history.History, new(county.PolicyCode, through)).Months.Last(m => m.Month <= through && m.Assessment is not null);
        return desk.Keep(file, file.FactVersion, DecideChangeHandler.AssessmentOf(paid, paid.Assessment!), "standard");
    }

    public sealed record Work(Guid VersionId, int Number, string PolicyCode, DateOnly FirstDay, DateTimeOffset KnownFrom);
}
