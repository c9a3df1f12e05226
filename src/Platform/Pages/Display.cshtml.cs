using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using SocialAssistance.Platform.Security;

namespace SocialAssistance.Platform.Pages;

/// <summary>Large print (大字版) and high contrast (高对比) of the public pages; a choice of looks only, so a link may set it.</summary>
[Allow("public.display")]
public sealed class DisplayModel : PageModel
{
    public IActionResult OnGet(int? large, int? contrast, string? back)
    {
        Remember("large", large);
        Remember("contrast", contrast);
        return LocalRedirect(Url.IsLocalUrl(back) ? back! : "/");
    }

    private void Remember(string name, int? value)
    {
        if (value == 1)
            Response.Cookies.Append(name, "1", new CookieOptions { HttpOnly = true, SameSite = SameSiteMode.Lax, MaxAge = TimeSpan.FromDays(180), Secure = Request.IsHttps });
        else if (value == 0)
            Response.Cookies.Delete(name);
    }
}
