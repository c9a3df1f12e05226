using Microsoft.EntityFrameworkCore;
using SocialAssistance.Contracts.Standards;
using SocialAssistance.Platform.Time;
using SocialAssistance.Policies;
using SocialAssistance.Rules.Standards;
using SocialAssistance.Standards.Data;
using SocialAssistance.Standards.Versions;

namespace SocialAssistance.Standards.Checks;

/// <summary>All checks of a version, the same on its page, at submission and at publication.</summary>
internal sealed class VersionChecks(StandardsDb db, VersionDesk desk, IStandardVersions versions, PolicyLibrary library, TimeProvider time)
{
    public async Task<CheckReport> RunAsync(StandardVersion version, CancellationToken cancellationToken)
    {
        var lines = await desk.LinesAsync(version.Id, cancellationToken);
        var applied = await versions.BookWithAsync(version.Id, cancellationToken);
        var ids = lines.Select(l => l.DocumentId).Distinct().ToArray();
        var papers = await db.Papers.AsNoTracking().Where(p => ids.Contains(p.Id)).ToDictionaryAsync(p => p.Id, cancellationToken);
        var findings = LineChecks.Run(lines, desk.BookBefore(version), applied, papers, time.Today()).Concat(StandardChecks.Run(version, lines, applied, library)).ToList();
        var golden = await GoldenAsync(version, lines, applied, cancellationToken);
        findings.AddRange(golden.Where(g => !g.Agrees).Select(g =>
            new Finding("golden", true, $"样例“{g.Case.Title}”（{g.Day:yyyy-MM-dd}）应为 {g.Expected}，按本版本是 {g.Run.Result}。请改正数值，或按文件确认新结果")));
        return new(findings, golden);
    }

    /// <summary>Each golden case on its own day and on the days the version brings something new.</summary>
    private async Task<IReadOnlyList<GoldenResult>> GoldenAsync(StandardVersion version, IReadOnlyList<VersionLine> lines, PolicyBook applied, CancellationToken cancellationToken)
    {
        var confirmed = await (from result in db.ExpectedResults.AsNoTracking()
                               join stated in db.Versions on result.VersionId equals stated.Id
                               join paper in db.Papers on result.DocumentId equals paper.Id
                               where stated.DivisionCode == version.DivisionCode && (stated.Id == version.Id || stated.Status == VersionStatus.Published)
                               select new { Result = result, Source = paper.Number + " " + result.Article, IsOwn = stated.Id == version.Id }).ToListAsync(cancellationToken);
        var results = new List<GoldenResult>();
        foreach (var golden in GoldenCase.Of(version.DivisionCode))
        {
            foreach (var day in lines.Select(l => l.FromDay).Where(d => d >= golden.Day).Append(golden.Day).Distinct().Order())
            {
                var latest = confirmed.Where(c => c.Result.CaseId == golden.Id && c.Result.Day <= day).OrderByDescending(c => c.Result.Day).ThenByDescending(c => c.IsOwn).ThenByDescending(c => c.Result.ConfirmedAt).FirstOrDefault();
                results.Add(new(golden, day, latest?.Result.Expected ?? golden.Expected, latest?.Source ?? golden.Source, GoldenRun.Of(golden, applied, day)));
            }
        }

        return results;
    }
}
