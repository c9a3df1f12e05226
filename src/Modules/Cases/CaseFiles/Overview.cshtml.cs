using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using SocialAssistance.Cases.Data;
using SocialAssistance.Cases.Decisions;
using SocialAssistance.Contracts.Accounts;
using SocialAssistance.Contracts.Cases;
using SocialAssistance.Contracts.Programs;
using SocialAssistance.Platform.Security;
using SocialAssistance.Platform.TagHelpers;

namespace SocialAssistance.Cases.CaseFiles;

/// <summary>概况: the one page about a family, with the next step on top.</summary>
[Allow("cases.read")]
internal sealed class OverviewModel(CaseViewing viewing, CasesDb db, CaseSteps steps, Deciders deciders, IDivisions divisions, IEnumerable<IAssistanceProgram> programs, IAccess access) : PageModel
{
    public CaseHeader Header { get; private set; } = null!;

    public CaseFacts Facts { get; private set; } = null!;

    public Assessment? Assessment { get; private set; }

    public string Address { get; private set; } = "";

    public string AcceptedBy { get; private set; } = "";

    public NextStep? Next { get; private set; }

    public IReadOnlyList<CaseTask> Tasks { get; private set; } = [];

    public bool PrintsDecision => access.Allows("cases.print-decision", Header.DivisionCode, Header.Stage);

    public bool WithdrawsDecision { get; private set; }

    public IReadOnlyList<TimelineEntry> Recent { get; private set; } = [];

    public async Task<IActionResult> OnGetAsync(Guid caseId, CancellationToken cancellationToken)
    {
        var read = await (
            from c in db.CaseFiles.AsNoTracking()
            where c.Id == caseId
            join v in db.FactVersions on new { CaseId = c.Id, Number = c.FactVersion } equals new { v.CaseId, v.Number }
            join d in db.Determinations on c.DeterminationId equals d.Id into determined
            from d in determined.DefaultIfEmpty()
            select new { File = c, v.Facts, Assessment = d == null ? null : d.Assessment }).SingleOrDefaultAsync(cancellationToken);
        if (read is null)
        {
            return NotFound();
        }

        var file = read.File;
        var header = CaseFinder.Header(file, programs);
        await viewing.NoteAsync(header, "概况", cancellationToken);
        (Header, Facts, Assessment) = (header, read.Facts, read.Assessment);
        Recent = await db.TimelineEntries.AsNoTracking().Where(t => t.CaseId == caseId).OrderByDescending(t => t.At).ThenByDescending(t => t.Id).Take(5).ToListAsync(cancellationToken);
        Address = divisions.FullName(header.DivisionCode) + Facts.Address;
        AcceptedBy = file.AcceptedByName;
        WithdrawsDecision = access.Allows("cases.withdraw-decision", header.DivisionCode, header.Stage)
            && await deciders.RefuseAsync(file, file.MonthlyAmount ?? 0, "撤回", cancellationToken) is null;
        (Next, Tasks) = steps.Of(file, await deciders.OfAsync(file, file.MonthlyAmount ?? 0, cancellationToken));
        return Page();
    }
}
