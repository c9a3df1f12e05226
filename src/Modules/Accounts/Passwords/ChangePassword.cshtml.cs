using MediatR;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using SocialAssistance.Accounts.Data;
using SocialAssistance.Accounts.SignIn;
using SocialAssistance.Platform.Messaging;
using SocialAssistance.Platform.Security;
using SocialAssistance.Platform.TagHelpers;

namespace SocialAssistance.Accounts.Passwords;

/// <summary>修改密码: one's own.</summary>
[Allow("account.password")]
internal sealed class ChangePasswordModel(IMediator mediator, SignInManager<User> manager) : PageModel
{
    [BindProperty]
    public PasswordInput Input { get; set; } = new();

    public bool MustChange => User.HasClaim(c => c.Type == UserPrincipal.MustChangePassword);

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellationToken)
    {
        var result = await mediator.Send(new ChangePasswordCommand(Input.Current, Input.New, Input.Again), cancellationToken);
        if (result.Refusal is { } refusal)
        {
            return this.Refuse(refusal);
        }

        // The new stamp ended every session; this one goes on with a new cookie.
        await manager.SignInAsync(result.Value, isPersistent: false);
        this.Success("密码已修改，其他地方的登录已退出。");
        return LocalRedirect("/");
    }
}

/// <summary>What is typed to change a password.</summary>
internal sealed class PasswordInput
{
    public string? Current { get; set; }

    public string? New { get; set; }

    public string? Again { get; set; }
}
