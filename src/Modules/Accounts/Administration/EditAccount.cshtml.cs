using MediatR;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using SocialAssistance.Accounts.Data;
using SocialAssistance.Contracts.Accounts;
using SocialAssistance.Platform.Messaging;
using SocialAssistance.Platform.Security;
using SocialAssistance.Platform.TagHelpers;

namespace SocialAssistance.Accounts.Administration;

/// <summary>修改账号: person, place and roles; password and lock beside.</summary>
[Allow("accounts.manage")]
internal sealed class EditAccountModel(IMediator mediator, AccountsDb db, IDivisions divisions, TimeProvider time) : PageModel, IReloads
{
    [BindProperty(SupportsGet = true)]
    public Guid Id { get; set; }

    [BindProperty]
    public AccountInput Input { get; set; } = new();

    public User Stored { get; private set; } = null!;

    /// <summary>Somebody changed the account while this form was filled in; both versions are shown.</summary>
    public bool IsConflict { get; private set; }

    public IReadOnlyList<Choice> Divisions => divisions.Everywhere();

    public bool IsLocked => Stored.IsLocked(time.GetUtcNow());

    public async Task<IActionResult> OnGetAsync(CancellationToken cancellationToken)
    {
        if (!await ReadAsync(cancellationToken))
        {
            return NotFound();
        }

        Input = new()
        {
            Account = Stored.Account, Name = Stored.Name, DivisionCode = Stored.DivisionCode, Office = Stored.Office,
            Roles = [.. Stored.Roles.Select(r => r.Role)], Version = Stored.Version,
        };
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellationToken)
    {
        if (!await ReadAsync(cancellationToken))
        {
            return NotFound();
        }

        var result = await mediator.Send(new EditAccountCommand(Id, Input.Version, Input.Name, Input.DivisionCode, Input.Office, Input.Roles), cancellationToken);
        if (result.Refusal is not { } refusal)
        {
            this.Success($"已保存{Input.Name}的账号。");
            return LocalRedirect("/accounts");
        }

        if (refusal.Code == EditAccountHandler.Conflict)
        {
            IsConflict = true;
            Input.Version = Stored.Version;
            ModelState.Remove("Input.Version");
        }

        return this.Refuse(refusal);
    }

    public async Task<IActionResult> OnPostResetAsync(CancellationToken cancellationToken)
    {
        var password = (await mediator.Send(new ResetPasswordCommand(Id), cancellationToken)).Value;
        this.Success($"临时密码 {password}，只显示这一次。请当面告知本人，登录后须修改。");
        return LocalRedirect($"/accounts/{Id}");
    }

    public async Task<IActionResult> OnPostEnableAsync(CancellationToken cancellationToken)
    {
        var name = (await mediator.Send(new EnableAccountCommand(Id), cancellationToken)).Value;
        this.Success($"已恢复{name}的账号。");
        return LocalRedirect($"/accounts/{Id}");
    }

    public Task ReloadAsync(CancellationToken cancellationToken) => ReadAsync(cancellationToken);

    public string DivisionName(string? code) => code is null ? "" : divisions.FullName(code);

    private async Task<bool> ReadAsync(CancellationToken cancellationToken)
    {
        Stored = (await db.Users.AsNoTracking().SingleOrDefaultAsync(u => u.Id == Id, cancellationToken))!;
        return Stored is not null;
    }
}
