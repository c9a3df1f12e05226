using Microsoft.EntityFrameworkCore;
using SocialAssistance.Cases.CaseFiles;
using SocialAssistance.Cases.Data;
using SocialAssistance.Contracts.Cases;
using SocialAssistance.Platform.Modules;
using SocialAssistance.Platform.TagHelpers;

namespace SocialAssistance.Cases.Replay;

/// <summary>
/// <c>replay</c>: determines every stored determination again with what was known when it was made and reports those that
/// come out differently; none should. Status 1 when one does.
/// </summary>
internal sealed class ReplayVerb(CasesDb db, Replayer replayer, ChangeReplay changeReplay) : IVerb
{
    private const int PageSize = 500;
    private const int MostNamed = 20;

    public string Name => "replay";

    public async Task<int> RunAsync(IReadOnlyList<string> arguments, CancellationToken cancellationToken)
    {
        var (looked, different, changes) = (0, 0, 0);
        await foreach (var (number, program, facts, made) in AllAsync(cancellationToken))
        {
            looked++;
            // A change is a month of a timeline: it rests on the months before it, not on these facts alone.
            changes += ChangeReplay.Covers(made) ? 1 : 0;
            var again = ChangeReplay.Covers(made) ? (await changeReplay.RunAsync(made, cancellationToken)).Then : replayer.AsDecided(program, facts, made);
            if (!Replayer.Same(again, made.Assessment) && ++different <= MostNamed)
            {
                await Console.Out.WriteLineAsync($"{number} {Show.Time(made.MadeAt)} {made.Month:yyyy-MM}：当时 {Show.Money(made.MonthlyAmount)} 元，复算 {Show.Money(again.MonthlyAmount)} 元{(again.MonthlyAmount == made.MonthlyAmount ? "（过程不同）" : "")}");
            }
        }

        await Console.Out.WriteLineAsync($"已复算 {looked} 次测算，其中变更 {changes} 次，{different} 次与当时不同。");
        return different == 0 ? 0 : 1;
    }

    private async IAsyncEnumerable<(string Number, string Program, CaseFacts Facts, DeterminationRecord Made)> AllAsync(
        [System.Runtime.CompilerServices.EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var after = Guid.Empty;
        while (true)
        {
            var page = await (
                from made in db.Determinations.AsNoTracking().Where(d => d.Id > after).OrderBy(d => d.Id).Take(PageSize)
                join file in db.CaseFiles.IgnoreQueryFilters() on made.CaseId equals file.Id
                join version in db.FactVersions on new { made.CaseId, Number = made.FactVersion } equals new { version.CaseId, version.Number }
                orderby made.Id
                select new { file.Number, file.Program, version.Facts, Made = made }).ToListAsync(cancellationToken);
            foreach (var row in page)
            {
                yield return (row.Number, row.Program, row.Facts, row.Made);
            }

            if (page.Count < PageSize)
            {
                yield break;
            }

            after = page[^1].Made.Id;
        }
    }
}
