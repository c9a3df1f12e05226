using MediatR;
using Microsoft.EntityFrameworkCore;
using SocialAssistance.Contracts.Cases;
using SocialAssistance.Disbursement.Data;
using SocialAssistance.Platform.Data;
using SocialAssistance.Platform.Security;

namespace SocialAssistance.Disbursement.Entitlements;

/// <summary>
/// A family that moved takes its account, what was asked about it and the claims against it along, so that the new township
/// sees them. What was paid stays with the township that paid; what is due changed its place with the decision.
/// </summary>
internal sealed class FollowRelocations(DisbursementDb db, UnitOfWork unitOfWork, ICurrentUser user, TimeProvider time) : INotificationHandler<CasesRelocated>
{
    public async Task Handle(CasesRelocated relocated, CancellationToken cancellationToken)
    {
        object?[] moves = [relocated.Cases.Select(c => c.CaseId).ToArray(), relocated.Cases.Select(c => c.DivisionCode).ToArray()];
        foreach (var table in (string[])["overpayments", "payee_changes"])
        {
            await unitOfWork.ExecuteAsync($"update disbursement.{table} t set division_code = m.village from unnest($1::uuid[], $2::text[]) m (case_id, village) where t.case_id = m.case_id and t.division_code <> m.village", moves, cancellationToken);
        }

        // Accounts are appended: the newest row of a household is the one in use.
        var villages = relocated.Cases.ToLookup(c => c.HouseholdId, c => c.DivisionCode);
        var households = villages.Select(v => v.Key).ToArray();
        var payees = await db.Payees.IgnoreQueryFilters().AsNoTracking().Where(p => households.Contains(p.HouseholdId)).ToListAsync(cancellationToken);
        foreach (var payee in payees.GroupBy(p => p.HouseholdId).Select(g => g.OrderBy(p => p.RecordedAt).ThenBy(p => p.Id).Last()).Where(p => p.DivisionCode != villages[p.HouseholdId].Last()))
        {
            db.Add(new Payee
            {
                Id = Guid.CreateVersion7(), HouseholdId = payee.HouseholdId, CaseId = payee.CaseId, DivisionCode = villages[payee.HouseholdId].Last(), Holder = payee.Holder, HolderIdNumber = payee.HolderIdNumber,
                Bank = payee.Bank, Account = payee.Account, Cause = "moved", ChangeId = payee.ChangeId, RecordedAt = time.GetUtcNow(), RecordedByName = user.Name,
            });
        }

        await db.SaveChangesAsync(cancellationToken);
    }
}
