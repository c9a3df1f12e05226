using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using SocialAssistance.Cases.CaseFiles;
using SocialAssistance.Contracts.Cases;
using SocialAssistance.Platform.Security;

namespace SocialAssistance.Cases.Changes;

/// <summary>登记变更: what happened.</summary>
[Allow("cases.change")]
internal sealed class ChooseChangeModel(CaseViewing viewing, IAccess access) : PageModel
{
    public CaseHeader Header { get; private set; } = null!;

    public bool MayChange { get; private set; }

    public string WhoCan => Header.Stage == Stages.InBenefit ? $"变更由{access.WhoCan("cases.change", Header.Stage)}登记。" : $"这户现在是“{Stages.Names[Header.Stage]}”，保障中的家庭才登记变更。";

    public async Task<IActionResult> OnGetAsync(Guid caseId, CancellationToken cancellationToken)
    {
        if (await viewing.OpenAsync(caseId, "登记变更", cancellationToken) is not { } header)
        {
            return NotFound();
        }

        Header = header;
        MayChange = access.Allows("cases.change", header.DivisionCode, header.Stage);
        return Page();
    }
}
