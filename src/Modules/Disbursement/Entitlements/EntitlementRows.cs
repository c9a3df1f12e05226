using Microsoft.EntityFrameworkCore;
using SocialAssistance.Disbursement.Data;

namespace SocialAssistance.Disbursement.Entitlements;

/// <summary>An entitlement with its last month, endings counted in; rows that never were are left out.</summary>
internal sealed record KnownEntitlement(Entitlement Row, DateOnly? Last)
{
    public bool Covers(DateOnly month) => Row.FromMonth <= month && (Last is not { } last || month <= last);
}

/// <summary>Reads what a case is due.</summary>
internal static class EntitlementRows
{
    public static async Task<IReadOnlyList<KnownEntitlement>> OfCaseAsync(DisbursementDb db, Guid caseId, CancellationToken cancellationToken) =>
        [.. (await OfCasesAsync(db, [caseId], cancellationToken))[caseId]];

    /// <summary>The same for many cases in one question.</summary>
    public static async Task<ILookup<Guid, KnownEntitlement>> OfCasesAsync(DisbursementDb db, Guid[] caseIds, CancellationToken cancellationToken)
    {
        var rows = await db.Entitlements.IgnoreQueryFilters().AsNoTracking().Where(e => caseIds.Contains(e.CaseId)).OrderBy(e => e.FromMonth).ThenBy(e => e.Id)
            .Select(e => new { Row = e, Last = db.EntitlementEndings.Where(x => x.EntitlementId == e.Id).Min(x => (DateOnly?)x.LastMonth) })
            .ToListAsync(cancellationToken);
        return rows.Where(r => r.Last is not { } last || last >= r.Row.FromMonth).Select(r => new KnownEntitlement(r.Row, r.Last)).ToLookup(k => k.Row.CaseId);
    }
}
