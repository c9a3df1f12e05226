using MediatR;
using Microsoft.EntityFrameworkCore;
using SocialAssistance.Disbursement.Data;
using SocialAssistance.Disbursement.Rosters;
using SocialAssistance.Platform.Messaging;

namespace SocialAssistance.Disbursement.Verification;

/// <summary>Recomputes every sealed roster, row by row, and the chain that holds them together (封存核验).</summary>
/// <param name="Printed">A seal as printed on paper; asked whether the chain still holds it.</param>
internal sealed record VerifySealsQuery(string? Printed = null) : IQuery<SealReport>;

/// <param name="Rosters">How many sealed rosters were looked at.</param>
/// <param name="Problem">What is wrong, in Chinese, naming roster and row; null when everything is as it was sealed.</param>
/// <param name="Head">Seal of the newest roster; compare it with the printed one to notice a lost end of the chain.</param>
/// <param name="Broken">The roster that is not as it was sealed.</param>
/// <param name="Row">Place of the row that is not as it was sealed, where one is named.</param>
/// <param name="Paper">What the printed seal says, in Chinese; null when none was entered.</param>
/// <param name="PaperFound">Whether the chain holds the printed seal.</param>
internal sealed record SealReport(int Rosters, string? Problem, string? Head, Roster? Broken, int? Row = null, string? Paper = null, bool PaperFound = true);

internal sealed class VerifySealsHandler(DisbursementDb db, RosterWorkshop workshop) : IRequestHandler<VerifySealsQuery, SealReport>
{
    public async Task<SealReport> Handle(VerifySealsQuery query, CancellationToken cancellationToken)
    {
        var rosters = await db.Rosters.AsNoTracking().Where(r => r.SealedAt != null).OrderBy(r => r.SealNumber).ToListAsync(cancellationToken);
        var previous = Roster.FirstSeal;
        var paper = Paper(query.Printed, rosters);
        foreach (var (roster, place) in rosters.Select((r, i) => (r, i + 1)))
        {
            var broken = await workshop.FirstBrokenAsync(roster.Id, cancellationToken);
            if (await ProblemAsync(roster, place, previous, broken, cancellationToken) is { } problem)
            {
                return new(rosters.Count, problem, rosters[^1].SealHash, roster, broken?.Number, paper?.Words, paper?.Found ?? true);
            }

            previous = roster.SealHash!;
        }

        return new(rosters.Count, null, rosters.LastOrDefault()?.SealHash, null, null, paper?.Words, paper?.Found ?? true);
    }

    private static (string Words, bool Found)? Paper(string? printed, IReadOnlyList<Roster> rosters)
    {
        var hash = string.Concat((printed ?? "").Where(c => !char.IsWhiteSpace(c))).ToLowerInvariant();
        if (hash.Length == 0)
        {
            return null;
        }

        var at = rosters.ToList().FindIndex(r => r.SealHash == hash);
        return at < 0 ? ("封存链里没有打印的这个封存码：它所在的批次已经丢失或被替换，或者输入有误", false)
            : at == rosters.Count - 1 ? ($"打印的封存码是封存链的第 {at + 1} 号（{rosters[at].Number}），是最新的一个", true)
            : ($"打印的封存码是封存链的第 {at + 1} 号（{rosters[at].Number}），其后还有 {rosters.Count - at - 1} 个批次", true);
    }

    private async Task<string?> ProblemAsync(Roster roster, int place, string previous, BrokenRow? broken, CancellationToken cancellationToken)
    {
        if (roster.SealNumber != place)
        {
            return $"封存序号不连续：应为第 {place} 个，现在是第 {roster.SealNumber} 个（{roster.Number}）。前面有批次被删除";
        }

        if (broken is not null)
        {
            return $"批次 {roster.Number} {broken}";
        }

        return await workshop.ContentHashAsync(roster.Id, cancellationToken) != roster.ContentHash ? $"批次 {roster.Number} 的行数或行序与封存时不一致"
            : roster.PreviousSeal != previous ? $"批次 {roster.Number} 与上一批的封存码接不上"
            : roster.SealHash != Seals.Of(roster, previous, roster.SealedByName!, roster.SealedAt!.Value) ? $"批次 {roster.Number} 的合计、月份或经办人与封存时不一致"
            : null;
    }
}
