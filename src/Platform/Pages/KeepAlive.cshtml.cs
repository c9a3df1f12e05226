using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using SocialAssistance.Platform.Security;

namespace SocialAssistance.Platform.Pages;

/// <summary>Answers whether the session lives; being asked at all renews a sliding cookie.</summary>
[Allow("account.keep-alive")]
public sealed class KeepAliveModel : PageModel
{
    public IActionResult OnGet() => User.Identity?.IsAuthenticated == true ? new NoContentResult() : new UnauthorizedResult();
}
