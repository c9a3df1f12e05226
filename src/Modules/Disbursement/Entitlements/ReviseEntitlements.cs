using MediatR;
using SocialAssistance.Contracts.Cases;
using SocialAssistance.Contracts.Programs;
using SocialAssistance.Disbursement.Data;
using SocialAssistance.Platform.Security;
using SocialAssistance.Platform.Time;
using SocialAssistance.Rules.Values;

namespace SocialAssistance.Disbursement.Entitlements;

/// <summary>
/// A revised timeline becomes entitlements: per person and benefit, from the first month that differs, the open rows end
/// and new ones begin. What is the same stays. Nobody loses without a ground; this is the only way to lower a benefit.
/// </summary>
internal sealed class ReviseEntitlements(DisbursementDb db, EntitlementBook book, ICurrentUser user, TimeProvider time) : INotificationHandler<BenefitTimelineRevised>, INotificationHandler<BenefitTimelinesRevised>
{
    public Task Handle(BenefitTimelineRevised revised, CancellationToken cancellationToken) => Handle(new BenefitTimelinesRevised([revised]), cancellationToken);

    public async Task Handle(BenefitTimelinesRevised revisions, CancellationToken cancellationToken)
    {
        await book.HoldAsync(cancellationToken);
        var known = await EntitlementRows.OfCasesAsync(db, [.. revisions.Cases.Select(c => c.CaseId)], cancellationToken);
        foreach (var revised in revisions.Cases)
        {
            Revise(revised, [.. known[revised.CaseId]]);
        }

        await db.SaveChangesAsync(cancellationToken);
    }

    private void Revise(BenefitTimelineRevised revised, IReadOnlyList<KnownEntitlement> known)
    {
        RefuseSilentLoss(revised, known);
        var settled = known.Max(k => k.Row.SettledThrough);
        var now = time.GetUtcNow();
        foreach (var key in known.Select(k => (k.Row.PersonId, k.Row.Benefit)).Union(revised.Lines.Select(l => (l.PersonId, l.Benefit))))
        {
            var rows = known.Where(k => (k.Row.PersonId, k.Row.Benefit) == key).ToArray();
            var lines = revised.Lines.Where(l => (l.PersonId, l.Benefit) == key && l.Amount > 0).ToArray();
            Revise(revised, rows, lines, settled, now);
        }
    }

    private void Revise(BenefitTimelineRevised revised, KnownEntitlement[] rows, BenefitSpan[] lines, DateOnly? settled, DateTimeOffset now)
    {
        var present = time.Today().FirstOfMonth();
        var months = new MonthAmounts(rows, lines, revised.From.FirstDay, settled, month => month < present ? null : revised.PlaceIn(BenefitMonth.Of(month)));
        foreach (var (first, last, more) in months.Raises(settled))
        {
            // These months were paid elsewhere; only what is due on top of that is paid here.
            Append(revised, lines.First(l => Covers(l, first)) with { Amount = more }, first, last, now);
        }

        if (months.FirstDifference(settled) is not { } begin)
        {
            return;
        }

        foreach (var row in rows.Where(r => r.Last is not { } last || last >= begin))
        {
            book.End(row.Row.Id, (row.Row.FromMonth < begin ? begin : row.Row.FromMonth).AddMonths(-1), lines.Length == 0 ? Causes.Stopped : revised.Cause, revised.Reason, now, GroundOf(revised), HearingOf(revised));
        }

        foreach (var line in lines.Where(l => l.Last is not { } last || last.FirstDay >= begin))
        {
            Append(revised, line, line.From.FirstDay < begin ? begin : line.From.FirstDay, line.Last?.FirstDay, now);
        }
    }

    // A row belongs to one township: where a move is ahead, another row goes on from its month.
    private void Append(BenefitTimelineRevised revised, BenefitSpan line, DateOnly first, DateOnly? last, DateTimeOffset now)
    {
        if (revised.Moves.Select(m => m.From.FirstDay).FirstOrDefault(day => day > first && (last is not { } end || day <= end)) is var move && move != default)
        {
            Append(revised, line, first, move.AddMonths(-1), now);
            Append(revised, line, move, last, now);
            return;
        }

        var entitlement = new Entitlement
        {
            Id = Guid.CreateVersion7(), HouseholdId = revised.HouseholdId, CaseId = revised.CaseId, CaseNumber = revised.CaseNumber, DivisionCode = revised.PlaceIn(BenefitMonth.Of(first)),
            Program = revised.Program, HeadName = revised.HeadName, PersonId = line.PersonId, PersonName = line.PersonName, IdNumber = line.IdNumber, Benefit = line.Benefit,
            Area = revised.Area, Amount = line.Amount, Basis = line.Basis, Explanation = revised.Explanation, FromMonth = first, Cause = revised.Cause,
            DeterminationId = revised.DeterminationId, RecordedAt = now, RecordedByName = user.Name,
        };
        db.Add(entitlement);
        if (last is { } through)
        {
            book.End(entitlement.Id, through, revised.Cause, revised.Reason, now, "planned", null);
        }
    }

    private static void RefuseSilentLoss(BenefitTimelineRevised revised, IReadOnlyList<KnownEntitlement> known)
    {
        if (revised.Ground == RevisionGrounds.VoluntaryExit || (revised.Ground == RevisionGrounds.Hearing && revised.HearingId is not null))
        {
            return;
        }

        var before = known.Select(k => new BenefitSpan(
            k.Row.PersonId, k.Row.PersonName, null, k.Row.Benefit, k.Row.Amount, k.Row.Basis, BenefitMonth.Of(k.Row.FromMonth), k.Last is { } last ? BenefitMonth.Of(last) : null));
        if (BenefitSpans.Losses([.. before], revised.Lines, revised.From, revised.Deaths).Count > 0)
        {
            throw new HearingMissingException(revised.CaseNumber);
        }
    }

    // The row of a dead person ends without making room for another one.
    private static string GroundOf(BenefitTimelineRevised revised) =>
        revised.Ground == RevisionGrounds.NoLoss && revised.Deaths.Count > 0 ? RevisionGrounds.Death : revised.Ground;

    private static Guid? HearingOf(BenefitTimelineRevised revised) => revised.Ground == RevisionGrounds.Hearing ? revised.HearingId : null;

    private static bool Covers(BenefitSpan line, DateOnly month) => line.From.FirstDay <= month && (line.Last is not { } last || month <= last.FirstDay);
}
