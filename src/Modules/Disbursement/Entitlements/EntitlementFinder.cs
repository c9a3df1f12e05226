using Microsoft.EntityFrameworkCore;
using SocialAssistance.Contracts.Disbursement;
using SocialAssistance.Contracts.Programs;
using SocialAssistance.Disbursement.Data;
using SocialAssistance.Platform.Data;
using SocialAssistance.Platform.Time;
using SocialAssistance.Rules.Values;

namespace SocialAssistance.Disbursement.Entitlements;

/// <summary>Answers other modules' questions about benefits in force, across all areas.</summary>
internal sealed class EntitlementFinder(UnitOfWork unitOfWork, DisbursementDb db, EntitlementBook book, TimeProvider time) : IEntitlements
{
    public Task<IReadOnlyList<ActiveBenefit>> ActiveAsync(IReadOnlyList<string> idNumbers, CancellationToken cancellationToken) =>
        SinceAsync(idNumbers, BenefitMonth.Of(time.Today()), cancellationToken);

    public async Task<IReadOnlyList<ActiveBenefit>> SinceAsync(IReadOnlyList<string> idNumbers, BenefitMonth first, CancellationToken cancellationToken)
    {
        // A benefit confirmed this month starts next month and already forbids a second one.
        await using var command = await unitOfWork.CommandAsync("""
            select e.id_number, e.benefit, e.division_code, e.from_month, e.amount, e.case_id,
                (select min(x.last_month) from disbursement.entitlement_endings x where x.entitlement_id = e.id)
            from disbursement.entitlements e
            where e.id_number = any($1)
              and not exists (select from disbursement.entitlement_endings x where x.entitlement_id = e.id and (x.last_month < $2 or x.last_month < e.from_month))
            order by e.id_number, e.from_month
            """, [idNumbers.ToArray(), first.FirstDay], cancellationToken);
        await using var reader = await command.ExecuteReaderAsync(cancellationToken);
        var active = new List<ActiveBenefit>();
        while (await reader.ReadAsync(cancellationToken))
        {
            var benefit = reader.GetString(1);
            active.Add(new(reader.GetString(0), benefit, BenefitNames.Of(benefit), reader.GetString(2),
                BenefitMonth.Of(reader.GetFieldValue<DateOnly>(3)).ToString(), reader.GetDecimal(4), reader.GetGuid(5),
                reader.IsDBNull(6) ? null : BenefitMonth.Of(reader.GetFieldValue<DateOnly>(6))));
        }

        return active;
    }

    public async Task<IReadOnlyList<BenefitSpan>> OfCaseAsync(Guid caseId, CancellationToken cancellationToken) =>
        [.. (await EntitlementRows.OfCaseAsync(db, caseId, cancellationToken)).Select(Span)];

    public async Task<IReadOnlyDictionary<Guid, IReadOnlyList<BenefitSpan>>> OfCasesAsync(IReadOnlyCollection<Guid> caseIds, CancellationToken cancellationToken)
    {
        // Read by hand and without the explanations: runs over the county ask for every entitlement there is.
        await using var command = await unitOfWork.CommandAsync("""
            select e.case_id, e.person_id, e.person_name, e.id_number, e.benefit, e.amount, e.basis, e.from_month, x.last_month
            from disbursement.entitlements e
            left join lateral (select min(x.last_month) as last_month from disbursement.entitlement_endings x where x.entitlement_id = e.id) x on true
            where e.case_id = any($1) and (x.last_month is null or x.last_month >= e.from_month)
            order by e.case_id, e.from_month, e.id
            """, [caseIds.ToArray()], cancellationToken);
        await using var row = await command.ExecuteReaderAsync(cancellationToken);
        var spans = new Dictionary<Guid, IReadOnlyList<BenefitSpan>>(caseIds.Count);
        while (await row.ReadAsync(cancellationToken))
        {
            var id = row.GetGuid(0);
            if (!spans.TryGetValue(id, out var known))
            {
                spans[id] = known = new List<BenefitSpan>(4);
            }

            ((List<BenefitSpan>)known).Add(new(
                row.IsDBNull(1) ? null : row.GetGuid(1), row.GetString(2), row.IsDBNull(3) ? null : row.GetString(3), row.GetString(4), row.GetDecimal(5), row.GetString(6),
                BenefitMonth.Of(row.GetFieldValue<DateOnly>(7)), row.IsDBNull(8) ? null : BenefitMonth.Of(row.GetFieldValue<DateOnly>(8))));
        }

        return spans;
    }

    private static BenefitSpan Span(KnownEntitlement known) => new(
        known.Row.PersonId, known.Row.PersonName, known.Row.IdNumber, known.Row.Benefit, known.Row.Amount, known.Row.Basis,
        BenefitMonth.Of(known.Row.FromMonth), known.Last is { } last ? BenefitMonth.Of(last) : null);

    public async Task<bool> IsSealedAsync(Guid caseId, CancellationToken cancellationToken)
    {
        // Whoever asks is about to take something back: a seal at the same moment is waited for, and answered with a sentence.
        await book.HoldAsync(cancellationToken);
        return await book.IsSealedAsync(caseId, cancellationToken);
    }

    public async Task<bool> IsOrderedAsync(string program, BenefitMonth month, CancellationToken cancellationToken)
    {
        await book.HoldAsync(cancellationToken);
        return await db.Rosters.AnyAsync(r => r.Program == program && r.Kind == Roster.Monthly && r.SealedAt != null && r.Month >= month.FirstDay, cancellationToken);
    }
}
