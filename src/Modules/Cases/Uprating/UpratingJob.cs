using System.Text.Json;
using MediatR;
using Microsoft.EntityFrameworkCore;
using SocialAssistance.Cases.CaseFiles;
using SocialAssistance.Cases.Changes;
using SocialAssistance.Cases.Data;
using SocialAssistance.Contracts.Cases;
using SocialAssistance.Contracts.Disbursement;
using SocialAssistance.Contracts.Programs;
using SocialAssistance.Contracts.Standards;
using SocialAssistance.Platform.Jobs;
using SocialAssistance.Rules.Values;

namespace SocialAssistance.Cases.Uprating;

/// <summary>
/// Carries a day of a published version into every case in benefit (提标落实), township by township: whoever gets more gets it
/// from the month the version names, months already paid follow as back pay, and each case keeps the determination that cites
/// the new clause. Whoever would get less is left as he is until he was heard (社会救助法 第四十八条).
/// </summary>
internal sealed class UpratingJob(
    CasesDb db, CaseDesk desk, CarryingRun run, ChangeExpectations expectations, IEntitlements entitlements, ICountySettings county, IMediator mediator) : IJobHandler
{
    public const string JobKind = "cases.uprate";

    public string Kind => JobKind;

    public Task RunAsync(JsonElement payload, CancellationToken cancellationToken)
    {
        var work = payload.Deserialize<Work>()!;
        return run.RunAsync(work, work.Late ? UpratingChunk.Late : UpratingChunk.Carry, (order, program, township) => CarryAsync(order, program, township, cancellationToken), cancellationToken);
    }

    private async Task<UpratingTally> CarryAsync(UpratingOrder order, IAssistanceProgram program, string township, CancellationToken cancellationToken)
    {
        var now = county.Book(order.PolicyCode);
        // A day ahead is compared with the day before it: what was published since counts on both sides.
        var before = order.IsAhead ? now.StandingAt(order.FirstDay.AddDays(-1)) : county.Book(order.PolicyCode, order.KnownFrom.AddTicks(-10));
        var (first, through) = (order.FirstMonth, run.Through(order));
        var (waiting, review) = (0, 0);
        var raised = new List<BenefitTimelineRevised>();
        var known = await run.CasesAsync(program, township, cancellationToken);
        var reached = await db.UpratingWaits.IgnoreQueryFilters().Where(w => w.VersionId == order.VersionId && w.FirstDay == order.FirstDay).Select(w => w.CaseId)
            .Concat(db.UpratingRaises.Where(r => r.VersionId == order.VersionId && r.FirstDay == order.FirstDay).Select(r => r.CaseId)).ToHashSetAsync(cancellationToken);
        var recorded = await entitlements.OfCasesAsync([.. known.Select(k => k.File.Id)], cancellationToken);
        foreach (var (file, history) in known.Where(k => !reached.Contains(k.File.Id)))
        {
            var from = history.History.Start > first ? history.History.Start : first;
            var record = recorded.GetValueOrDefault(file.Id, []);
            var horizon = BenefitDifferences.Horizon(record, through);
            var old = program.Project(history.History, new(order.PolicyCode, horizon, Book: before, Explains: false));
            var due = program.Project(history.History, new(order.PolicyCode, horizon, Book: now, Explains: false));
            var judged = BenefitDifferences.Effect(record, old, due, from, horizon, history.History.Deaths);
            if (judged.Effect == OrderEffect.None)
            {
                continue;
            }

            if (judged.Effect is OrderEffect.Waits or OrderEffect.Review)
            {
                var heard = judged.Effect == OrderEffect.Waits;
                (waiting, review) = heard ? (waiting + 1, review) : (waiting, review + 1);
                desk.Tell(file, heard ? "standard-waits" : "standard-review", $"第 {order.Number} 号标准版本没有落实到这户：{judged.Reason}。待遇没有改动");
                run.Wait(order, file, heard ? UpratingWaits.Hearing : UpratingWaits.Review, judged.Reason!);
                continue;
            }

            var made = run.Determine(file, program, history, through, "standard");
            db.Add(new UpratingRaise { VersionId = order.VersionId, FirstDay = order.FirstDay, CaseId = file.Id, DeterminationId = made.Id });
            raised.Add(new(
                history.CaseId, history.CaseNumber, history.HouseholdId, history.DivisionCode, program.Code, history.HeadName, history.Area, from, due.Spans, history.History.Deaths,
                "standard", $"第 {order.Number} 号标准版本，自 {from} 起", AssessmentWords.Line(made.Assessment), made.Id) { Moves = history.Moves });
            desk.Tell(file, "standard-raised", $"按第 {order.Number} 号标准版本调整待遇，自 {from} 起；以前月份的差额列入补发");
        }

        await db.SaveChangesAsync(cancellationToken);
        if (raised.Count > 0)
        {
            await mediator.Publish(new BenefitTimelinesRevised(raised), cancellationToken);
            await expectations.RenewAsync([.. raised.Select(r => r.CaseId)], cancellationToken);
        }

        return new(known.Count, raised.Count, waiting, review);
    }

    /// <param name="VersionId">The version.</param>
    /// <param name="FirstDay">The day of the order.</param>
    /// <param name="Late">Only whoever came into benefit since the order was carried.</param>
    public sealed record Work(Guid VersionId, DateOnly FirstDay, bool Late = false);
}
