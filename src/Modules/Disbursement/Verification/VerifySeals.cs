using MediatR;
using Microsoft.EntityFrameworkCore;
using SocialAssistance.Disbursement.Data;
using SocialAssistance.Disbursement.Rosters;
using SocialAssistance.Platform.Messaging;

namespace SocialAssistance.Disbursement.Verification;

/// <summary>Recomputes every sealed roster, row by row, and the chain that holds them together (封存核验).</summary>
internal sealed record VerifySealsQuery : IQuery<SealReport>;

/// <param name="Rosters">How many sealed rosters were looked at.</param>
/// <param name="Problem">What is wrong, in Chinese, naming roster and row; null when everything is as it was sealed.</param>
/// <param name="Head">Seal of the newest roster; compare it with the printed one to notice a lost end of the chain.</param>
/// <param name="Broken">The roster that is not as it was sealed.</param>
internal sealed record SealReport(int Rosters, string? Problem, string? Head, Roster? Broken);

internal sealed class VerifySealsHandler(DisbursementDb db, RosterWorkshop workshop) : IRequestHandler<VerifySealsQuery, SealReport>
{
    public async Task<SealReport> Handle(VerifySealsQuery query, CancellationToken cancellationToken)
    {
        var rosters = await db.Rosters.AsNoTracking().Where(r => r.SealedAt != null).OrderBy(r => r.SealNumber).ToListAsync(cancellationToken);
        var previous = Roster.FirstSeal;
        foreach (var (roster, place) in rosters.Select((r, i) => (r, i + 1)))
        {
            if (await ProblemAsync(roster, place, previous, cancellationToken) is { } problem)
            {
                return new(rosters.Count, problem, rosters[^1].SealHash, roster);
            }

            previous = roster.SealHash!;
        }

        return new(rosters.Count, null, rosters.LastOrDefault()?.SealHash, null);
    }

    private async Task<string?> ProblemAsync(Roster roster, int place, string previous, CancellationToken cancellationToken)
    {
        if (roster.SealNumber != place)
        {
            return $"封存序号不连续：应为第 {place} 个，现在是第 {roster.SealNumber} 个（{roster.Number}）。前面有批次被删除";
        }

        if (await workshop.FirstBrokenAsync(roster.Id, cancellationToken) is { } row)
        {
            return $"批次 {roster.Number} 第 {row} 行与封存时不一致";
        }

        return await workshop.ContentHashAsync(roster.Id, cancellationToken) != roster.ContentHash ? $"批次 {roster.Number} 的行数或行序与封存时不一致"
            : roster.PreviousSeal != previous ? $"批次 {roster.Number} 与上一批的封存码接不上"
            : roster.SealHash != Seals.Of(roster, previous, roster.SealedByName!, roster.SealedAt!.Value) ? $"批次 {roster.Number} 的合计、月份或经办人与封存时不一致"
            : null;
    }
}
