using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using SocialAssistance.Cases.CaseFiles;
using SocialAssistance.Contracts.Standards;
using SocialAssistance.Platform.Security;

namespace SocialAssistance.Cases.Letters;

/// <summary>受理通知书: number, promised day and how to ask, on one page. Every print is recorded.</summary>
[Allow("cases.letters.print")]
internal sealed class AcceptanceNoticeModel(LetterDesk letters, ICountySettings county) : PageModel
{
    public CaseFile Case { get; private set; } = null!;

    public string ProgramName => letters.ProgramName(Case);

    public bool Publishes => letters.Profile(Case).Publicity.Required;

    public string Office => letters.Office(Case);

    public string Place => letters.Place(Case);

    public CountyNumber Limit => letters.Profile(Case).Limit ?? county.ProcedureLimit(Case.AcceptedOn);

    public async Task<IActionResult> OnGetAsync(Guid caseId, CancellationToken cancellationToken)
    {
        if (await letters.OpenAsync(caseId, "acceptance-notice", "打印受理通知书", cancellationToken) is not { } file)
        {
            return NotFound();
        }

        Case = file;
        return Page();
    }
}
