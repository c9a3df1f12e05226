using Microsoft.EntityFrameworkCore;
using SocialAssistance.Cases.CaseFiles;
using SocialAssistance.Cases.Data;
using SocialAssistance.Cases.Worklist;
using SocialAssistance.Contracts.Cases;

namespace SocialAssistance.Cases.Decisions;

/// <summary>A case of a batch; with a flag it must be decided by itself.</summary>
internal sealed record BatchCase(Guid Id, string Number, string ApplicantName, string DivisionCode, int MemberCount, decimal MonthlyAmount, int Version, IReadOnlyList<string> Flags);

/// <summary>Reads the cases a leader picked: those that may go together and those that may not, with the reason.</summary>
internal sealed class BatchCandidates(CasesDb db, WorklistQuery worklist)
{
    /// <summary>More cases than one person can answer for at once are taken in several batches.</summary>
    public const int Limit = 50;

    public async Task<IReadOnlyList<BatchCase>> ReadAsync(IReadOnlyCollection<Guid> ids, bool all, CancellationToken cancellationToken)
    {
        var files = (await worklist.MineAsync(cancellationToken)).Where(c => c.Stage == Stages.Confirmation);
        var picked = await (all ? files : files.Where(c => ids.Contains(c.Id))).OrderBy(c => c.DueOn).ThenBy(c => c.Id).Take(Limit)
            .Join(db.FactVersions, c => new { CaseId = c.Id, Number = c.FactVersion }, v => new { v.CaseId, v.Number }, (c, v) => new { File = c, v.Facts })
            .Join(db.Determinations, x => x.File.DeterminationId, d => d.Id, (x, d) => new { x.File, x.Facts, d.Assessment })
            .ToListAsync(cancellationToken);
        return [.. picked.Select(p => new BatchCase(
            p.File.Id, p.File.Number, p.File.ApplicantName, p.File.DivisionCode, p.File.MemberCount, p.Assessment.MonthlyAmount, p.File.Version, CaseFlags.Of(p.File, p.Facts, p.Assessment)))];
    }
}
