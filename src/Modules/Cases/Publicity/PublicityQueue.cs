using Microsoft.EntityFrameworkCore;
using SocialAssistance.Cases.CaseFiles;
using SocialAssistance.Cases.Data;
using SocialAssistance.Contracts.Cases;

namespace SocialAssistance.Cases.Publicity;

/// <summary>Cases that wait to be published: in the stage, and on no sheet that still runs.</summary>
internal sealed class PublicityQueue(CasesDb db)
{
    public IQueryable<CaseFile> Waiting => db.CaseFiles
        .Where(c => c.Stage == Stages.Publicity && !db.PublicityLines.Any(l => l.CaseId == c.Id && l.Outcome == null));

    /// <summary>Number of waiting cases by village and programme.</summary>
    public async Task<IReadOnlyList<(string Division, string Program, int Count)>> ByVillageAsync(CancellationToken cancellationToken) =>
        [.. (await Waiting.GroupBy(c => new { c.DivisionCode, c.Program }).Select(g => new { g.Key.DivisionCode, g.Key.Program, Count = g.Count() }).OrderBy(g => g.DivisionCode).ThenByDescending(g => g.Program).ToListAsync(cancellationToken))
            .Select(g => (g.DivisionCode, g.Program, g.Count))];
}
