using System.Security.Claims;
using Microsoft.EntityFrameworkCore;
using SocialAssistance.Cases.CaseFiles;
using SocialAssistance.Cases.Data;
using SocialAssistance.Cases.Decisions;
using SocialAssistance.Cases.Reviews;
using SocialAssistance.Cases.Uprating;
using SocialAssistance.Contracts.Cases;
using SocialAssistance.Contracts.Programs;
using SocialAssistance.Platform.Data;
using SocialAssistance.Platform.Security;
using SocialAssistance.Platform.Time;

namespace SocialAssistance.Cases.Changes;

/// <summary>One line of 动态管理.</summary>
internal sealed record DynamicRow(Guid Id, Guid CaseId, string CaseNumber, string Program, string Name, string DivisionCode, string What, DateOnly On, string? Detail, decimal? Before, decimal? After);

/// <summary>A page of lines with the cursors of its neighbours.</summary>
internal sealed record DynamicPage(IReadOnlyList<DynamicRow> Rows, string? After, int Total);

/// <summary>Reads the lists of 动态管理 by keyset; count, badge and page come from the same query.</summary>
internal sealed class DynamicQuery(CasesDb db, Deciders deciders, IEnumerable<IAssistanceProgram> programs, TimeProvider time)
{
    public const int PageSize = 30;

    /// <summary>Reviews are shown this many months ahead.</summary>
    private const int MonthsAhead = 2;

    private readonly Dictionary<(string Tab, string? Division), int> _counted = [];

    /// <summary>The list a person starts with: the leader with the changes that wait, everybody else with the reviews that are due.</summary>
    public static string TabOf(IAccess access, ClaimsPrincipal user) => access.Allows(user, "cases.confirm-change") ? "open" : "review";

    /// <summary>How many lines a list has; asked once a request, though the list and the badge both show it.</summary>
    public async Task<int> CountAsync(string tab, string? division, CancellationToken cancellationToken) =>
        _counted.TryGetValue((tab, division), out var known) ? known : _counted[(tab, division)] = tab is "review" or "age"
            ? await Dues(tab, division).CountAsync(cancellationToken)
            : tab == "standard" ? await Waits(division).CountAsync(cancellationToken)
            : await (await OfAsync(tab, division, cancellationToken)).CountAsync(cancellationToken);

    public async Task<DynamicPage> PageAsync(string tab, string? division, string? after, CancellationToken cancellationToken)
    {
        var total = await CountAsync(tab, division, cancellationToken);
        var rows = tab switch
        {
            "review" or "age" => await DuesAsync(tab, division, after, cancellationToken),
            "standard" => await WaitsAsync(division, after, cancellationToken),
            _ => await ChangesAsync(tab, division, after, cancellationToken),
        };
        return rows.Count > PageSize ? new(rows[..PageSize], Cursor(rows[PageSize - 1]), total) : new(rows, null, total);
    }

    /// <summary>Where reviews stand still today: in the user's area, or above it.</summary>
    public async Task<IReadOnlyList<ReviewSuspension>> SuspendedAsync(CancellationToken cancellationToken)
    {
        var (today, area) = (time.Today(), db.AreaPrefix);
        return await db.ReviewSuspensions.AsNoTracking().Where(s => s.FromDay <= today && (s.ToDay == null || s.ToDay >= today) && (s.Prefix.StartsWith(area) || area.StartsWith(s.Prefix)))
            .OrderBy(s => s.FromDay).Take(20).ToListAsync(cancellationToken);
    }

    private IQueryable<ReviewDue> Dues(string tab, string? division)
    {
        var until = time.Today().AddMonths(MonthsAhead);
        var dues = db.ReviewDues.AsNoTracking().Where(d => d.DueOn <= until);
        dues = tab == "review" ? dues.Where(d => d.Kind == ReviewKinds.Periodic) : dues.Where(d => d.Kind != ReviewKinds.Periodic);
        return division is null ? dues : dues.Below(division);
    }

    /// <summary>Cases a published version did not reach, or did not leave when it was withdrawn, and nobody has decided on since.</summary>
    private IQueryable<UpratingWait> Waits(string? division)
    {
        var waits = db.UpratingWaits.AsNoTracking().Where(w => (w.Kind == UpratingWaits.Withdrawn || !db.UpratingOrders.Any(o => o.VersionId == w.VersionId && o.WithdrawnAt != null)) && db.CaseFiles.Any(f => f.Id == w.CaseId && f.Stage == Stages.InBenefit)
            && !db.BenefitChanges.Any(c => c.CaseId == w.CaseId && c.Status == ChangeStatus.Confirmed && db.Determinations.Any(d => d.Id == c.DeterminationId && d.MadeAt > w.NotedAt)));
        return division is null ? waits : waits.Below(division);
    }

    private async Task<IQueryable<BenefitChange>> OfAsync(string tab, string? division, CancellationToken cancellationToken)
    {
        var month = new DateOnly(time.Today().Year, time.Today().Month, 1);
        var changes = db.BenefitChanges.AsNoTracking();
        changes = tab switch
        {
            "phase-out" => changes.Where(c => c.Status == ChangeStatus.Confirmed && c.PhaseOutUntil >= month),
            "done" => changes.Where(c => c.Status == ChangeStatus.Confirmed),
            _ => changes.Where(c => c.Status == ChangeStatus.Proposed).Join(db.CaseFiles, c => c.CaseId, f => f.Id, (c, f) => new ChangeOfCase { Change = c, File = f })
                .Where(await deciders.ChangesAsync(cancellationToken)).Select(c => c.Change),
        };
        return division is null ? changes : changes.Below(division);
    }

    private async Task<List<DynamicRow>> DuesAsync(string tab, string? division, string? after, CancellationToken cancellationToken)
    {
        var dues = Dues(tab, division);
        if (Read(after) is var (on, id) && id != Guid.Empty)
        {
            dues = dues.Where(d => d.DueOn > on || (d.DueOn == on && d.Id > id));
        }

        var read = await dues.OrderBy(d => d.DueOn).ThenBy(d => d.Id).Take(PageSize + 1)
            .Join(db.CaseFiles, d => d.CaseId, f => f.Id, (d, f) => new { Due = d, f.Number, f.Program, f.ApplicantName, f.DivisionCode, f.MonthlyAmount }).OrderBy(d => d.Due.DueOn).ThenBy(d => d.Due.Id).ToListAsync(cancellationToken);
        return [.. read.Select(r => new DynamicRow(r.Due.Id, r.Due.CaseId, r.Number, Named(r.Program), r.ApplicantName, r.DivisionCode, ReviewKinds.Names[r.Due.Kind], r.Due.DueOn, r.Due.PersonName, r.MonthlyAmount, null))];
    }

    private async Task<List<DynamicRow>> WaitsAsync(string? division, string? after, CancellationToken cancellationToken)
    {
        var waits = Waits(division);
        if (Read(after) is var (on, id) && id != Guid.Empty)
        {
            waits = waits.Where(w => w.NotedOn > on || (w.NotedOn == on && w.CaseId > id));
        }

        var read = await waits.OrderBy(w => w.NotedOn).ThenBy(w => w.CaseId).Take(PageSize + 1)
            .Join(db.CaseFiles, w => w.CaseId, f => f.Id, (w, f) => new { Wait = w, f.Number, f.Program, f.ApplicantName, f.DivisionCode, f.MonthlyAmount }).OrderBy(w => w.Wait.NotedOn).ThenBy(w => w.Wait.CaseId).ToListAsync(cancellationToken);
        return [.. read.Select(r => new DynamicRow(r.Wait.CaseId, r.Wait.CaseId, r.Number, Named(r.Program), r.ApplicantName, r.DivisionCode, $"{UpratingWaits.Names[r.Wait.Kind]}（第 {r.Wait.VersionNumber} 号版本）", r.Wait.NotedOn, r.Wait.Reason, r.MonthlyAmount, null))];
    }

    private async Task<List<DynamicRow>> ChangesAsync(string tab, string? division, string? after, CancellationToken cancellationToken)
    {
        var changes = await OfAsync(tab, division, cancellationToken);
        if (Read(after) is var (_, id) && id != Guid.Empty)
        {
            // Identifiers rise with time, so one of them is the cursor.
            changes = changes.Where(c => c.Id > id);
        }

        var read = await changes.OrderBy(c => c.Id).Take(PageSize + 1)
            .Join(db.CaseFiles, c => c.CaseId, f => f.Id, (c, f) => new { Change = c, f.Number, f.Program, f.ApplicantName, f.DivisionCode }).OrderBy(c => c.Change.Id).ToListAsync(cancellationToken);
        return [.. read.Select(r => new DynamicRow(r.Change.Id, r.Change.CaseId, r.Number, Named(r.Program), r.ApplicantName, r.DivisionCode, ChangeKinds.Name(r.Change.Kind), r.Change.HappenedOn, Detail(tab, r.Change), r.Change.TotalBefore, r.Change.TotalAfter))];
    }

    private string Named(string program) => programs.FirstOrDefault(p => p.Code == program)?.Name ?? program;

    private string? Detail(string tab, BenefitChange change)
    {
        if (tab == "phase-out" && change.PhaseOutUntil is { } last)
        {
            var today = time.Today();
            return $"{change.PersonName} 渐退至{last:yyyy年M月}，还剩 {Math.Max(0, ((last.Year - today.Year) * 12) + last.Month - today.Month + 1)} 个月";
        }

        return change.EffectiveMonth is { } month ? $"{change.PersonName} {month:yyyy年M月}起" : $"{change.PersonName} {change.ProposedByName}登记";
    }

    private static string Cursor(DynamicRow row) => $"{row.On:yyyyMMdd}{row.Id:N}";

    private static (DateOnly On, Guid Id) Read(string? text) =>
        text is { Length: 40 } && DateOnly.TryParseExact(text[..8], "yyyyMMdd", out var on) && Guid.TryParseExact(text[8..], "N", out var id) ? (on, id) : default;
}
