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
using SocialAssistance.Platform.Time;
using SocialAssistance.Rules.Values;

namespace SocialAssistance.Cases.Uprating;

/// <summary>
/// Takes a version that was withdrawn before its first day out of the cases again (撤销落实). A raise that nothing followed goes
/// back to what was recorded before it; nobody has been paid by it, so nobody loses. Every other case whose record counts the
/// version in is listed for a person to look at.
/// </summary>
internal sealed class TakeBackJob(CasesDb db, CaseDesk desk, CarryingRun run, ChangeExpectations expectations, IEntitlements entitlements, ICountySettings county, IMediator mediator, TimeProvider time) : IJobHandler
{
    public const string JobKind = "cases.take-back";

    public string Kind => JobKind;

    public Task RunAsync(JsonElement payload, CancellationToken cancellationToken) =>
        run.RunAsync(payload.Deserialize<UpratingJob.Work>()!, UpratingChunk.TakeBack, (order, program, township) => ReturnAsync(order, program, township, cancellationToken), cancellationToken);

    private async Task<UpratingTally> ReturnAsync(UpratingOrder order, IAssistanceProgram program, string township, CancellationToken cancellationToken)
    {
        var (now, before) = (county.Book(order.PolicyCode), county.Book(order.PolicyCode, order.WithdrawnAt!.Value.AddTicks(-10)));
        var month = order.FirstMonth;
        var ordered = await entitlements.IsOrderedAsync(program.Code, month, cancellationToken);
        // The clock is read after the wait for a seal.
        var late = month <= BenefitMonth.Of(time.Today()) ? $"{month} 已经开始" : ordered ? $"{month} 的批次已经封存，按撤销的标准发放" : null;
        var known = await run.CasesAsync(program, township, cancellationToken);
        Guid[] ids = [.. known.Select(k => k.File.Id)];
        var recorded = await entitlements.OfCasesAsync(ids, cancellationToken);
        var raises = await db.UpratingRaises.AsNoTracking().Where(r => r.VersionId == order.VersionId && r.FirstDay == order.FirstDay && ids.Contains(r.CaseId)).ToDictionaryAsync(r => r.CaseId, r => r.DeterminationId, cancellationToken);
        var (back, review) = (new List<Guid>(), 0);
        foreach (var (file, history) in known)
        {
            if (raises.TryGetValue(file.Id, out var raise) && file.DeterminationId == raise && late is null)
            {
                run.Determine(file, program, history, month, "standard-back");
                desk.Tell(file, "standard-taken-back", $"第 {order.Number} 号标准版本在施行前撤销，恢复原待遇；{month} 起原定的调整不再执行");
                back.Add(raise);
                continue;
            }

            var without = program.Project(history.History, new(order.PolicyCode, month, Book: before, Explains: false));
            var due = program.Project(history.History, new(order.PolicyCode, month, Book: now, Explains: false));
            var record = recorded.GetValueOrDefault(file.Id, []);
            if (BenefitDifferences.Same(record, without.Spans, month, month) && !BenefitDifferences.Same(record, due.Spans, month, month))
            {
                review++;
                var reason = late ?? "此后另有决定，决定时按撤销的标准测算";
                desk.Tell(file, "standard-review", $"第 {order.Number} 号标准版本已撤销，这户没有恢复：{reason}。待遇没有改动");
                run.Wait(order, file, UpratingWaits.Withdrawn, reason);
            }
        }

        await db.SaveChangesAsync(cancellationToken);
        if (back.Count > 0)
        {
            await mediator.Publish(new RaisesTakenBack(back, $"第 {order.Number} 号标准版本在施行前撤销"), cancellationToken);
            await expectations.RenewAsync(ids, cancellationToken);
        }

        return new(known.Count, back.Count, 0, review);
    }
}
