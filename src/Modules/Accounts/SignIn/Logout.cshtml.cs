using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using SocialAssistance.Accounts.Data;
using SocialAssistance.Platform.Audit;
using SocialAssistance.Platform.Security;
using SocialAssistance.Platform.TagHelpers;

namespace SocialAssistance.Accounts.SignIn;

/// <summary>退出: leaves the shared PC clean.</summary>
// No request of its own: ending a session changes no data.
[Allow("account.sign-out")]
internal sealed class LogoutModel(SignInManager<User> manager, IAuditTrail audit, ICurrentUser user) : PageModel
{
    public IActionResult OnGet() => LocalRedirect("/");

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellationToken)
    {
        if (user.Id is { } id)
        {
            await audit.ActedAsync("logged-out", nameof(User), id.ToString(), cancellationToken: cancellationToken);
        }

        await manager.SignOutAsync();
        this.Success("已退出登录。");
        return LocalRedirect("/login");
    }
}
