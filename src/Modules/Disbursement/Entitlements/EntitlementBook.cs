using Microsoft.EntityFrameworkCore;
using SocialAssistance.Disbursement.Data;
using SocialAssistance.Platform.Data;
using SocialAssistance.Platform.Security;

namespace SocialAssistance.Disbursement.Entitlements;

/// <summary>Adds and ends entitlements. Whoever changes what is due holds a roster's seal off until the change is committed.</summary>
internal sealed class EntitlementBook(DisbursementDb db, UnitOfWork unitOfWork, ICurrentUser user)
{
    private const int LockSpace = 5760;

    /// <summary>Taken by everything that changes what is due; many may hold it together.</summary>
    public Task HoldAsync(CancellationToken cancellationToken) =>
        unitOfWork.ExecuteAsync($"select pg_advisory_xact_lock_shared({LockSpace}, 1)", [], cancellationToken);

    /// <summary>Taken while a roster is sealed: waits for open changes and keeps new ones waiting.</summary>
    public Task HoldForSealAsync(CancellationToken cancellationToken) =>
        unitOfWork.ExecuteAsync($"select pg_advisory_xact_lock({LockSpace}, 1)", [], cancellationToken);

    /// <summary>Notes the last month of an entitlement; a month before its first one takes it back as a whole.</summary>
    public void End(Guid entitlementId, DateOnly lastMonth, string cause, string reason, DateTimeOffset at, string ground, Guid? hearingId) => db.Add(new EntitlementEnding
    {
        Id = Guid.CreateVersion7(), EntitlementId = entitlementId, LastMonth = lastMonth, Cause = cause, Reason = reason, Ground = ground, HearingId = hearingId,
        RecordedAt = at, RecordedByName = user.Name,
    });

    /// <summary>Whether a sealed roster already holds money of the case.</summary>
    public Task<bool> IsSealedAsync(Guid caseId, CancellationToken cancellationToken) => db.RosterOrders.IgnoreQueryFilters()
        .AnyAsync(o => o.CaseId == caseId && db.Rosters.Any(r => r.Id == o.RosterId && r.SealedAt != null), cancellationToken);
}
