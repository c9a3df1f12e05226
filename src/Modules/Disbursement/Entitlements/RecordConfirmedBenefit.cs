using MediatR;
using SocialAssistance.Contracts.Cases;
using SocialAssistance.Disbursement.Data;
using SocialAssistance.Platform.Security;

namespace SocialAssistance.Disbursement.Entitlements;

/// <summary>A confirmed case becomes entitlements and a payee in the same transaction as the decision.</summary>
internal sealed class RecordConfirmedBenefit(DisbursementDb db, EntitlementBook book, ICases cases, ICurrentUser user, TimeProvider time) : INotificationHandler<CaseConfirmed>
{
    public async Task Handle(CaseConfirmed confirmed, CancellationToken cancellationToken)
    {
        await book.HoldAsync(cancellationToken);
        var now = time.GetUtcNow();
        foreach (var amount in confirmed.Amounts.Where(a => a.Amount > 0))
        {
            db.Add(new Entitlement
            {
                Id = Guid.CreateVersion7(), HouseholdId = confirmed.HouseholdId, CaseId = confirmed.CaseId, CaseNumber = confirmed.CaseNumber,
                DivisionCode = confirmed.DivisionCode, Program = confirmed.Program, HeadName = confirmed.HeadName,
                PersonId = amount.PersonId, PersonName = amount.PersonName, IdNumber = amount.IdNumber, Benefit = amount.Benefit, Area = confirmed.Area,
                Amount = amount.Amount, Basis = amount.Basis, Explanation = confirmed.Explanation, FromMonth = confirmed.StartMonth.FirstDay,
                Cause = Causes.Added, DeterminationId = confirmed.DeterminationId, RecordedAt = now, RecordedByName = user.Name,
            });
        }

        if (confirmed.Payee is { Account.Length: > 0 } payee)
        {
            db.Add(new Payee
            {
                Id = Guid.CreateVersion7(), HouseholdId = confirmed.HouseholdId, CaseId = confirmed.CaseId, DivisionCode = confirmed.DivisionCode,
                Holder = payee.Holder, HolderIdNumber = await HolderIdNumberAsync(confirmed, payee.Holder, cancellationToken), Bank = payee.Bank, Account = payee.Account,
                Cause = "confirmed", RecordedAt = now, RecordedByName = user.Name,
            });
        }

        await db.SaveChangesAsync(cancellationToken);
    }

    // The account may belong to a member who is not covered; the applicant is known to the case.
    private async Task<string?> HolderIdNumberAsync(CaseConfirmed confirmed, string holder, CancellationToken cancellationToken) =>
        confirmed.Amounts.FirstOrDefault(a => a.PersonName == holder && a.IdNumber is not null)?.IdNumber
        ?? (await cases.FindAsync(confirmed.CaseId, cancellationToken) is { } header && header.ApplicantName == holder ? header.ApplicantIdNumber : null);
}
