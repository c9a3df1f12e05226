using MediatR;
using Microsoft.EntityFrameworkCore;
using SocialAssistance.Cases.CaseFiles;
using SocialAssistance.Cases.Data;
using SocialAssistance.Contracts.Accounts;
using SocialAssistance.Contracts.Cases;
using SocialAssistance.Contracts.Households;

namespace SocialAssistance.Cases.Changes;

/// <summary>The file goes with a family that moved when the first month in the new place begins (案卷移交): until then the old township pays and answers.</summary>
internal sealed class Relocations(CasesDb db, CaseDesk desk, IHouseholdChanges registry, IDivisions divisions, IMediator mediator)
{
    private const int AtOnce = 500;

    /// <summary>Hands over every file whose month has come.</summary>
    public async Task MoveDueAsync(CancellationToken cancellationToken)
    {
        var month = new DateOnly(desk.Today.Year, desk.Today.Month, 1);
        var moves = db.BenefitChanges.Where(c => c.Status == ChangeStatus.Confirmed && c.NewDivision != null && c.EffectiveMonth <= month);
        // Of two moves the later month counts, of one month the later decision.
        var due = await (from file in db.CaseFiles
                         where file.Stage == Stages.InBenefit && moves.Any(c => c.CaseId == file.Id)
                         select new { File = file, Village = moves.Where(c => c.CaseId == file.Id).OrderByDescending(c => c.EffectiveMonth).ThenByDescending(c => c.HappenedOn).ThenByDescending(c => c.Id).First().NewDivision })
            .Where(d => d.File.DivisionCode != d.Village).OrderBy(d => d.File.Id).Take(AtOnce).ToListAsync(cancellationToken);
        foreach (var move in due)
        {
            await HandOverAsync(move.File, move.Village!, cancellationToken);
        }

        await db.SaveChangesAsync(cancellationToken);
        if (due.Count > 0)
        {
            await mediator.Publish(new CasesRelocated([.. due.Select(m => new RelocatedCase(m.File.Id, m.File.HouseholdId, m.Village!))]), cancellationToken);
        }
    }

    /// <summary>Hands one file over; what belongs to it goes along, so that the new township reads all of it.</summary>
    public async Task MoveAsync(CaseFile file, string village, CancellationToken cancellationToken)
    {
        await HandOverAsync(file, village, cancellationToken);
        await mediator.Publish(new CasesRelocated([new(file.Id, file.HouseholdId, village)]), cancellationToken);
    }

    private async Task HandOverAsync(CaseFile file, string village, CancellationToken cancellationToken)
    {
        var from = file.DivisionCode;
        file.Relocate(village);
        desk.Tell(file, "relocated", $"迁居生效，案卷由{divisions.FullName(from)}移交{divisions.FullName(village)}");
        await db.BenefitChanges.IgnoreQueryFilters().Where(c => c.CaseId == file.Id).ExecuteUpdateAsync(c => c.SetProperty(x => x.DivisionCode, village), cancellationToken);
        await db.UpratingWaits.IgnoreQueryFilters().Where(w => w.CaseId == file.Id).ExecuteUpdateAsync(w => w.SetProperty(x => x.DivisionCode, village), cancellationToken);
        await db.StoredFiles.IgnoreQueryFilters().Where(f => f.CaseId == file.Id).ExecuteUpdateAsync(f => f.SetProperty(x => x.DivisionCode, village), cancellationToken);
        await registry.ArriveAsync(file.HouseholdId, cancellationToken);
    }
}
