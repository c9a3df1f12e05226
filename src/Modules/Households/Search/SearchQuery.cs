using Microsoft.EntityFrameworkCore;
using SocialAssistance.Contracts.Cases;
using SocialAssistance.Households.Data;
using SocialAssistance.Households.Registry;

namespace SocialAssistance.Households.Search;

/// <summary>A person found, with the household and its newest case where there is one.</summary>
internal sealed record SearchHit(string Name, string? IdNumber, string DivisionCode, Guid? HouseholdId, string? HeadName, string? Relation, CaseHeader? Case);

/// <summary>Somebody of another township: only where, and in which stage (他乡镇).</summary>
internal sealed record ForeignHit(string DivisionCode, string? Stage);

/// <summary>What was found; at most <see cref="SearchQuery.Limit"/> persons.</summary>
internal sealed record SearchAnswer(IReadOnlyList<SearchHit> Hits, bool More, ForeignHit? Elsewhere);

/// <summary>Finds families by name, initials, identity number, phone or case number, inside the user's area.</summary>
internal sealed class SearchQuery(HouseholdsDb db, ICases cases)
{
    public const int Limit = 20;

    public async Task<SearchAnswer> FindAsync(SearchText text, CancellationToken cancellationToken)
    {
        if (text.Kind == SearchKind.Nothing)
        {
            return new([], false, null);
        }

        if (text.Kind == SearchKind.CaseNumber)
        {
            return await cases.FindByNumberAsync(text.Value, cancellationToken) is { } header
                ? new([new(header.ApplicantName, header.ApplicantIdNumber, header.DivisionCode, header.HouseholdId, header.ApplicantName, "head", header)], false, null)
                : new([], false, null);
        }

        var persons = Matching(db.Persons.AsNoTracking(), text);
        var found = await (from person in persons.OrderBy(p => p.Name).ThenBy(p => p.Id).Take(Limit + 1)
                           join m in db.Members.Where(m => m.ToDay == null) on person.Id equals m.PersonId into memberships
                           from member in memberships.DefaultIfEmpty()
                           join h in db.Households on member.HouseholdId equals h.Id into households
                           from household in households.DefaultIfEmpty()
                           select new { person.Name, person.IdNumber, person.DivisionCode, HouseholdId = (Guid?)household.Id, household.HeadName, member.Relation }).ToListAsync(cancellationToken);
        var headers = await cases.LatestAsync([.. found.Select(f => f.HouseholdId).OfType<Guid>().Distinct()], cancellationToken);
        var byHousehold = headers.ToDictionary(h => h.HouseholdId);
        var hits = found.Take(Limit).Select(f => new SearchHit(f.Name, f.IdNumber, f.DivisionCode, f.HouseholdId, f.HeadName, f.Relation, f.HouseholdId is { } id ? byHousehold.GetValueOrDefault(id) : null)).ToArray();
        return new(hits, found.Count > Limit, hits.Length == 0 && text.Kind == SearchKind.IdNumber ? await ElsewhereAsync(text.Value, cancellationToken) : null);
    }

    private static IQueryable<Person> Matching(IQueryable<Person> persons, SearchText text) => text.Kind switch
    {
        SearchKind.IdNumber => persons.Where(p => p.IdNumber == text.Value),
        SearchKind.IdNumberTail => persons.Where(p => p.IdNumber!.Substring(14, 4) == text.Value),
        SearchKind.Phone => persons.Where(p => p.Phone == text.Value),
        SearchKind.Initials => persons.Where(p => p.NameInitials!.StartsWith(text.Value)),
        _ => persons.Where(p => p.Name.StartsWith(text.Value)),
    };

    // An exact number that lies in another township is told without any detail of the family.
    private async Task<ForeignHit?> ElsewhereAsync(string idNumber, CancellationToken cancellationToken)
    {
        var division = await db.Persons.IgnoreQueryFilters().Where(p => p.IdNumber == idNumber).Select(p => p.DivisionCode).FirstOrDefaultAsync(cancellationToken);
        if (division is null)
        {
            return null;
        }

        var mentions = await cases.MentionsAsync([idNumber], cancellationToken);
        return new(division, mentions.MaxBy(m => m.CaseId)?.Stage);
    }
}
