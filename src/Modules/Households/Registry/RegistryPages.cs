using Microsoft.EntityFrameworkCore;
using SocialAssistance.Contracts.Households;
using SocialAssistance.Households.Data;

namespace SocialAssistance.Households.Registry;

/// <summary>The pages of the registry some changes touch, read at once: households, everybody who ever belonged to them, and whoever joins with the household he leaves.</summary>
internal sealed record RegistryPages(Dictionary<Guid, Household> Households, List<Member> Members, Dictionary<Guid, Person> Persons, HashSet<Guid> Places)
{
    /// <summary>Crosses areas on purpose: a family that moves leaves the area of whoever decides.</summary>
    public static async Task<RegistryPages> ReadAsync(HouseholdsDb db, IReadOnlyList<HouseholdChange> changes, CancellationToken cancellationToken)
    {
        var joined = changes.Select(c => c.Joined).OfType<Guid>().ToArray();
        var withdrawn = changes.Select(c => c.Withdrawn).OfType<Guid>().ToArray();
        var left = joined.Length + withdrawn.Length == 0 ? []
            : await db.Members.Where(m => (joined.Contains(m.PersonId) && m.ToDay == null) || withdrawn.Contains(m.PersonId)).Select(m => m.HouseholdId).ToListAsync(cancellationToken);
        var ids = changes.Select(c => c.HouseholdId).Concat(left).Distinct().ToArray();
        // Who comes back may have joined another household meanwhile.
        var coming = changes.Select(c => c.Returned).OfType<Guid>().Concat(joined).ToArray();
        var households = await db.Households.IgnoreQueryFilters().Where(h => ids.Contains(h.Id)).ToDictionaryAsync(h => h.Id, cancellationToken);
        var members = await db.Members.Where(m => ids.Contains(m.HouseholdId) || (coming.Contains(m.PersonId) && m.ToDay == null)).ToListAsync(cancellationToken);
        var people = members.Select(m => m.PersonId).Concat(joined).Distinct().ToArray();
        var persons = await db.Persons.IgnoreQueryFilters().Where(p => people.Contains(p.Id)).ToDictionaryAsync(p => p.Id, cancellationToken);
        var places = await db.Residences.Where(r => ids.Contains(r.HouseholdId)).Select(r => r.HouseholdId).Distinct().ToListAsync(cancellationToken);
        return new(households, members, persons, [.. places]);
    }

    public IEnumerable<Member> Current(Guid household) => Members.Where(m => m.HouseholdId == household && m.ToDay is null).ToArray();

    /// <summary>The newest membership of a person in a household.</summary>
    public Member? Last(Guid household, Guid person) => Members.Where(m => m.HouseholdId == household && m.PersonId == person).OrderBy(m => m.ToDay ?? DateOnly.MaxValue).ThenBy(m => m.Id).LastOrDefault();

    /// <summary>The person's last day in the household by its own word; a corrected day takes the place of an older one.</summary>
    public void End(Guid household, Guid person, DateOnly day)
    {
        if (Last(household, person) is { } row)
        {
            (row.ToDay, row.TakenBy) = (day, null);
        }
    }
}
