using MediatR;
using Microsoft.EntityFrameworkCore;
using SocialAssistance.Contracts.Cases;
using SocialAssistance.Disbursement.Data;
using SocialAssistance.Platform.Security;

namespace SocialAssistance.Disbursement.Entitlements;

/// <summary>
/// A raise for months ahead that is taken back: its rows never were, and the rows it had ended go on from where it ended
/// them. The database refuses it for a month that has begun, or below what was recorded before.
/// </summary>
internal sealed class TakeBackRaises(DisbursementDb db, EntitlementBook book, ICurrentUser user, TimeProvider time) : INotificationHandler<RaisesTakenBack>
{
    public async Task Handle(RaisesTakenBack taken, CancellationToken cancellationToken)
    {
        await book.HoldAsync(cancellationToken);
        Guid[] determinations = [.. taken.Determinations];
        var raised = await db.Entitlements.IgnoreQueryFilters().AsNoTracking()
            .Where(e => determinations.Contains(e.DeterminationId) && e.Cause == Causes.Standard && !db.EntitlementEndings.Any(x => x.EntitlementId == e.Id && x.LastMonth < e.FromMonth))
            .ToListAsync(cancellationToken);
        // Everything a raise does to a case is recorded at one moment.
        var moments = raised.GroupBy(e => e.CaseId).ToDictionary(g => g.Key, g => g.Max(e => e.RecordedAt));
        Guid[] cases = [.. moments.Keys];
        var rows = await db.Entitlements.IgnoreQueryFilters().AsNoTracking().Where(e => cases.Contains(e.CaseId)).ToListAsync(cancellationToken);
        var endings = (await db.EntitlementEndings.AsNoTracking().Where(x => db.Entitlements.IgnoreQueryFilters().Any(e => e.Id == x.EntitlementId && cases.Contains(e.CaseId))).ToListAsync(cancellationToken)).ToLookup(x => x.EntitlementId);
        var now = time.GetUtcNow();
        foreach (var row in raised)
        {
            book.End(row.Id, row.FromMonth.AddMonths(-1), Causes.Standard, taken.Reason, now, RevisionGrounds.NotInForce, null);
        }

        foreach (var row in rows.Where(r => r.RecordedAt < moments[r.CaseId]))
        {
            if (endings[row.Id].FirstOrDefault(x => x.RecordedAt == moments[row.CaseId]) is { } ending)
            {
                Restore(row, ending, endings[row.Id].Where(x => x.Id != ending.Id).Min(x => (DateOnly?)x.LastMonth), taken.Reason, now);
            }
        }

        await db.SaveChangesAsync(cancellationToken);
    }

    private void Restore(Entitlement row, EntitlementEnding ending, DateOnly? last, string reason, DateTimeOffset now)
    {
        var first = ending.LastMonth < row.FromMonth ? row.FromMonth : ending.LastMonth.AddMonths(1);
        if (last < first)
        {
            return;
        }

        var again = new Entitlement
        {
            Id = Guid.CreateVersion7(), HouseholdId = row.HouseholdId, CaseId = row.CaseId, CaseNumber = row.CaseNumber, DivisionCode = row.DivisionCode, Program = row.Program, HeadName = row.HeadName,
            PersonId = row.PersonId, PersonName = row.PersonName, IdNumber = row.IdNumber, Benefit = row.Benefit, Area = row.Area, Amount = row.Amount, Basis = row.Basis, Explanation = row.Explanation,
            FromMonth = first, SettledThrough = row.SettledThrough, Cause = Causes.Standard, DeterminationId = row.DeterminationId, RecordedAt = now, RecordedByName = user.Name,
        };
        db.Add(again);
        if (last is { } planned)
        {
            book.End(again.Id, planned, Causes.Standard, reason, now, "planned", null);
        }
    }
}
