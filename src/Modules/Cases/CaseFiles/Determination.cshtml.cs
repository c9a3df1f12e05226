using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using SocialAssistance.Cases.Data;
using SocialAssistance.Contracts.Cases;
using SocialAssistance.Platform.Security;

namespace SocialAssistance.Cases.CaseFiles;

/// <summary>测算说明: why the amount is what it is, line by line, as stored when it was made.</summary>
[Allow("cases.read")]
internal sealed class DeterminationModel(CaseViewing viewing, CasesDb db, IAccess access) : PageModel
{
    public sealed record Row(Guid Id, DateTimeOffset MadeAt, string Purpose, string MadeByName, DateOnly Month, decimal MonthlyAmount);

    public CaseHeader Header { get; private set; } = null!;

    public bool MayStart { get; private set; }

    public DeterminationRecord? Shown { get; private set; }

    public IReadOnlyList<Row> All { get; private set; } = [];

    public async Task<IActionResult> OnGetAsync(Guid caseId, Guid? id, CancellationToken cancellationToken)
    {
        if (await viewing.OpenAsync(caseId, "测算说明", cancellationToken) is not { } header)
        {
            return NotFound();
        }

        Header = header;
        MayStart = access.Allows("cases.intake", header.DivisionCode, header.Stage);
        All = await db.Determinations.AsNoTracking().Where(d => d.CaseId == caseId).OrderByDescending(d => d.MadeAt).Take(50)
            .Select(d => new Row(d.Id, d.MadeAt, d.Purpose, d.MadeByName, d.Month, d.MonthlyAmount)).ToListAsync(cancellationToken);
        var shown = id ?? All.FirstOrDefault()?.Id;
        Shown = await db.Determinations.AsNoTracking().FirstOrDefaultAsync(d => d.CaseId == caseId && d.Id == shown, cancellationToken);
        return Page();
    }

    public static string Purpose(string purpose) => purpose switch
    {
        "opinion" => "初审",
        "confirmation" => "确认",
        _ when Changes.ChangeKinds.Find(purpose) is { } kind => $"变更（{kind.Name}）",
        "standard" => "标准调整",
        "standard-back" => "标准撤销",
        "review" => "定期核查",
        _ => FactCauses.Names.GetValueOrDefault(purpose, purpose),
    };
}
