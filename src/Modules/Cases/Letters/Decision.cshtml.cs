using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using SocialAssistance.Cases.CaseFiles;
using SocialAssistance.Cases.Data;
using SocialAssistance.Cases.Decisions;
using SocialAssistance.Contracts.Accounts;
using SocialAssistance.Contracts.Cases;
using SocialAssistance.Contracts.Programs;
using SocialAssistance.Contracts.Standards;
using SocialAssistance.Platform.Audit;
using SocialAssistance.Platform.Security;
using SocialAssistance.Platform.TagHelpers;
using SocialAssistance.Rules.Standards;

namespace SocialAssistance.Cases.Letters;

/// <summary>The notice of confirmation or refusal on one A4 page, with the calculation and the remedies.</summary>
[Allow("cases.print-decision")]
internal sealed class DecisionLetterModel(ICases cases, IAuditTrail audit, CasesDb db, IDivisions divisions, ICountySettings county, Deciders deciders, CaseDesk desk) : PageModel
{
    public CaseHeader Header { get; private set; } = null!;

    public Assessment Assessment { get; private set; } = null!;

    public ProgramProfile Profile => desk.Profile(Header.Program);

    public string Issuer { get; private set; } = "";

    /// <summary>Where the family reports changes: the township, whoever decided.</summary>
    public string Office { get; private set; } = "";

    public string Number { get; private set; } = "";

    public string Address { get; private set; } = "";

    public DateOnly? DecidedOn { get; private set; }

    public string? DeclineReason { get; private set; }

    public string StartMonth { get; private set; } = "";

    public int ReconsiderationDays { get; private set; }

    public int LitigationMonths { get; private set; }

    public async Task<IActionResult> OnGetAsync(Guid caseId, CancellationToken cancellationToken)
    {
        if (await cases.FindAsync(caseId, cancellationToken) is not { Stage: Stages.InBenefit or Stages.Declined } header)
        {
            return NotFound();
        }

        Header = header;
        var file = await db.CaseFiles.AsNoTracking().SingleAsync(c => c.Id == caseId, cancellationToken);
        // What was decided then: changes, standards and reviews have made newer determinations since.
        var made = await db.Determinations.AsNoTracking().Where(d => d.CaseId == caseId && d.Purpose == "confirmation").OrderByDescending(d => d.MadeAt).FirstAsync(cancellationToken);
        Assessment = made.Assessment;
        Office = divisions.Name(Division.TownshipOf(file.DivisionCode)) + "人民政府";
        Issuer = await deciders.IssuerAsync(file, made.MonthlyAmount, file.DecidedOn!.Value, cancellationToken);
        Number = "案卷编号 " + file.Number;
        Address = divisions.FullName(file.DivisionCode);
        (DecidedOn, DeclineReason) = (file.DecidedOn, file.DeclineReason);
        StartMonth = file.StartMonth is { } month ? Show.Month(month) : "";
        ReconsiderationDays = county.Number(ParameterCatalogue.Deadline.ReconsiderationDays, desk.Today).Value;
        LitigationMonths = county.Number(ParameterCatalogue.Deadline.LitigationMonths, desk.Today).Value;
        await audit.ActedAsync("printed-decision", "CaseFile", $"{caseId}", "打印决定通知书", caseId: caseId, cancellationToken: cancellationToken);
        return Page();
    }
}
