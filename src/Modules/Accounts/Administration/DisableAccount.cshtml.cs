using MediatR;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using SocialAssistance.Accounts.Data;
using SocialAssistance.Platform.Messaging;
using SocialAssistance.Platform.Security;
using SocialAssistance.Platform.TagHelpers;

namespace SocialAssistance.Accounts.Administration;

/// <summary>停用账号: why, and who takes over.</summary>
[Allow("accounts.manage")]
internal sealed class DisableAccountModel(IMediator mediator, AccountsDb db) : PageModel, IReloads
{
    [BindProperty(SupportsGet = true)]
    public Guid Id { get; set; }

    [BindProperty]
    public DisableInput Input { get; set; } = new();

    public string Name { get; private set; } = "";

    public async Task<IActionResult> OnGetAsync(CancellationToken cancellationToken)
    {
        await ReloadAsync(cancellationToken);
        return Name.Length == 0 ? NotFound() : Page();
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellationToken)
    {
        await ReloadAsync(cancellationToken);
        if (Name.Length == 0)
        {
            return NotFound();
        }

        var result = await mediator.Send(new DisableAccountCommand(Id, Input.Reason, Input.HandOver), cancellationToken);
        if (result.Refusal is { } refusal)
        {
            return this.Refuse(refusal);
        }

        this.Success($"已停用{result.Value}的账号，已登录的会在一分钟内退出。", new NoticeAction("恢复使用", $"/accounts/{Id}?handler=Enable", Post: true));
        return LocalRedirect("/accounts");
    }

    public async Task ReloadAsync(CancellationToken cancellationToken) =>
        Name = await db.Users.Where(u => u.Id == Id).Select(u => u.Name).SingleOrDefaultAsync(cancellationToken) ?? "";
}

/// <summary>What is typed to disable an account.</summary>
internal sealed class DisableInput
{
    public string? Reason { get; set; }

    public string? HandOver { get; set; }
}
