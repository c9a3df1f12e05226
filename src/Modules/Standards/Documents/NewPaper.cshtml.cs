using MediatR;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using SocialAssistance.Contracts.Standards;
using SocialAssistance.Platform.Messaging;
using SocialAssistance.Platform.Security;
using SocialAssistance.Platform.TagHelpers;
using SocialAssistance.Policies;

namespace SocialAssistance.Standards.Documents;

/// <summary>登记文件.</summary>
[Allow("standards.edit")]
internal sealed class NewPaperModel(IMediator mediator, PolicyLibrary library, ICountySettings county) : PageModel
{
    [BindProperty]
    public PaperInput Input { get; set; } = new();

    public IReadOnlyList<Choice> Divisions => PaperWords.Divisions(library, county.PolicyCode);

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellationToken)
    {
        if (!ModelState.IsValid)
        {
            return Page();
        }

        var result = await mediator.Send(await Input.CommandAsync(null, cancellationToken), cancellationToken);
        return result.Refusal is { } refusal ? this.Refuse(refusal) : this.Done($"/standards/documents/{result.Value}", $"已登记{Input.Number}。数值可以引用它的条款了。");
    }
}
