using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace SocialAssistance.Platform.Pages;

/// <summary>Answers whether the session lives; being asked at all renews a sliding cookie.</summary>
[AllowAnonymous]
public sealed class KeepAliveModel : PageModel
{
    public IActionResult OnGet() => User.Identity?.IsAuthenticated == true ? new NoContentResult() : new UnauthorizedResult();
}
