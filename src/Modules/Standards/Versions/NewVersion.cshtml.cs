using MediatR;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using SocialAssistance.Platform.Messaging;
using SocialAssistance.Platform.Security;
using SocialAssistance.Platform.TagHelpers;

namespace SocialAssistance.Standards.Versions;

/// <summary>新建标准版本.</summary>
[Allow("standards.edit")]
internal sealed class NewVersionModel(IMediator mediator, VersionDesk desk) : PageModel, IReloads
{
    [BindProperty]
    public VersionInput Input { get; set; } = new();

    public IReadOnlyList<Choice> Papers { get; private set; } = [];

    public Task OnGetAsync(CancellationToken cancellationToken) => ReloadAsync(cancellationToken);

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellationToken)
    {
        await ReloadAsync(cancellationToken);
        if (!ModelState.IsValid)
        {
            return Page();
        }

        var result = await mediator.Send(new CreateVersion(Input.Title, Input.DocumentId, Input.EffectiveOn, Input.CompleteBy, Input.Notes, Input.Guidance), cancellationToken);
        return result.Refusal is { } refusal ? this.Refuse(refusal) : this.Done($"/standards/versions/{result.Value}", $"已新建“{Input.Title}”草稿。请选择参数录入数值。");
    }

    public async Task ReloadAsync(CancellationToken cancellationToken) => Papers = PaperChoices.Of(await desk.PapersAsync(cancellationToken));
}
