using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Filters;
using SocialAssistance.Platform.Security;

namespace SocialAssistance.Accounts.SignIn;

/// <summary>Whoever logs in with a password somebody else gave them chooses their own before anything else.</summary>
internal sealed class MustChangePasswordFilter : IPageFilter
{
    private const string Page = "/account/password";

    public void OnPageHandlerSelected(PageHandlerSelectedContext context)
    {
    }

    public void OnPageHandlerExecuting(PageHandlerExecutingContext context)
    {
        var open = context.HttpContext.GetEndpoint()?.Metadata.GetMetadata<AllowAttribute>()?.Action is { } action
            && (action.StartsWith("account.", StringComparison.Ordinal) || action.StartsWith("public.", StringComparison.Ordinal));
        if (!open && context.HttpContext.User.HasClaim(c => c.Type == UserPrincipal.MustChangePassword))
        {
            context.Result = new LocalRedirectResult(Page);
        }
    }

    public void OnPageHandlerExecuted(PageHandlerExecutedContext context)
    {
    }
}
