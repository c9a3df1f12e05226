using Microsoft.EntityFrameworkCore;
using SocialAssistance.Cases.CaseFiles;
using SocialAssistance.Cases.Data;
using SocialAssistance.Cases.Decisions;
using SocialAssistance.Contracts.Accounts;
using SocialAssistance.Contracts.Cases;
using SocialAssistance.Contracts.Programs;
using SocialAssistance.Contracts.Standards;
using SocialAssistance.Platform.Audit;
using SocialAssistance.Platform.TagHelpers;
using SocialAssistance.Rules.Standards;

namespace SocialAssistance.Cases.Changes;

/// <summary>One letter about a change: before the decision it asks to be heard, after it says what was decided.</summary>
internal sealed record ChangeLetter(
    Guid CaseId, ProgramProfile Program, string Title, string Issuer, string Number, string Name, string Address, DateOnly On, bool Decided, string What, string From, decimal Before, decimal After,
    string? PhaseOut, IReadOnlyList<BenefitLoss> Losses, PaperReckoning? Reckoning, string? Hearing, DateOnly ReplyUntil, int ReconsiderationDays, int LitigationMonths)
{
    /// <summary>Beyond this a sheet in the usual type might not hold it.</summary>
    private const int Many = 12;

    /// <summary>Kinds of losses that are told one by one; more stand in the table of persons.</summary>
    private const int Told = 2;

    /// <summary>Set in smaller type, so that a large family fits on the sheet.</summary>
    public bool Dense => (Reckoning?.Lines ?? 0) > Many || What.Length > 100;

    /// <summary>Who loses what from when.</summary>
    public string Lost => Losses.GroupBy(l => (l.BenefitName, l.Month, l.Before, l.After)).ToArray() is { Length: <= Told } kinds
        ? string.Join('；', kinds.Select(g =>
            $"{string.Join('、', g.Select(l => l.PersonName))} {g.Key.BenefitName}，{Show.Month(g.Key.Month.FirstDay)}起{(g.Count() > 1 ? "各" : "")}由 {Show.Money(g.Key.Before)} 元减为 {Show.Money(g.Key.After)} 元"))
        : string.Join('；', Losses.GroupBy(l => l.Month).Select(g =>
            $"{Show.Month(g.Key.FirstDay)}起，{string.Join('、', g.Select(l => l.PersonName).Distinct())}的{string.Join('、', g.Select(l => l.BenefitName).Distinct())}")) + "，现在和以后的数额见下表";
}

/// <summary>Collects what the letters say, and records every print.</summary>
internal sealed class ChangeLetters(CasesDb db, ChangeDesk desk, CaseDesk cases, IDivisions divisions, Deciders deciders, ICountySettings county, IWorkingCalendar calendar, IAuditTrail audit)
{
    /// <summary>Working days offered for an answer; the law names none, so the notice does.</summary>
    private const int ReplyDays = 5;

    public async Task<IReadOnlyList<ChangeLetter>> ReadAsync(IReadOnlyList<Guid> changeIds, CancellationToken cancellationToken)
    {
        var rows = await db.BenefitChanges.AsNoTracking().Where(c => changeIds.Contains(c.Id) && (c.Status == ChangeStatus.Proposed || c.Status == ChangeStatus.Confirmed))
            .Join(db.CaseFiles.AsNoTracking(), c => c.CaseId, f => f.Id, (c, f) => new { Change = c, File = f }).OrderBy(r => r.File.DivisionCode).ThenBy(r => r.File.Number).ToListAsync(cancellationToken);
        var letters = new List<ChangeLetter>();
        foreach (var row in rows)
        {
            letters.Add(row.Change.Status == ChangeStatus.Confirmed ? await DecidedAsync(row.File, row.Change, cancellationToken) : await NoticeAsync(row.File, row.Change, cancellationToken));
            await audit.ActedAsync("printed", "Letter", $"change/{row.File.Number}", "打印待遇变更文书", null, row.File.Id, cancellationToken);
        }

        return letters;
    }

    private async Task<ChangeLetter> DecidedAsync(CaseFile file, BenefitChange change, CancellationToken cancellationToken)
    {
        var assessment = await db.Determinations.AsNoTracking().Where(d => d.Id == change.DeterminationId).Select(d => d.Assessment).SingleAsync(cancellationToken);
        var heard = await db.Hearings.AsNoTracking().FirstOrDefaultAsync(h => h.Id == change.HearingId, cancellationToken);
        var phaseOut = change is { PhaseOutFrom: { } first, PhaseOutUntil: { } last } ? Stretch(first, last, change.EndsMonth) : null;
        return await LetterAsync(file, change, cancellationToken, Title(change), change.DecidedOn!.Value, decided: true, Show.Month(change.EffectiveMonth!.Value), change.TotalBefore!.Value, change.TotalAfter!.Value, phaseOut, [], Reckoning(assessment, null),
            heard is null ? null : $"作出本决定前，已于{Show.DateLong(heard.HeardOn)}{HearingWords.Heard[heard.HeardHow]}你家庭的意见（{HearingWords.Basis}）。");
    }

    private async Task<ChangeLetter> NoticeAsync(CaseFile file, BenefitChange change, CancellationToken cancellationToken)
    {
        var effect = await desk.TryAsync(file, change, cancellationToken);
        var phaseOut = effect.PhaseOut is [var first, .., var last] ? Stretch(first.Month.FirstDay, last.Month.FirstDay, effect.EndsWith?.FirstDay)
            : effect.PhaseOut is [var only] ? Stretch(only.Month.FirstDay, only.Month.FirstDay, effect.EndsWith?.FirstDay) : null;
        return await LetterAsync(file, change, cancellationToken, "变更事先告知书", cases.Today, decided: false, Show.Month(effect.From.FirstDay), effect.TotalBefore, effect.TotalAfter, phaseOut, effect.Losses, Reckoning(effect.First.Assessment, [.. Periods(effect)]), null);
    }

    // An interruption calculates nothing, and its reason is told above.
    private static PaperReckoning? Reckoning(Assessment? assessment, IReadOnlyList<PaperPeriod>? periods) => assessment is { Steps.Count: > 0 } and not { Steps.Count: 1, Amounts.Count: 0 } ? PaperReckoning.Of(assessment, periods) : null;

    // What is paid now, from the first month that differs, and from every later month in which somebody loses.
    private static IEnumerable<PaperPeriod> Periods(ChangeEffect effect)
    {
        yield return new("现在", effect.Before.Months.First(m => m.Month >= effect.From).Amounts);
        foreach (var month in effect.Losses.Select(l => l.Month).Append(effect.From).Distinct().OrderBy(m => m.Index))
        {
            yield return new($"{month.Year}年{month.Month}月起", effect.After.Months.FirstOrDefault(m => m.Month == month)?.Amounts ?? []);
        }
    }

    private static string Title(BenefitChange change) => change switch
    {
        { Kind: ChangeKinds.Suspend } => "暂停发放通知书",
        { Kind: ChangeKinds.Resume } => "恢复发放通知书",
        { Kind: ChangeKinds.Exit } => "退出通知书",
        { TotalAfter: 0 } => "停发通知书",
        { PhaseOutFrom: not null } => "渐退通知书",
        _ when change.TotalAfter < change.TotalBefore => "减发通知书",
        _ when change.TotalAfter > change.TotalBefore => "增发通知书",
        _ => "变更通知书",
    };

    private static string Stretch(DateOnly first, DateOnly last, DateOnly? ends) =>
        $"{Show.Month(first)}{(first == last ? "" : $"至{Show.Month(last)}")}为渐退期{(ends is { } month ? $"，{Show.Month(month)}起不再发放" : "，期满后按届时情况重新测算")}。";

    private async Task<ChangeLetter> LetterAsync(
        CaseFile file, BenefitChange change, CancellationToken cancellationToken, string title, DateOnly on, bool decided, string from, decimal before, decimal after, string? phaseOut, IReadOnlyList<BenefitLoss> losses, PaperReckoning? reckoning,
        string? hearing) => new(
        file.Id, cases.Profile(file.Program), cases.Profile(file.Program).FullName + title, await deciders.IssuerAsync(file, after, on, cancellationToken), "案卷编号 " + file.Number, file.ApplicantName, divisions.FullName(file.DivisionCode), on, decided,
        $"{ChangeKinds.Name(change.Kind)}{(change.PersonName is { } name ? $"（{name}）" : "")}，{Show.DateLong(change.HappenedOn)}{(change.Note is { } note ? $"，{note}" : "")}",
        from, before, after, phaseOut, losses, reckoning, hearing, calendar.Add(cases.Today, ReplyDays),
        county.Number(ParameterCatalogue.Deadline.ReconsiderationDays, cases.Today).Value, county.Number(ParameterCatalogue.Deadline.LitigationMonths, cases.Today).Value);
}
