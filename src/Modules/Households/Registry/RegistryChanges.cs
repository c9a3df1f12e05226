using Microsoft.EntityFrameworkCore;
using SocialAssistance.Contracts.Cases;
using SocialAssistance.Contracts.Households;
using SocialAssistance.Households.Data;
using SocialAssistance.Platform.Time;

namespace SocialAssistance.Households.Registry;

/// <summary>Births, deaths, moves and new heads in the registry. A membership ends and another begins; none is rewritten.</summary>
internal sealed class RegistryChanges(HouseholdsDb db, TimeProvider time) : IHouseholdChanges
{
    public async Task FollowAsync(IReadOnlyList<HouseholdChange> changes, CancellationToken cancellationToken)
    {
        var pages = await RegistryPages.ReadAsync(db, changes, cancellationToken);
        foreach (var change in changes)
        {
            Leave(pages, change);
        }

        // Memberships end in the database before others begin: nobody belongs to two households.
        await db.SaveChangesAsync(cancellationToken);
        foreach (var change in changes)
        {
            var household = pages.Households[change.HouseholdId];
            Return(pages, change);
            GoBack(pages, change);
            Join(pages, household, change);
            Relate(pages, household, change);
            Move(pages, household, change);
        }

        // Whoever joined left another household, which is smaller now.
        foreach (var household in pages.Households.Values)
        {
            household.MemberCount = pages.Current(household.Id).Count();
            household.Version++;
        }

        await db.SaveChangesAsync(cancellationToken);
    }

    public async Task ArriveAsync(Guid householdId, CancellationToken cancellationToken)
    {
        var today = time.Today();
        var household = await db.Households.IgnoreQueryFilters().SingleAsync(h => h.Id == householdId, cancellationToken);
        var place = await db.Residences.AsNoTracking().Where(r => r.HouseholdId == householdId && r.FromDay <= today).OrderByDescending(r => r.FromDay).ThenByDescending(r => r.Id).FirstOrDefaultAsync(cancellationToken);
        if (place is not null && (place.DivisionCode, place.Address) != (household.DivisionCode, household.Address))
        {
            var persons = await db.Persons.IgnoreQueryFilters().Where(p => db.Members.Any(m => m.HouseholdId == householdId && m.PersonId == p.Id && m.ToDay == null)).ToListAsync(cancellationToken);
            Settle(household, persons, place);
            household.Version++;
            await db.SaveChangesAsync(cancellationToken);
        }
    }

    public async Task<RegisteredPerson?> PersonAsync(string idNumber, CancellationToken cancellationToken) =>
        await (from person in db.Persons.IgnoreQueryFilters().AsNoTracking()
               where person.IdNumber == idNumber
               let household = db.Members.Where(m => m.PersonId == person.Id && m.ToDay == null).Join(db.Households.IgnoreQueryFilters(), m => m.HouseholdId, h => h.Id, (m, h) => h).FirstOrDefault()
               select new RegisteredPerson(person.Id, person.Name, person.DivisionCode, person.DiedOn, household == null ? null : household.Id, household == null ? null : household.HeadName,
                   db.Members.Where(m => m.PersonId == person.Id).Select(m => m.HouseholdId).Distinct().Count()))
            .FirstOrDefaultAsync(cancellationToken);

    public async Task<HouseholdHistory> HistoryAsync(Guid householdId, CancellationToken cancellationToken)
    {
        // Whoever may open the household's file reads its whole past, wherever it lived.
        var members = await (from member in db.Members.AsNoTracking()
                             where member.HouseholdId == householdId && (member.ToDay == null || member.ToDay >= member.FromDay)
                             join person in db.Persons.IgnoreQueryFilters() on member.PersonId equals person.Id
                             orderby member.FromDay, member.Id
                             select new PastMember(person.Name, member.Relation, member.FromDay, member.ToDay, person.DiedOn)).Take(200).ToListAsync(cancellationToken);
        var places = await db.Residences.AsNoTracking().Where(r => r.HouseholdId == householdId).OrderBy(r => r.FromDay).ThenBy(r => r.Id)
            .Select(r => new PastPlace(r.DivisionCode, r.Address, r.FromDay)).Take(100).ToListAsync(cancellationToken);
        return new(members, places);
    }

    private static void Leave(RegistryPages pages, HouseholdChange change)
    {
        foreach (var (id, day) in change.Deaths)
        {
            pages.End(change.HouseholdId, id, day);
            if (pages.Persons.TryGetValue(id, out var person) && person.DiedOn != day)
            {
                person.DiedOn = day;
                person.Version++;
            }
        }

        foreach (var (id, day) in change.Left.Where(l => !change.Deaths.ContainsKey(l.Key)))
        {
            pages.End(change.HouseholdId, id, day.AddDays(-1));
        }

        // Whoever was named by mistake never belonged to this household.
        if (change.Withdrawn is { } mistaken && pages.Last(change.HouseholdId, mistaken) is { ToDay: null } named)
        {
            named.ToDay = named.FromDay.AddDays(-1);
        }

        // Whoever joins leaves the household he belonged to.
        foreach (var elsewhere in pages.Members.Where(m => m.PersonId == change.Joined && m.HouseholdId != change.HouseholdId && m.ToDay is null))
        {
            (elsewhere.ToDay, elsewhere.TakenBy) = (change.On.AddDays(-1), change.HouseholdId);
        }

        if (change.NewHead)
        {
            foreach (var row in pages.Current(change.HouseholdId).Where(m => change.Facts.Members.Any(f => f.PersonId == m.PersonId && f.Relation != m.Relation)))
            {
                row.ToDay = change.On.AddDays(-1);
            }
        }
    }

    private void Return(RegistryPages pages, HouseholdChange change)
    {
        if (change.Returned is not { } id || !pages.Persons.TryGetValue(id, out var person) || pages.Members.Any(m => m.PersonId == id && m.ToDay is null))
        {
            return;
        }

        person.DiedOn = null;
        person.Version++;
        if (pages.Last(change.HouseholdId, id) is { ToDay: { } day } row)
        {
            Begin(pages, change.HouseholdId, id, row.Relation, day.AddDays(1));
        }
    }

    // He goes on in the household that the mistake took him out of, unless he joined another one since or left it anyway.
    private void GoBack(RegistryPages pages, HouseholdChange change)
    {
        if (change.Withdrawn is { } id && !pages.Members.Any(m => m.PersonId == id && m.ToDay is null) && pages.Last(change.HouseholdId, id) is { } named
            && pages.Members.Where(m => m.PersonId == id && m.TakenBy == change.HouseholdId && m.ToDay == named.FromDay.AddDays(-1)).OrderBy(m => m.Id).LastOrDefault() is { } before)
        {
            before.TakenBy = null;
            Begin(pages, before.HouseholdId, id, before.Relation, named.FromDay);
        }
    }

    private void Join(RegistryPages pages, Household household, HouseholdChange change)
    {
        if (change.Joined is not { } id || change.Facts.Members.FirstOrDefault(m => m.PersonId == id) is not { } facts)
        {
            return;
        }

        Remember(pages, household, facts);
        if (!pages.Current(household.Id).Any(m => m.PersonId == id))
        {
            Begin(pages, household.Id, id, facts.Relation, change.On);
        }
    }

    private void Remember(RegistryPages pages, Household household, MemberFacts facts)
    {
        if (pages.Persons.TryGetValue(facts.PersonId, out var known))
        {
            // Only a correction of what this household said itself changes a name; who comes from elsewhere keeps his.
            var own = pages.Last(household.Id, known.Id) is not null;
            if (!own && !PersonNames.Same(known.Name, facts.Name))
            {
                throw new InvalidOperationException("A person of another household would get another name. Ask PersonAsync before deciding.");
            }

            (known.Name, known.IdNumber, known.DivisionCode) = (own ? facts.Name : known.Name, facts.IdNumber ?? known.IdNumber, household.DivisionCode);
            known.Version++;
            return;
        }

        var person = new Person
        {
            Id = facts.PersonId, IdNumber = facts.IdNumber, Name = facts.Name, Male = facts.Male, BirthDate = facts.BirthDate, Phone = facts.Phone, DivisionCode = household.DivisionCode,
        };
        pages.Persons.Add(person.Id, person);
        db.Add(person);
    }

    private void Relate(RegistryPages pages, Household household, HouseholdChange change)
    {
        if (!change.NewHead)
        {
            return;
        }

        var head = change.Facts.Members.First(m => m.Relation == "head");
        (household.HeadPersonId, household.HeadName) = (head.PersonId, head.Name);
        foreach (var member in change.Facts.Members.Where(m => pages.Last(household.Id, m.PersonId) is { } row && row.ToDay == change.On.AddDays(-1) && row.Relation != m.Relation))
        {
            Begin(pages, household.Id, member.PersonId, member.Relation, change.On);
        }
    }

    private void Move(RegistryPages pages, Household household, HouseholdChange change)
    {
        if (change.Place is not { } place)
        {
            return;
        }

        if (!pages.Places.Contains(household.Id))
        {
            Keep(household.Id, household.DivisionCode, household.Area, household.Address, pages.Members.Where(m => m.HouseholdId == household.Id).Select(m => m.FromDay).DefaultIfEmpty(change.On).Min());
        }

        var residence = Keep(household.Id, place.DivisionCode, place.Area, place.Address, place.From);
        if (place.From <= time.Today())
        {
            Settle(household, pages.Current(household.Id).Select(m => pages.Persons[m.PersonId]), residence);
        }
    }

    private static void Settle(Household household, IEnumerable<Person> persons, Residence place)
    {
        (household.DivisionCode, household.Area, household.Address) = (place.DivisionCode, place.Area, place.Address);
        foreach (var person in persons)
        {
            person.DivisionCode = place.DivisionCode;
            person.Version++;
        }
    }

    private Residence Keep(Guid household, string village, string area, string address, DateOnly from)
    {
        var residence = new Residence { Id = Guid.CreateVersion7(), HouseholdId = household, DivisionCode = village, Area = area, Address = address, FromDay = from, RecordedAt = time.GetUtcNow() };
        db.Add(residence);
        return residence;
    }

    private void Begin(RegistryPages pages, Guid household, Guid person, string relation, DateOnly from)
    {
        var member = new Member { Id = Guid.CreateVersion7(), HouseholdId = household, PersonId = person, Relation = relation, FromDay = from };
        pages.Members.Add(member);
        db.Add(member);
    }
}
