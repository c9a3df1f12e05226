using MediatR;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using SocialAssistance.Contracts.Accounts;
using SocialAssistance.Platform.Messaging;
using SocialAssistance.Platform.Security;
using SocialAssistance.Platform.TagHelpers;

namespace SocialAssistance.Accounts.Administration;

/// <summary>新建账号.</summary>
[Allow("accounts.manage")]
internal sealed class CreateAccountModel(IMediator mediator, IDivisions divisions) : PageModel
{
    [BindProperty]
    public AccountInput Input { get; set; } = new();

    public IReadOnlyList<Choice> Divisions => divisions.Everywhere();

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellationToken)
    {
        var result = await mediator.Send(new CreateAccountCommand(Input.Account, Input.Name, Input.DivisionCode, Input.Office, Input.Roles), cancellationToken);
        if (result.Refusal is { } refusal)
        {
            return this.Refuse(refusal);
        }

        this.Success($"已新建{Input.Name}的账号，临时密码 {result.Value}，只显示这一次。请当面告知本人，首次登录须修改。");
        return LocalRedirect("/accounts");
    }
}
