using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using SocialAssistance.Cases.CaseFiles;
using SocialAssistance.Cases.Data;
using SocialAssistance.Cases.Reviews;
using SocialAssistance.Contracts.Cases;
using SocialAssistance.Contracts.Programs;
using SocialAssistance.Platform.Security;
using SocialAssistance.Platform.Time;
using SocialAssistance.Rules.Values;

namespace SocialAssistance.Cases.Changes;

/// <summary>待遇: the timeline as a picture and a table, and what changed it.</summary>
[Allow("cases.read")]
internal sealed class BenefitModel(CaseViewing viewing, CasesDb db, ChangeDesk desk, IAccess access, TimeProvider time) : PageModel
{
    public CaseHeader Header { get; private set; } = null!;

    public BenefitPicture? Picture { get; private set; }

    public IReadOnlyList<BenefitChange> Changes { get; private set; } = [];

    /// <summary>Day of the next periodic review; until its month the amount is not adjusted.</summary>
    public DateOnly? ReviewDue { get; private set; }

    public bool IsOverdue => ReviewDue < time.Today();

    public bool MayChange { get; private set; }

    public async Task<IActionResult> OnGetAsync(Guid caseId, CancellationToken cancellationToken)
    {
        if (await viewing.OpenAsync(caseId, "待遇", cancellationToken) is not { } header)
        {
            return NotFound();
        }

        Header = header;
        MayChange = access.Allows("cases.change", header.DivisionCode, header.Stage);
        Changes = await db.BenefitChanges.AsNoTracking().Where(c => c.CaseId == caseId).OrderByDescending(c => c.ProposedAt).Take(100).ToListAsync(cancellationToken);
        var file = await db.CaseFiles.AsNoTracking().SingleAsync(c => c.Id == caseId, cancellationToken);
        if (file.StartMonth is not null && file.Stage is Stages.InBenefit or Stages.Ended)
        {
            ReviewDue = await db.ReviewDues.AsNoTracking().Where(d => d.CaseId == caseId && d.Kind == ReviewKinds.Periodic).Select(d => (DateOnly?)d.DueOn).FirstOrDefaultAsync(cancellationToken);
            Picture = BenefitPicture.Of(await desk.TimelineAsync(file, cancellationToken), BenefitMonth.Of(time.Today()));
        }

        return Page();
    }
}
