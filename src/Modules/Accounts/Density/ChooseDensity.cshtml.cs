using MediatR;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using SocialAssistance.Accounts.Data;
using SocialAssistance.Platform.Messaging;
using SocialAssistance.Platform.Security;
using SocialAssistance.Platform.TagHelpers;

namespace SocialAssistance.Accounts.Density;

/// <summary>显示密度: one's own screens, kept with the account and not in the browser.</summary>
[Allow("account.density")]
internal sealed class ChooseDensityModel(IMediator mediator, SignInManager<User> manager) : PageModel
{
    [BindProperty]
    public DensityInput Input { get; set; } = new();

    public IReadOnlyList<Choice> Choices { get; } =
    [
        new(Densities.Compact, Densities.Names[Densities.Compact], "一屏看到的行最多"),
        new(Densities.Standard, Densities.Names[Densities.Standard], "行间略宽"),
        new(Densities.Loose, Densities.Names[Densities.Loose], "触摸屏上容易点中"),
    ];

    public void OnGet() => Input.Density = User.FindFirst(UserClaims.Density)?.Value ?? Densities.Compact;

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellationToken)
    {
        var result = await mediator.Send(new ChooseDensityCommand(Input.Density), cancellationToken);
        if (result.Refusal is { } refusal)
        {
            return this.Refuse(refusal);
        }

        // The claim in the cookie says it to every page.
        await manager.SignInAsync(result.Value, isPersistent: false);
        this.Success($"列表已改为{Densities.Names[Input.Density!]}显示，换电脑登录也一样。");
        return LocalRedirect("/account/density");
    }
}

/// <summary>What is chosen.</summary>
internal sealed class DensityInput
{
    public string? Density { get; set; }
}
