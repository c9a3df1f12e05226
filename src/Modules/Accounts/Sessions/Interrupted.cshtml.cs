using System.Text.Json;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using SocialAssistance.Platform.Security;
using SocialAssistance.Platform.TagHelpers;

namespace SocialAssistance.Accounts.Sessions;

/// <summary>
/// 登录过期前提交的内容: offers the form that came too late once more. It is sent on to its page as if the session had
/// never ended, so that page's own checks and answers apply.
/// </summary>
// No request of its own: the page that was interrupted carries out what it shows.
[Allow("account.interrupted")]
internal sealed class InterruptedModel(InterruptedPosts posts, ICurrentUser user) : PageModel
{
    public Guid Id { get; private set; }

    public IReadOnlyList<string[]> Fields { get; private set; } = [];

    public bool HadFiles { get; private set; }

    public DateTimeOffset At { get; private set; }

    public async Task<IActionResult> OnGetAsync(CancellationToken cancellationToken)
    {
        if (await posts.LatestAsync(user.Id!.Value, cancellationToken) is not { } post)
        {
            return LocalRedirect("/");
        }

        (Id, HadFiles, At) = (post.Id, post.HadFiles, post.At);
        Fields = JsonSerializer.Deserialize<string[][]>(post.Fields)!;
        return Page();
    }

    public async Task<IActionResult> OnPostContinueAsync([FromForm(Name = InterruptedPosts.IdField)] Guid id, CancellationToken cancellationToken) =>
        await posts.TakeAsync(id, user.Id!.Value, cancellationToken) is { } url && Url.IsLocalUrl(url)
            ? new LocalRedirectResult(url, permanent: false, preserveMethod: true)
            : LocalRedirect("/");

    public async Task<IActionResult> OnPostDropAsync([FromForm(Name = InterruptedPosts.IdField)] Guid id, CancellationToken cancellationToken)
    {
        await posts.TakeAsync(id, user.Id!.Value, cancellationToken);
        this.Success("已放弃登录过期前提交的内容。");
        return LocalRedirect("/");
    }
}
