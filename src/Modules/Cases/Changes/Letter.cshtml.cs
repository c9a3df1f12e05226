using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using SocialAssistance.Platform.Security;

namespace SocialAssistance.Cases.Changes;

/// <summary>The letter of one change on one A4 page: the notice before a fall, or the decision. Every print is recorded.</summary>
[Allow("cases.letters.print")]
internal sealed class LetterModel(ChangeLetters letters) : PageModel
{
    public Guid CaseId { get; private set; }

    public ChangeLetter Letter { get; private set; } = null!;

    public async Task<IActionResult> OnGetAsync(Guid caseId, Guid changeId, CancellationToken cancellationToken)
    {
        CaseId = caseId;
        if ((await letters.ReadAsync([changeId], cancellationToken)).FirstOrDefault(l => l.CaseId == caseId) is not { } letter)
        {
            return NotFound();
        }

        Letter = letter;
        return Page();
    }
}
