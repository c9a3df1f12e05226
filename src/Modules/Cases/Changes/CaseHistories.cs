using System.Runtime.CompilerServices;
using Microsoft.EntityFrameworkCore;
using SocialAssistance.Cases.CaseFiles;
using SocialAssistance.Cases.Data;
using SocialAssistance.Cases.Reviews;
using SocialAssistance.Contracts.Cases;
using SocialAssistance.Platform.Data;
using SocialAssistance.Contracts.Standards;
using SocialAssistance.Platform.Time;

namespace SocialAssistance.Cases.Changes;

/// <summary>Reads the histories of cases, page by page.</summary>
internal sealed class CaseHistories(CasesDb db, ICountySettings county, ReviewRhythm rhythm, TimeProvider time) : ICaseHistories
{
    private const int PageSize = 500;

    public async IAsyncEnumerable<CaseHistory> InBenefitAsync(string program, string divisionPrefix, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        for (var after = Guid.Empty; ;)
        {
            var files = await db.CaseFiles.IgnoreQueryFilters().AsNoTracking()
                .Where(c => c.Program == program && c.Stage == Stages.InBenefit && c.StartMonth != null && c.Id > after).Below(divisionPrefix)
                .OrderBy(c => c.Id).Take(PageSize).ToListAsync(cancellationToken);
            if (files.Count == 0)
            {
                yield break;
            }

            foreach (var history in await HistoriesAsync(files, cancellationToken))
            {
                yield return history;
            }

            after = files[^1].Id;
        }
    }

    public async Task<CaseHistory?> FindAsync(Guid caseId, CancellationToken cancellationToken)
    {
        var file = await db.CaseFiles.IgnoreQueryFilters().AsNoTracking().FirstOrDefaultAsync(c => c.Id == caseId && c.StartMonth != null, cancellationToken);
        return file is null ? null : (await HistoriesAsync([file], cancellationToken)).FirstOrDefault();
    }

    /// <summary>The facts that were confirmed and every change that counts.</summary>
    public async Task<(CaseFacts Facts, IReadOnlyList<BenefitChange> Changes)> ReadAsync(Guid caseId, CancellationToken cancellationToken)
    {
        var number = await ConfirmedVersions([caseId]).Select(d => d.FactVersion).FirstOrDefaultAsync(cancellationToken);
        var facts = await db.FactVersions.AsNoTracking().Where(v => v.CaseId == caseId && v.Number == (number == 0 ? 1 : number)).Select(v => v.Facts).SingleAsync(cancellationToken);
        return (facts, await Confirmed([caseId]).ToListAsync(cancellationToken));
    }

    /// <summary>What each case has for its review lock.</summary>
    public async Task<IReadOnlyDictionary<Guid, ReviewCourse>> CoursesAsync(IReadOnlyList<CaseFile> files, CancellationToken cancellationToken)
    {
        var ids = files.Select(f => f.Id).ToArray();
        var done = (await db.Reviews.AsNoTracking().Where(r => ids.Contains(r.CaseId) && r.Kind == ReviewKinds.Periodic).Select(r => new { r.CaseId, r.DoneOn }).ToListAsync(cancellationToken)).ToLookup(r => r.CaseId, r => r.DoneOn);
        var suspensions = await db.ReviewSuspensions.AsNoTracking().ToListAsync(cancellationToken);
        var today = time.Today();
        return files.ToDictionary(f => f.Id, f => rhythm.Of(f.Program, f.DivisionCode, [.. done[f.Id]], suspensions, today));
    }

    private async Task<IReadOnlyList<CaseHistory>> HistoriesAsync(IReadOnlyList<CaseFile> files, CancellationToken cancellationToken)
    {
        var ids = files.Select(f => f.Id).ToArray();
        var versions = (await ConfirmedVersions(ids).Select(d => new { d.CaseId, d.FactVersion }).ToListAsync(cancellationToken)).DistinctBy(d => d.CaseId).ToDictionary(d => d.CaseId, d => d.FactVersion);
        var numbers = versions.Values.Distinct().ToArray();
        var facts = (await db.FactVersions.AsNoTracking().Where(v => ids.Contains(v.CaseId) && numbers.Contains(v.Number)).ToListAsync(cancellationToken))
            .Where(v => versions.GetValueOrDefault(v.CaseId) == v.Number).ToDictionary(v => v.CaseId, v => v.Facts);
        var changes = (await Confirmed(ids).ToListAsync(cancellationToken)).ToLookup(c => c.CaseId);
        var (today, courses) = (time.Today(), await CoursesAsync(files, cancellationToken));
        return
        [
            .. files.Where(f => facts.ContainsKey(f.Id)).Select(f => new CaseHistory(
                f.Id, f.Number, f.Program, f.HouseholdId, HistoryBuilder.Village(f, changes[f.Id], county.ChangeMonth, today), f.ApplicantName, f.Area, f.DeterminationId!.Value,
                HistoryBuilder.Build(f, facts[f.Id], changes[f.Id], county.ChangeMonth, today, courses[f.Id]))),
        ];
    }

    private IQueryable<DeterminationRecord> ConfirmedVersions(Guid[] ids) =>
        db.Determinations.AsNoTracking().Where(d => ids.Contains(d.CaseId) && d.Purpose == "confirmation").OrderByDescending(d => d.MadeAt);

    private IQueryable<BenefitChange> Confirmed(Guid[] ids) =>
        db.BenefitChanges.IgnoreQueryFilters().AsNoTracking().Where(c => ids.Contains(c.CaseId) && c.Status == ChangeStatus.Confirmed);
}
