using System.Linq.Expressions;
using Microsoft.EntityFrameworkCore;
using SocialAssistance.Cases.CaseFiles;
using SocialAssistance.Cases.Data;
using SocialAssistance.Cases.Decisions;
using SocialAssistance.Contracts.Cases;
using SocialAssistance.Contracts.Standards;
using SocialAssistance.Platform.Data;
using SocialAssistance.Platform.Time;

namespace SocialAssistance.Cases.Worklist;

/// <summary>What the user asked the list for; the same object feeds list, count, badge and export.</summary>
/// <param name="Tab"><c>mine</c> 待我办, <c>open</c> 全部在办, <c>late</c> 已超期, <c>benefit</c> 保障中, <c>all</c> 全部.</param>
/// <param name="Stage">One stage; null for every stage of the tab.</param>
/// <param name="Area">Urban or rural; null for both.</param>
/// <param name="Division">Township or village prefix below the user's own; null for the whole area.</param>
internal sealed record WorklistFilter(string Tab, string? Stage, string? Area, string? Division);

/// <summary>A row of the worklist.</summary>
internal sealed record WorklistRow(
    Guid Id, string Number, string ApplicantName, string? ApplicantIdNumber, string Area, string Program, string DivisionCode, int MemberCount,
    decimal? PerCapitaIncome, decimal? MonthlyAmount, string Stage, DateOnly DueOn, bool Paused, bool RelativeOfOfficial);

/// <summary>A page of rows, sorted by due day, with the cursors of its neighbours.</summary>
internal sealed record WorklistPage(IReadOnlyList<WorklistRow> Rows, string? After, string? Before);

/// <summary>Reads the worklist (我的待办) by keyset, fewest working days first.</summary>
internal sealed class WorklistQuery(CasesDb db, DeskStages desk, Deciders deciders, TimeProvider time)
{
    private readonly Dictionary<WorklistFilter, int> _counted = [];

    /// <summary>How many rows the list has; asked once a request, though the list and the badge both show it.</summary>
    public async Task<int> CountAsync(WorklistFilter filter, CancellationToken cancellationToken) =>
        _counted.TryGetValue(filter, out var known) ? known : _counted[filter] = await (await FilteredAsync(filter, cancellationToken)).CountAsync(cancellationToken);

    public async Task<WorklistPage> PageAsync(WorklistFilter filter, string? after, string? before, int size, CancellationToken cancellationToken)
    {
        var cases = await FilteredAsync(filter, cancellationToken);
        var backwards = before is not null;
        if (Cursor.Read(after ?? before) is { } cursor)
        {
            cases = backwards
                ? cases.Where(c => c.DueOn < cursor.DueOn || (c.DueOn == cursor.DueOn && c.Id < cursor.Id))
                : cases.Where(c => c.DueOn > cursor.DueOn || (c.DueOn == cursor.DueOn && c.Id > cursor.Id));
        }

        var ordered = backwards ? cases.OrderByDescending(c => c.DueOn).ThenByDescending(c => c.Id) : cases.OrderBy(c => c.DueOn).ThenBy(c => c.Id);
        var read = await ordered.Take(size + 1)
            .Select(c => new WorklistRow(c.Id, c.Number, c.ApplicantName, c.ApplicantIdNumber, c.Area, c.Program, c.DivisionCode, c.MemberCount,
                c.PerCapitaIncome, c.MonthlyAmount, c.Stage, c.DueOn, c.PausedSince != null, c.RelativeOfOfficial))
            .ToListAsync(cancellationToken);
        var more = read.Count > size;
        var rows = more ? read[..size] : read;
        if (backwards)
        {
            rows.Reverse();
        }

        return new(rows, rows.Count > 0 && (backwards || more) ? Cursor.Write(rows[^1]) : null, rows.Count > 0 && (after is not null || (backwards && more)) ? Cursor.Write(rows[0]) : null);
    }

    /// <summary>Cases in which the user has a step to do; of those that wait for a decision only his own (委托下放).</summary>
    public async Task<IQueryable<CaseFile>> MineAsync(CancellationToken cancellationToken)
    {
        var mine = desk.Mine.ToArray();
        var cases = db.CaseFiles.AsNoTracking().Where(c => mine.Contains(c.Stage));
        if (!desk.Mine.Contains(Stages.Confirmation))
        {
            return cases;
        }

        var decided = await deciders.CasesAsync(cancellationToken);
        var other = Expression.NotEqual(Expression.Property(decided.Parameters[0], nameof(CaseFile.Stage)), Expression.Constant(Stages.Confirmation));
        return cases.Where(Expression.Lambda<Func<CaseFile, bool>>(Expression.OrElse(other, decided.Body), decided.Parameters));
    }

    private async Task<IQueryable<CaseFile>> FilteredAsync(WorklistFilter filter, CancellationToken cancellationToken)
    {
        var cases = db.CaseFiles.AsNoTracking();
        var open = Stages.Open.ToArray();
        var today = time.Today();
        cases = filter.Tab switch
        {
            "mine" => await MineAsync(cancellationToken),
            "late" => cases.Where(c => open.Contains(c.Stage) && c.DueOn < today && c.PausedSince == null),
            "benefit" => cases.Where(c => c.Stage == Stages.InBenefit),
            "all" => cases,
            _ => cases.Where(c => open.Contains(c.Stage)),
        };
        if (filter.Stage is { } stage)
        {
            cases = cases.Where(c => c.Stage == stage);
        }

        if (filter.Area is { } area)
        {
            cases = cases.Where(c => c.Area == area);
        }

        return filter.Division is { } division ? cases.Below(division) : cases;
    }

    private sealed record Cursor(DateOnly DueOn, Guid Id)
    {
        public static string Write(WorklistRow row) => $"{row.DueOn:yyyyMMdd}{row.Id:N}";

        public static Cursor? Read(string? text) =>
            text is { Length: 40 } && DateOnly.TryParseExact(text[..8], "yyyyMMdd", out var due) && Guid.TryParseExact(text[8..], "N", out var id) ? new(due, id) : null;
    }
}
