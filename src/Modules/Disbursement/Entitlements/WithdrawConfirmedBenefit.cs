using MediatR;
using Microsoft.EntityFrameworkCore;
using SocialAssistance.Contracts.Cases;
using SocialAssistance.Disbursement.Data;

namespace SocialAssistance.Disbursement.Entitlements;

/// <summary>A withdrawn confirmation takes its entitlements back as a whole; a roster made meanwhile is found stale and made anew.</summary>
internal sealed class WithdrawConfirmedBenefit(DisbursementDb db, EntitlementBook book, TimeProvider time) : INotificationHandler<CaseConfirmationWithdrawn>
{
    public async Task Handle(CaseConfirmationWithdrawn withdrawn, CancellationToken cancellationToken)
    {
        await book.HoldAsync(cancellationToken);
        if (await book.IsSealedAsync(withdrawn.CaseId, cancellationToken))
        {
            throw new InvalidOperationException("A sealed roster pays this case. Ask IEntitlements.IsSealedAsync before withdrawing.");
        }

        var open = await db.Entitlements.IgnoreQueryFilters().AsNoTracking()
            .Where(e => e.CaseId == withdrawn.CaseId && !db.EntitlementEndings.Any(x => x.EntitlementId == e.Id && x.LastMonth < e.FromMonth))
            .Select(e => new { e.Id, e.FromMonth })
            .ToListAsync(cancellationToken);
        foreach (var entitlement in open)
        {
            book.End(entitlement.Id, entitlement.FromMonth.AddMonths(-1), "withdrawn", withdrawn.Reason, time.GetUtcNow(), RevisionGrounds.Withdrawn, null);
        }

        await db.SaveChangesAsync(cancellationToken);
    }
}
