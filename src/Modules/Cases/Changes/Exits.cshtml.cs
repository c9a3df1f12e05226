using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using MiniExcelLibs;
using SocialAssistance.Cases.Data;
using SocialAssistance.Contracts.Accounts;
using SocialAssistance.Contracts.Programs;
using SocialAssistance.Platform.Audit;
using SocialAssistance.Platform.Security;
using SocialAssistance.Platform.TagHelpers;
using SocialAssistance.Platform.Time;
using SocialAssistance.Rules.Values;

namespace SocialAssistance.Cases.Changes;

/// <summary>退出名单 and 渐退名单 of a month and township, to print or as a spreadsheet.</summary>
[Allow("changes.read")]
internal sealed class ExitsModel(CasesDb db, IEnumerable<IAssistanceProgram> programs, IDivisions divisions, IAuditTrail audit, ICurrentUser user, TimeProvider time) : PageModel
{
    public sealed record Row(string List, string Township, string Village, string Number, string Program, string Name, string Reason, decimal Before, DateOnly Last);

    private const int Most = 5_000;

    [BindProperty(SupportsGet = true)]
    public string? Month { get; set; }

    [BindProperty(SupportsGet = true)]
    public string? Division { get; set; }

    public BenefitMonth Of { get; private set; }

    public IReadOnlyList<Row> Exits { get; private set; } = [];

    public IReadOnlyList<Row> PhaseOuts { get; private set; } = [];

    public IReadOnlyList<Choice> Townships => [.. divisions.Townships().Where(t => t.Code.StartsWith(user.AreaPrefix[..Math.Min(9, user.AreaPrefix.Length)], StringComparison.Ordinal)).Select(t => new Choice(t.Prefix, t.Name))];

    public IReadOnlyList<Choice> Months => [.. Enumerable.Range(-1, 14).Select(i => BenefitMonth.Of(time.Today()).AddMonths(-i)).Select(m => new Choice(m.ToString(), Show.Month(m.FirstDay)))];

    public Task OnGetAsync(CancellationToken cancellationToken) => LoadAsync(cancellationToken);

    public async Task<IActionResult> OnGetXlsxAsync(CancellationToken cancellationToken)
    {
        await LoadAsync(cancellationToken);
        using var stream = new MemoryStream();
        stream.SaveAs(
            Exits.Concat(PhaseOuts).Select((r, i) => new Dictionary<string, object>
            {
                ["序号"] = i + 1, ["名单"] = r.List, ["乡镇"] = r.Township, ["村（居）"] = r.Village, ["受理编号"] = r.Number, ["项目"] = r.Program, ["户主"] = r.Name, ["原因"] = r.Reason,
                ["原每月待遇（元）"] = r.Before, ["最后发放月份"] = $"{r.Last:yyyy-MM}",
            }));
        await audit.ActedAsync("exported", "BenefitChange", $"{Of}", "导出退出、渐退名单", cancellationToken: cancellationToken);
        return File(stream.ToArray(), "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet", $"退出渐退名单-{Of}.xlsx");
    }

    private async Task LoadAsync(CancellationToken cancellationToken)
    {
        Of = BenefitMonth.TryParse(Month, out var month) ? month : BenefitMonth.Of(time.Today());
        var first = Of.FirstDay;
        var changes = db.BenefitChanges.AsNoTracking().Where(c => c.Status == ChangeStatus.Confirmed);
        if (Division is { Length: 9 or 12 } division)
        {
            changes = changes.Where(c => c.DivisionCode.StartsWith(division));
        }

        var read = await changes.Where(c => c.EndsMonth == first || (c.PhaseOutFrom <= first && first <= c.PhaseOutUntil))
            .Join(db.CaseFiles, c => c.CaseId, f => f.Id, (c, f) => new { Change = c, f.Number, f.Program, f.ApplicantName, f.DivisionCode }).OrderBy(r => r.DivisionCode).ThenBy(r => r.Number).Take(Most).ToListAsync(cancellationToken);
        Row Line(string list, BenefitChange c, string number, string program, string name, string village, DateOnly last) =>
            new(list, divisions.Name(Contracts.Accounts.Division.TownshipOf(village)), divisions.Name(village), number, programs.Single(p => p.Code == program).Name, name, $"{ChangeKinds.Name(c.Kind)}{(c.PersonName is { } person ? $"（{person}）" : "")}", c.TotalBefore ?? 0, last);
        Exits = [.. read.Where(r => r.Change.EndsMonth == first).Select(r => Line("退出", r.Change, r.Number, r.Program, r.ApplicantName, r.DivisionCode, first.AddMonths(-1)))];
        PhaseOuts = [.. read.Where(r => r.Change.EndsMonth != first).Select(r => Line("渐退", r.Change, r.Number, r.Program, r.ApplicantName, r.DivisionCode, r.Change.PhaseOutUntil!.Value))];
    }
}
