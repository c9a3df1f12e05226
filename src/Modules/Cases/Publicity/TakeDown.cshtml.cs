using MediatR;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using SocialAssistance.Platform.Messaging;
using SocialAssistance.Platform.Security;
using SocialAssistance.Platform.TagHelpers;

namespace SocialAssistance.Cases.Publicity;

/// <summary>下架: the county takes a faulty sheet down.</summary>
[Allow("publicity.supervise")]
internal sealed class TakeDownModel(IMediator mediator) : PageModel
{
    [BindProperty(SupportsGet = true)]
    public Guid NoticeId { get; set; }

    [BindProperty]
    public TakeDownInput Input { get; set; } = new();

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellationToken)
    {
        var result = await mediator.Send(new TakeDownNotice(NoticeId, Input.Reason), cancellationToken);
        if (result.Refusal is { } refusal)
        {
            return this.Refuse(refusal);
        }

        this.Success($"已下架，{result.Value} 户回到待公示。");
        return LocalRedirect("/publicity/supervision");
    }
}

/// <summary>What is typed.</summary>
internal sealed class TakeDownInput
{
    public string? Reason { get; set; }
}
