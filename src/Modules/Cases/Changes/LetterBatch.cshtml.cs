using Microsoft.AspNetCore.Mvc.RazorPages;
using SocialAssistance.Platform.Security;

namespace SocialAssistance.Cases.Changes;

/// <summary>Letters of several changes, one sheet each.</summary>
[Allow("cases.letters.print")]
internal sealed class LetterBatchModel(ChangeLetters letters) : PageModel
{
    /// <summary>More sheets than anybody sorts at once are printed in several runs.</summary>
    private const int Most = 100;

    public IReadOnlyList<ChangeLetter> Letters { get; private set; } = [];

    public async Task OnGetAsync(Guid[] ids, CancellationToken cancellationToken) => Letters = await letters.ReadAsync([.. ids.Distinct().Take(Most)], cancellationToken);
}
