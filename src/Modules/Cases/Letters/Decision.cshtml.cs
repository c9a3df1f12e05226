using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using SocialAssistance.Cases.CaseFiles;
using SocialAssistance.Cases.Data;
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
internal sealed class DecisionLetterModel(ICases cases, IAuditTrail audit, CasesDb db, IDivisions divisions, ICountySettings county, IDelegations delegations, CaseDesk desk) : PageModel
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
        Assessment = await db.Determinations.AsNoTracking().Where(d => d.Id == file.DeterminationId).Select(d => d.Assessment).SingleAsync(cancellationToken);
        var township = Division.TownshipOf(file.DivisionCode);
        Office = divisions.Name(township) + "人民政府";
        // Whoever decided signs: the township by delegation, the county for itself.
        Issuer = await delegations.FindAsync(township, file.Program, file.MonthlyAmount ?? 0, file.DecidedOn!.Value, cancellationToken) is null ? county.CountyName + "民政局" : Office;
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
