using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using SocialAssistance.Platform.Security;

namespace SocialAssistance.Cases.Publicity.Public;

/// <summary>One sheet for the public; gone (410) the day after its last day.</summary>
[Allow("public.notices")]
internal sealed class NoticeViewModel(PublicNotices notices) : PageModel
{
    public PublicSheet? Sheet { get; private set; }

    public async Task<IActionResult> OnGetAsync(Guid noticeId, CancellationToken cancellationToken)
    {
        PublicNotices.KeepOutOfSearch(Response);
        (var known, Sheet) = await notices.FindAsync(noticeId, cancellationToken);
        if (!known)
        {
            return NotFound();
        }

        if (Sheet is null)
        {
            Response.StatusCode = StatusCodes.Status410Gone;
        }

        return Page();
    }
}
