using Microsoft.EntityFrameworkCore;
using SocialAssistance.Cases.Data;
using SocialAssistance.Contracts.Cases;
using SocialAssistance.Contracts.Programs;

namespace SocialAssistance.Cases.CaseFiles;

/// <summary>Answers other modules' questions about cases.</summary>
internal sealed class CaseFinder(CasesDb db, IEnumerable<IAssistanceProgram> programs) : ICases
{
    public async Task<CaseHeader?> FindAsync(Guid caseId, CancellationToken cancellationToken)
    {
        var file = await db.CaseFiles.AsNoTracking().FirstOrDefaultAsync(c => c.Id == caseId, cancellationToken);
        return file is null ? null : Header(file, programs);
    }

    public async Task<IReadOnlyList<CaseHeader>> LatestAsync(IReadOnlyList<Guid> householdIds, CancellationToken cancellationToken)
    {
        var files = await db.CaseFiles.AsNoTracking().Where(c => householdIds.Contains(c.HouseholdId)).OrderByDescending(c => c.Id).Take(200).ToListAsync(cancellationToken);
        return [.. files.DistinctBy(c => c.HouseholdId).Select(c => Header(c, programs))];
    }

    public async Task<CaseHeader?> FindByNumberAsync(string number, CancellationToken cancellationToken) =>
        await db.CaseFiles.AsNoTracking().FirstOrDefaultAsync(c => c.Number == number, cancellationToken) is { } file ? Header(file, programs) : null;

    public async Task<IReadOnlyList<CaseMention>> MentionsAsync(IReadOnlyList<string> idNumbers, CancellationToken cancellationToken) =>
        await db.CasePersons.AsNoTracking()
            .Where(p => p.IdNumber != null && idNumbers.Contains(p.IdNumber))
            // A person may apply in another township; the check must see what the clerk's own lists do not show.
            .Join(db.CaseFiles.IgnoreQueryFilters(), p => p.CaseId, c => c.Id, (p, c) => new CaseMention(c.Id, c.Number, c.Program, c.DivisionCode, c.Stage, p.IdNumber!, c.ApplicantName, c.DecidedOn, c.DeclineReason))
            .Take(50)
            .ToListAsync(cancellationToken);

    public Task<int> DecidedOnAsync(string remark, DateTimeOffset since, CancellationToken cancellationToken) =>
        // Stored workings carry the source of each step as text; the case counts once, whatever its area.
        db.Database.SqlQuery<int>($"""
            select count(distinct d.case_id)::int as "Value" from cases.determinations d
            where (d.purpose in ('confirmation', 'standard', 'review') or exists (select from cases.benefit_changes c where c.determination_id = d.id))
                and not exists (select from cases.uprating_raises r where r.determination_id = d.id)
                and d.made_at >= {since} and d.assessment::text like {$"%{remark}）%"}
            """).SingleAsync(cancellationToken);

    public async Task<IReadOnlyList<int>> CitingAsync(IReadOnlyList<CitedFigure> figures, CancellationToken cancellationToken)
    {
        var (sources, areas) = (figures.Select(f => f.Source).ToArray(), figures.Select(f => f.Area ?? "").ToArray());
        var (from, to) = (figures.Select(f => f.From ?? DateOnly.MinValue).ToArray(), figures.Select(f => f.To ?? DateOnly.MaxValue).ToArray());
        return await db.Database.SqlQuery<int>($"""
            select count(c.id)::int as "Value"
            from unnest({sources}, {areas}, {from}, {to}) with ordinality f (source, area, first_day, last_day, place)
            left join cases.determinations d on jsonb_path_query_array(d.assessment, '$.steps[*].source') ? f.source and d.month between f.first_day and f.last_day
            left join cases.case_files c on c.id = d.case_id and c.determination_id = d.id and c.stage = 'in-benefit' and (f.area = '' or c.area = f.area)
            group by f.place order by f.place
            """).ToListAsync(cancellationToken);
    }

    internal static CaseHeader Header(CaseFile c, IEnumerable<IAssistanceProgram> programs) => new(
        c.Id, c.Number, c.Program, programs.FirstOrDefault(p => p.Code == c.Program)?.Name ?? c.Program, c.HouseholdId, c.DivisionCode, c.ApplicantName, c.ApplicantIdNumber,
        c.MemberCount, c.Area, c.Stage, c.AcceptedOn, c.DueOn, c.PausedSince is not null, c.PerCapitaIncome, c.MonthlyAmount, c.Version, c.FactVersion);
}
