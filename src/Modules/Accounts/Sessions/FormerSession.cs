using System.Security.Claims;
using Microsoft.AspNetCore.Authentication.Cookies;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Identity;
using Microsoft.Extensions.Options;
using SocialAssistance.Platform.Security;

namespace SocialAssistance.Accounts.Sessions;

/// <summary>Whose session it was: an expired cookie still says so under our seal, though it opens nothing any more.</summary>
internal sealed class FormerSession(IOptionsMonitor<CookieAuthenticationOptions> options)
{
    public ClaimsPrincipal? Principal(HttpContext http)
    {
        var cookies = options.Get(IdentityConstants.ApplicationScheme);
        return cookies.CookieManager.GetRequestCookie(http, cookies.Cookie.Name!) is { } sealedTicket
            ? cookies.TicketDataFormat.Unprotect(sealedTicket)?.Principal
            : null;
    }

    public Guid? UserId(HttpContext http) => Guid.TryParse(Principal(http)?.FindFirstValue(UserClaims.Id), out var id) ? id : null;
}
