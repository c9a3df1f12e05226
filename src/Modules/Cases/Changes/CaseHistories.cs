using System.Runtime.CompilerServices;
using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using SocialAssistance.Cases.CaseFiles;
using SocialAssistance.Cases.Data;
using SocialAssistance.Cases.Reviews;
using SocialAssistance.Contracts.Cases;
using SocialAssistance.Contracts.Households;
using SocialAssistance.Platform.Data;
using SocialAssistance.Contracts.Standards;
using SocialAssistance.Platform.Time;
using SocialAssistance.Rules.Values;

namespace SocialAssistance.Cases.Changes;

/// <summary>Reads the histories of cases, page by page.</summary>
internal sealed class CaseHistories(CasesDb db, UnitOfWork unitOfWork, ICountySettings county, ReviewRhythm rhythm, IHouseholdChanges registry, TimeProvider time) : ICaseHistories
{
    private const int PageSize = 500;

    // One question for the files of a page with their confirmed facts, and one for their changes. Read by hand: this is the
    // longest part of every run over the county.
    private const string Select = """
        select c.id, c.number, c.program, c.household_id, c.division_code, c.applicant_name, c.area, c.determination_id, c.start_month, c.decided_on, v.facts
        from cases.case_files c
        cross join lateral (
            select d.fact_version from cases.determinations d where d.case_id = c.id and d.purpose = 'confirmation' order by d.made_at desc limit 1) d
        join cases.fact_versions v on v.case_id = c.id and v.number = d.fact_version
        where c.id = any($1) and c.start_month is not null
        order by c.id
        """;

    public async IAsyncEnumerable<CaseHistory> InBenefitAsync(string program, string divisionPrefix, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        // The identifiers first: every page then is found by its keys, however many cases the township has.
        var ids = await db.CaseFiles.IgnoreQueryFilters().AsNoTracking()
            .Where(c => c.Program == program && c.Stage == Stages.InBenefit && c.StartMonth != null).Below(divisionPrefix).OrderBy(c => c.Id).Select(c => c.Id).ToListAsync(cancellationToken);
        foreach (var page in ids.Chunk(PageSize))
        {
            foreach (var history in await HistoriesAsync(page, cancellationToken))
            {
                yield return history;
            }
        }
    }

    public async Task<CaseHistory?> FindAsync(Guid caseId, CancellationToken cancellationToken) =>
        (await HistoriesAsync([caseId], cancellationToken)).FirstOrDefault();

    public async Task<IReadOnlyDictionary<Guid, CaseHistory>> OfCasesAsync(IReadOnlyCollection<Guid> caseIds, CancellationToken cancellationToken) =>
        (await HistoriesAsync([.. caseIds], cancellationToken)).ToDictionary(h => h.CaseId);

    /// <summary>The facts that were confirmed and every change that counts.</summary>
    public async Task<(CaseFacts Facts, IReadOnlyList<BenefitChange> Changes)> ReadAsync(Guid caseId, CancellationToken cancellationToken)
    {
        var number = await ConfirmedVersions([caseId]).Select(d => d.FactVersion).FirstOrDefaultAsync(cancellationToken);
        var facts = await db.FactVersions.AsNoTracking().Where(v => v.CaseId == caseId && v.Number == (number == 0 ? 1 : number)).Select(v => v.Facts).SingleAsync(cancellationToken);
        return (facts, await Confirmed([caseId]).ToListAsync(cancellationToken));
    }

    /// <summary>What a case has for its review lock.</summary>
    public async Task<ReviewCourse> CourseAsync(CaseFile file, CancellationToken cancellationToken)
    {
        var (done, suspensions) = await ReviewsAsync([file.Id], cancellationToken);
        return rhythm.Of(file.Program, file.DivisionCode, [.. done[file.Id]], suspensions, time.Today());
    }

    /// <summary>What it had when a determination was made: reviews before a day, suspensions as they were known then, where the family lived then.</summary>
    public async Task<ReviewCourse> CourseThenAsync(CaseFile file, DeterminationRecord made, DateOnly before, CancellationToken cancellationToken)
    {
        var (done, suspensions) = await ReviewsAsync([file.Id], cancellationToken);
        var day = DateOnly.FromDateTime(made.MadeAt.InChina().DateTime);
        var village = suspensions.Count == 0 ? null
            : (await registry.HistoryAsync(file.HouseholdId, cancellationToken)).Places.LastOrDefault(p => p.From <= day)?.DivisionCode;
        return rhythm.Of(
            file.Program, village ?? file.DivisionCode, [.. done[file.Id].Where(d => d < before)], [.. suspensions.Select(s => s.KnownAt(made.MadeAt)).OfType<ReviewSuspension>()], day);
    }

    private async Task<(ILookup<Guid, DateOnly> Done, IReadOnlyList<ReviewSuspension> Suspensions)> ReviewsAsync(Guid[] ids, CancellationToken cancellationToken)
    {
        var done = await db.Reviews.AsNoTracking().Where(r => ids.Contains(r.CaseId) && r.Kind == ReviewKinds.Periodic).Select(r => new { r.CaseId, r.DoneOn }).ToListAsync(cancellationToken);
        return (done.ToLookup(r => r.CaseId, r => r.DoneOn), await db.ReviewSuspensions.AsNoTracking().ToListAsync(cancellationToken));
    }

    private async Task<IReadOnlyList<CaseHistory>> HistoriesAsync(Guid[] ids, CancellationToken cancellationToken)
    {
        var read = new List<Func<ILookup<Guid, BenefitChange>, CaseHistory>>(ids.Length);
        var today = time.Today();
        var (done, suspensions) = await ReviewsAsync(ids, cancellationToken);
        await using (var command = await unitOfWork.CommandAsync(Select, [ids], cancellationToken))
        await using (var row = await command.ExecuteReaderAsync(cancellationToken))
        {
            while (await row.ReadAsync(cancellationToken))
            {
                var (id, number, program, household, division, head, area, determination) =
                    (row.GetGuid(0), row.GetString(1), row.GetString(2), row.GetGuid(3), row.GetString(4), row.GetString(5), row.GetString(6), row.GetGuid(7));
                var (start, decidedOn) = (BenefitMonth.Of(row.GetFieldValue<DateOnly>(8)), row.IsDBNull(9) ? (DateOnly?)null : row.GetFieldValue<DateOnly>(9));
                var facts = JsonSerializer.Deserialize<CaseFacts>(row.GetFieldValue<byte[]>(10), JsonColumn.Options)!;
                read.Add(changes =>
                {
                    var (now, ahead) = HistoryBuilder.Places(start, division, changes[id], county.ChangeMonth, today);
                    return new(
                        id, number, program, household, now, head, area, determination,
                        HistoryBuilder.Build(start, decidedOn, facts, changes[id], county.ChangeMonth, today, rhythm.Of(program, division, [.. done[id]], suspensions, today))) { Moves = ahead };
                });
            }
        }

        var all = (await Confirmed(ids).ToListAsync(cancellationToken)).ToLookup(c => c.CaseId);
        return read.ConvertAll(history => history(all));
    }

    private IQueryable<DeterminationRecord> ConfirmedVersions(Guid[] ids) =>
        db.Determinations.AsNoTracking().Where(d => ids.Contains(d.CaseId) && d.Purpose == "confirmation").OrderByDescending(d => d.MadeAt);

    private IQueryable<BenefitChange> Confirmed(Guid[] ids) =>
        db.BenefitChanges.IgnoreQueryFilters().AsNoTracking().Where(c => ids.Contains(c.CaseId) && c.Status == ChangeStatus.Confirmed);
}
