using Microsoft.EntityFrameworkCore;
using SocialAssistance.Contracts.Cases;
using SocialAssistance.Contracts.Households;
using SocialAssistance.Households.Data;

namespace SocialAssistance.Households.Registry;

/// <summary>Keeps one person per identity number and one current household per person.</summary>
internal sealed class HouseholdRegistry(HouseholdsDb db) : IHouseholds
{
    public async Task<RegisteredHousehold> RegisterAsync(string divisionCode, CaseFacts facts, DateOnly from, CancellationToken cancellationToken)
    {
        var known = await KnownPersonsAsync(facts, cancellationToken);
        var members = facts.Members.Select(m => m with { PersonId = Remember(m, known, divisionCode).Id }).ToArray();
        var headId = members.Single(m => m.Relation == "head").PersonId;
        var personIds = members.Select(m => m.PersonId).ToArray();

        // Registration crosses areas on purpose: a person who moved here is the same person.
        var household = await db.Households.IgnoreQueryFilters().FirstOrDefaultAsync(h => h.HeadPersonId == headId, cancellationToken);
        var current = await db.Members.Where(m => m.ToDay == null && (personIds.Contains(m.PersonId) || (household != null && m.HouseholdId == household.Id))).ToListAsync(cancellationToken);
        household = Settle(household, divisionCode, facts, members, headId);
        await EndAsync([.. current.Where(m => !StaysAs(m, household.Id, members))], household.Id, from, cancellationToken);
        db.AddRange(members.Where(m => m.LivesTogether || m.Relation is "head" or "spouse")
            .Where(m => !current.Any(c => c.PersonId == m.PersonId && StaysAs(c, household.Id, members)))
            .Select(m => new Member { Id = Guid.CreateVersion7(), HouseholdId = household.Id, PersonId = m.PersonId, Relation = m.Relation, FromDay = from }));
        await db.SaveChangesAsync(cancellationToken);
        return new(household.Id, facts with { Members = members });
    }

    public async Task<IReadOnlyList<HouseholdMention>> MentionsAsync(IReadOnlyList<string> idNumbers, CancellationToken cancellationToken) =>
        await (from person in db.Persons.IgnoreQueryFilters().AsNoTracking()
               where person.IdNumber != null && idNumbers.Contains(person.IdNumber)
               join member in db.Members on person.Id equals member.PersonId
               where member.ToDay == null
               join household in db.Households.IgnoreQueryFilters() on member.HouseholdId equals household.Id
               select new HouseholdMention(household.Id, household.DivisionCode, person.IdNumber!, household.HeadName, member.Relation))
            .Take(50).ToListAsync(cancellationToken);

    public async Task<IReadOnlyList<HouseholdMember>> MembersAsync(IReadOnlyList<string> idNumbers, CancellationToken cancellationToken) =>
        await (from person in db.Persons.IgnoreQueryFilters().AsNoTracking()
               where person.IdNumber != null && idNumbers.Contains(person.IdNumber)
               join member in db.Members on person.Id equals member.PersonId
               where member.ToDay == null
               orderby person.IdNumber
               select new HouseholdMember(person.IdNumber!, person.Name, member.HouseholdId)).ToListAsync(cancellationToken);

    private async Task<Dictionary<string, Person>> KnownPersonsAsync(CaseFacts facts, CancellationToken cancellationToken)
    {
        var numbers = facts.Members.Select(m => m.IdNumber).OfType<string>().ToArray();
        return await db.Persons.IgnoreQueryFilters().Where(p => p.IdNumber != null && numbers.Contains(p.IdNumber)).ToDictionaryAsync(p => p.IdNumber!, cancellationToken);
    }

    private Person Remember(MemberFacts facts, Dictionary<string, Person> known, string divisionCode)
    {
        if (facts.IdNumber is { } number && known.TryGetValue(number, out var person))
        {
            (person.Name, person.Phone, person.DivisionCode) = (facts.Name, facts.Phone ?? person.Phone, divisionCode);
            person.Version++;
            return person;
        }

        person = new Person
        {
            Id = facts.PersonId == Guid.Empty ? Guid.CreateVersion7() : facts.PersonId, IdNumber = facts.IdNumber, Name = facts.Name, Male = facts.Male,
            BirthDate = facts.BirthDate, Phone = facts.Phone, DivisionCode = divisionCode,
        };
        db.Add(person);
        return person;
    }

    private Household Settle(Household? household, string divisionCode, CaseFacts facts, IReadOnlyCollection<MemberFacts> members, Guid headId)
    {
        var count = members.Count(m => m.LivesTogether || m.Relation is "head" or "spouse");
        if (household is null)
        {
            household = new Household { Id = Guid.CreateVersion7(), DivisionCode = divisionCode, HeadPersonId = headId, HeadName = members.First(m => m.PersonId == headId).Name, Area = facts.Area, Address = facts.Address, MemberCount = count };
            db.Add(household);
            return household;
        }

        (household.DivisionCode, household.HeadName, household.Area, household.Address, household.MemberCount) =
            (divisionCode, members.First(m => m.PersonId == headId).Name, facts.Area, facts.Address, count);
        household.Version++;
        return household;
    }

    private static bool StaysAs(Member current, Guid householdId, IEnumerable<MemberFacts> members) =>
        current.HouseholdId == householdId && members.Any(m => m.PersonId == current.PersonId && m.Relation == current.Relation);

    private async Task EndAsync(IReadOnlyCollection<Member> leaving, Guid householdId, DateOnly from, CancellationToken cancellationToken)
    {
        foreach (var member in leaving)
        {
            member.ToDay = from.AddDays(-1);
        }

        // The old membership must end in the database before the new one begins: nobody belongs to two households.
        await db.SaveChangesAsync(cancellationToken);
        var left = leaving.Select(m => m.HouseholdId).Where(id => id != householdId).Distinct().ToArray();
        foreach (var other in left.Length == 0 ? [] : await db.Households.IgnoreQueryFilters().Where(h => left.Contains(h.Id))
            .Select(h => new { Household = h, Left = db.Members.Count(m => m.HouseholdId == h.Id && m.ToDay == null) }).ToListAsync(cancellationToken))
        {
            other.Household.MemberCount = other.Left;
            other.Household.Version++;
        }
    }
}
