using Microsoft.EntityFrameworkCore;
using SocialAssistance.Cases.CaseFiles;
using SocialAssistance.Cases.Data;
using SocialAssistance.Contracts.Cases;
using SocialAssistance.Contracts.Households;
using SocialAssistance.Contracts.Programs;
using SocialAssistance.Rules.Values;

namespace SocialAssistance.Cases.Changes;

/// <summary>What a confirmed change does besides the money: the file's head, place and persons, and the registry of households.</summary>
internal sealed class ChangeFollowing(CasesDb db, CaseDesk desk, IHouseholdChanges registry, Relocations relocations)
{
    public async Task FollowAsync(CaseFile file, BenefitChange change, BenefitChange? superseded, ChangeEffect effect, CancellationToken cancellationToken)
    {
        await PersonsAsync(file, change, superseded, cancellationToken);
        if (change.Patch.Relations is not null)
        {
            var head = effect.Facts.Members[0];
            file.Head(head.Name, head.IdNumber, head.Phone);
        }

        var gone = Gone(effect.Events);
        file.MemberCount = effect.Facts.Members.Count(m => !effect.Deaths.ContainsKey(m.PersonId) && !gone.ContainsKey(m.PersonId));
        await registry.FollowAsync([Of(file.HouseholdId, change, superseded, effect, gone)], cancellationToken);
        if (change.NewDivision is { } village && effect.From <= BenefitMonth.Of(desk.Today))
        {
            await relocations.MoveAsync(file, village, cancellationToken);
        }

        if (effect.EndsWith is { } end && end <= BenefitMonth.Of(desk.Today).AddMonths(1))
        {
            file.Move(Stages.Ended, desk.Today);
        }
    }

    /// <summary>The change as the registry reads it.</summary>
    internal static HouseholdChange Of(Guid householdId, BenefitChange change, BenefitChange? superseded, ChangeEffect effect, IReadOnlyDictionary<Guid, DateOnly> gone)
    {
        var deaths = effect.Events.Where(e => e is { Type: "death", PersonId: not null }).ToDictionary(e => e.PersonId!.Value, e => e.Date);
        return new(householdId, change.HappenedOn, effect.Facts)
        {
            Joined = change.Patch.Added?.PersonId, Withdrawn = superseded?.Patch.Added is { } named && named.PersonId != change.Patch.Added?.PersonId ? named.PersonId : null, Deaths = deaths, Left = gone, NewHead = change.Patch.Relations is not null,
            Returned = superseded is { Kind: ChangeKinds.Death or "left", PersonId: { } id } && !deaths.ContainsKey(id) && !gone.ContainsKey(id) ? id : null,
            Place = change.NewDivision is { } village ? new(village, effect.Facts.Area, effect.Facts.Address, effect.From.FirstDay) : null,
        };
    }

    /// <summary>Everybody whose last step was out of the household, with the day.</summary>
    internal static Dictionary<Guid, DateOnly> Gone(IEnumerable<CaseEvent> events) => events
        .Where(e => e is { Type: "left-household" or "joined-household", PersonId: not null }).GroupBy(e => e.PersonId!.Value).Select(g => g.OrderBy(e => e.Date).Last())
        .Where(e => e.Type == "left-household").ToDictionary(e => e.PersonId!.Value, e => e.Date);

    // Whoever was named by mistake is no longer found by the duplicate checks.
    private async Task PersonsAsync(CaseFile file, BenefitChange change, BenefitChange? superseded, CancellationToken cancellationToken)
    {
        if (change.Patch.Added is not { } added)
        {
            return;
        }

        var named = new[] { added.PersonId, superseded?.Patch.Added?.PersonId ?? added.PersonId };
        db.RemoveRange(await db.CasePersons.Where(p => p.CaseId == file.Id && named.Contains(p.PersonId)).ToListAsync(cancellationToken));
        await db.SaveChangesAsync(cancellationToken);
        db.Add(new CasePerson { CaseId = file.Id, PersonId = added.PersonId, IdNumber = added.IdNumber, Name = added.Name, Relation = added.Relation });
    }
}
