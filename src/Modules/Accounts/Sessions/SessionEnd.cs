using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authentication.Cookies;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;

namespace SocialAssistance.Accounts.Sessions;

/// <summary>What a request gets that nobody signed in stands behind, or whose account may not do it.</summary>
internal static class SessionEnd
{
    /// <summary>A person goes to log-in and comes back; a script is told 401 and asks the person itself.</summary>
    public static async Task ToLogInAsync(RedirectContext<CookieAuthenticationOptions> context)
    {
        var http = context.HttpContext;
        if (IsNowhere(http))
        {
            return;
        }

        if (IsScripted(http.Request))
        {
            http.Response.StatusCode = StatusCodes.Status401Unauthorized;
            return;
        }

        await http.RequestServices.GetRequiredService<InterruptedPosts>().KeepAsync(http);
        http.Response.Redirect(context.RedirectUri);
    }

    public static Task ToForbiddenAsync(RedirectContext<CookieAuthenticationOptions> context)
    {
        if (!IsNowhere(context.HttpContext))
        {
            context.Response.StatusCode = StatusCodes.Status403Forbidden;
        }

        return Task.CompletedTask;
    }

    // The closed-by-default policy also meets addresses that do not exist; those are 404 to everybody.
    private static bool IsNowhere(HttpContext http)
    {
        if (http.GetEndpoint() is not null)
        {
            return false;
        }

        http.Response.StatusCode = StatusCodes.Status404NotFound;
        return true;
    }

    private static bool IsScripted(HttpRequest request) =>
        request.Headers.ContainsKey("X-Draft") || request.Headers.ContainsKey("HX-Request") || request.Headers.XRequestedWith.Count > 0;
}
