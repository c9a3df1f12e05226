using MediatR;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using SocialAssistance.Cases.Intake.Drafts;
using SocialAssistance.Platform.Security;
using SocialAssistance.Platform.Time;

namespace SocialAssistance.Cases.Intake;

/// <summary>Keeps what is on the page while it is being filled.</summary>
[Allow("cases.intake")]
internal sealed class SaveDraftModel(IMediator mediator) : DraftAnswer
{
    [BindProperty]
    public int Seen { get; set; }

    [BindProperty]
    public Guid EditId { get; set; }

    public async Task<IActionResult> OnPostAsync(Guid draftId, string? step, CancellationToken cancellationToken)
    {
        var page = IntakeSteps.Parse(step);
        var form = await ReadFormAsync(page);
        var saved = await mediator.Send(new SaveDraft(draftId, page, form, Seen, EditId, [], [], null), cancellationToken);
        return saved.Refusal is { } refusal ? Answer(StatusCodes.Status410Gone, new { message = refusal.Message })
            : saved.Value.Conflict is { } conflict ? Answer(StatusCodes.Status409Conflict, new { message = $"{conflict.ByName}刚刚改过这一页，请保存后逐项核对" })
            : Answer(StatusCodes.Status200OK, new { savedAt = saved.Value.At.InChina().ToString("HH:mm:ss") });
    }
}
