using Microsoft.EntityFrameworkCore;
using SocialAssistance.Contracts.Households;
using SocialAssistance.Disbursement.Data;

namespace SocialAssistance.Disbursement.Hints;

/// <summary>
/// Households of persons with an open death hint, as the registry knows them: a line for a household as a whole names nobody,
/// and a member may never have had a benefit of his own.
/// </summary>
internal sealed class HintedMembers(DisbursementDb db, IHouseholds households)
{
    /// <summary>Identity numbers, names and households, as parameters of <see cref="Rosters.FindingSql.Hinted"/>.</summary>
    public async Task<object?[]> ParametersAsync(CancellationToken cancellationToken)
    {
        var numbers = await db.DeathHints.AsNoTracking().Where(h => h.ClearedAt == null).Select(h => h.IdNumber).Distinct().ToListAsync(cancellationToken);
        var members = numbers.Count == 0 ? [] : await households.MembersAsync(numbers, cancellationToken);
        return [members.Select(m => m.IdNumber).ToArray(), members.Select(m => m.Name).ToArray(), members.Select(m => m.HouseholdId).ToArray()];
    }
}
