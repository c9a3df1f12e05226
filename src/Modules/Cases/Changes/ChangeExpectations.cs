using Microsoft.EntityFrameworkCore;
using SocialAssistance.Cases.Data;
using SocialAssistance.Cases.Decisions;

namespace SocialAssistance.Cases.Changes;

/// <summary>
/// Reckons anew what open changes lead to (预计变更后金额) after an order moved the amounts they start from: the amount decides
/// whose desk they lie on.
/// </summary>
internal sealed class ChangeExpectations(CasesDb db, ChangeDesk changes)
{
    /// <summary>Renews those of these cases; few cases of a county have an open change at a time.</summary>
    public async Task RenewAsync(Guid[] caseIds, CancellationToken cancellationToken)
    {
        var open = await db.BenefitChanges.IgnoreQueryFilters().Where(c => caseIds.Contains(c.CaseId) && c.Status == ChangeStatus.Proposed)
            .Join(db.CaseFiles.IgnoreQueryFilters(), c => c.CaseId, f => f.Id, (c, f) => new ChangeOfCase { Change = c, File = f }).ToListAsync(cancellationToken);
        foreach (var known in open)
        {
            known.Change.Expect(await changes.TryAsync(known.File, known.Change, cancellationToken));
        }

        await db.SaveChangesAsync(cancellationToken);
    }
}
