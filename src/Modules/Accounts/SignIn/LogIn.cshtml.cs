using MediatR;
using Microsoft.AspNetCore.Antiforgery;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using SocialAssistance.Accounts.Demo;
using SocialAssistance.Accounts.Sessions;
using SocialAssistance.Contracts.Accounts;
using SocialAssistance.Platform.Security;
using SocialAssistance.Platform.TagHelpers;

namespace SocialAssistance.Accounts.SignIn;

/// <summary>登录: in on a shared PC, back to where the session ended.</summary>
[Allow("account.sign-in"), IgnoreAntiforgeryToken]
internal sealed class LogInModel(IMediator mediator, IAntiforgery antiforgery, InterruptedPosts posts, DemoSetting demo) : PageModel
{
    [BindProperty(SupportsGet = true)]
    public string? ReturnUrl { get; set; }

    [BindProperty]
    public LogInInput Input { get; set; } = new();

    /// <summary>Accounts to try the system with; none on a live installation.</summary>
    public IReadOnlyList<DemoAccount> Demo => demo.IsOn ? DemoAccounts.All : [];

    /// <summary>The person was sent here from a page, most likely because the session had ended.</summary>
    public bool CameFromPage => Url.IsLocalUrl(ReturnUrl) && ReturnUrl != "/";

    public IActionResult OnGet() => User.Identity?.IsAuthenticated == true ? LocalRedirect("/") : Page();

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellationToken)
    {
        if (!await antiforgery.IsRequestValidAsync(HttpContext))
        {
            // The form is older than another tab's log-in or log-out; a fresh one works.
            return RedirectToPage(new { ReturnUrl });
        }

        if (string.IsNullOrWhiteSpace(Input.Account))
        {
            ModelState.AddModelError("Input.Account", "请填写账号");
        }

        if (string.IsNullOrEmpty(Input.Password))
        {
            ModelState.AddModelError("Input.Password", "请填写密码");
        }

        if (!ModelState.IsValid)
        {
            return Again(StatusCodes.Status400BadRequest);
        }

        var answer = await mediator.Send(new LogIn(Input.Account!, Input.Password!), cancellationToken);
        if (answer.Outcome != LogInOutcome.LoggedIn)
        {
            ModelState.AddModelError(answer.Outcome == LogInOutcome.Wrong ? "Input.Password" : "Input.Account", answer.Sentence());
            return Again(StatusCodes.Status400BadRequest);
        }

        return LocalRedirect(await NextAsync(answer, cancellationToken));
    }

    private async Task<string> NextAsync(LogInAnswer answer, CancellationToken cancellationToken)
    {
        this.Success(answer.LastLoginAt is { } last ? $"上次登录：{Show.Time(last)}。不是本人登录的，请修改密码并告诉管理员。" : "这是此账号第一次登录。");
        if (answer.MustChangePassword)
        {
            return "/account/password";
        }

        return await posts.LatestAsync(answer.UserId!.Value, cancellationToken) is not null ? "/account/interrupted" : CameFromPage ? ReturnUrl! : "/";
    }

    private PageResult Again(int status)
    {
        Response.StatusCode = status;
        return Page();
    }
}

/// <summary>What is typed at log-in.</summary>
internal sealed class LogInInput
{
    public string? Account { get; set; }

    public string? Password { get; set; }
}
