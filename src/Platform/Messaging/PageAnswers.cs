using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace SocialAssistance.Platform.Messaging;

/// <summary>How a page answers a command's result.</summary>
public static class PageAnswers
{
    private const string NoticeKey = "notice";

    /// <summary>Shows the same page again with the refusal's sentence on top; everything typed is kept. Status 409.</summary>
    public static IActionResult Refuse(this PageModel page, Refusal refusal)
    {
        page.ModelState.AddModelError("", refusal.Message);
        var again = page.Page();
        again.StatusCode = StatusCodes.Status409Conflict;
        return again;
    }

    /// <summary>Goes on to another page, which shows the effect of what was done in a banner.</summary>
    public static IActionResult Done(this PageModel page, string url, string effect)
    {
        page.TempData[NoticeKey] = effect;
        return new LocalRedirectResult(url);
    }
}
