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
    public async Task<IReadOnlyList<ActiveBenefit>> ActiveAsync(IReadOnlyList<string> idNumbers, CancellationToken cancellationToken)
    {
        // A benefit confirmed this month starts next month and already forbids a second one.
        await using var command = await unitOfWork.CommandAsync("""
            select e.id_number, e.benefit, e.division_code, e.from_month, e.amount, e.case_id
            from disbursement.entitlements e
            where e.id_number = any($1)
              and not exists (select from disbursement.entitlement_endings x where x.entitlement_id = e.id and (x.last_month < $2 or x.last_month < e.from_month))
            order by e.id_number, e.from_month
            """, [idNumbers.ToArray(), time.Today().FirstOfMonth()], cancellationToken);
        await using var reader = await command.ExecuteReaderAsync(cancellationToken);
        var active = new List<ActiveBenefit>();
        while (await reader.ReadAsync(cancellationToken))
        {
            var benefit = reader.GetString(1);
            active.Add(new(reader.GetString(0), benefit, BenefitNames.Of(benefit), reader.GetString(2),
                BenefitMonth.Of(reader.GetFieldValue<DateOnly>(3)).ToString(), reader.GetDecimal(4), reader.GetGuid(5)));
        }

        return active;
    }

    public async Task<IReadOnlyList<BenefitSpan>> OfCaseAsync(Guid caseId, CancellationToken cancellationToken) =>
        [.. (await EntitlementRows.OfCaseAsync(db, caseId, cancellationToken)).Select(Span)];

    public async Task<IReadOnlyDictionary<Guid, IReadOnlyList<BenefitSpan>>> OfCasesAsync(IReadOnlyCollection<Guid> caseIds, CancellationToken cancellationToken) =>
        (await EntitlementRows.OfCasesAsync(db, [.. caseIds], cancellationToken)).ToDictionary(c => c.Key, c => (IReadOnlyList<BenefitSpan>)[.. c.Select(Span)]);

    private static BenefitSpan Span(KnownEntitlement known) => new(
        known.Row.PersonId, known.Row.PersonName, known.Row.IdNumber, known.Row.Benefit, known.Row.Amount, known.Row.Basis,
        BenefitMonth.Of(known.Row.FromMonth), known.Last is { } last ? BenefitMonth.Of(last) : null);

    public Task<bool> IsSealedAsync(Guid caseId, CancellationToken cancellationToken) => book.IsSealedAsync(caseId, cancellationToken);
}
