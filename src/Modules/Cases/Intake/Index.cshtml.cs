using MediatR;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using SocialAssistance.Cases.Intake.Drafts;
using SocialAssistance.Contracts.Households;
using SocialAssistance.Contracts.Programs;
using SocialAssistance.Platform.Messaging;
using SocialAssistance.Platform.Security;
using SocialAssistance.Platform.TagHelpers;

namespace SocialAssistance.Cases.Intake;

/// <summary>Where acceptances begin, and where unfinished ones wait.</summary>
[Allow("cases.intake")]
internal sealed class DraftsPageModel(IMediator mediator, IEnumerable<IAssistanceProgram> programs) : PageModel
{
    public IReadOnlyList<DraftLine> Drafts { get; private set; } = [];

    public IReadOnlyList<Choice> Programs { get; } = [.. programs.Select(p => new Choice(p.Code, p.Name))];

    public string ProgramName(string code) => Programs.FirstOrDefault(p => p.Value == code)?.Text ?? code;

    public async Task OnGetAsync(CancellationToken cancellationToken) => Drafts = await mediator.Send(new OpenDrafts(), cancellationToken);

    /// <summary>Begins an application; a search that found nobody hands over the number it looked for.</summary>
    public async Task<IActionResult> OnPostStartAsync(string? program, string? idNumber, CancellationToken cancellationToken)
    {
        var code = Programs.Any(p => p.Value == program) ? program! : Programs[0].Value;
        var started = await mediator.Send(new StartDraft(code, IdentityNumber.Normalize(idNumber) is { Length: > 0 } number ? number : null), cancellationToken);
        return LocalRedirect(IntakeStep.Applicant.Url(started.Value));
    }

    /// <summary>Begins an application of another programme for a family that is known already, with its facts carried over.</summary>
    public async Task<IActionResult> OnPostAnotherAsync(string? program, Guid? draftId, Guid? caseId, CancellationToken cancellationToken)
    {
        if (Programs.All(p => p.Value != program))
        {
            return Warned(new("no-program", "请选择要申请的救助类型"));
        }

        var started = await mediator.Send(new StartDraft(program!, null, draftId, caseId), cancellationToken);
        return this.Done(IntakeStep.Applicant.Url(started.Value), $"已带入家庭情况，请核对后办理{ProgramName(program!)}。授权和材料需要重新收取。");
    }

    public async Task<IActionResult> OnPostRemoveAsync(Guid draftId, CancellationToken cancellationToken)
    {
        var removed = await mediator.Send(new PutDraftAside(draftId, Back: false), cancellationToken);
        if (removed.Refusal is { } refusal)
        {
            this.Warn(refusal.Message);
        }
        else
        {
            this.Success($"已移除{Show.Or(removed.Value, "未填写姓名")}的草稿。", new NoticeAction("撤销", $"/cases/intake?handler=Restore&draftId={draftId}", Post: true));
        }

        return LocalRedirect("/cases/intake");
    }

    public async Task<IActionResult> OnPostRestoreAsync(Guid draftId, CancellationToken cancellationToken)
    {
        var restored = await mediator.Send(new PutDraftAside(draftId, Back: true), cancellationToken);
        return restored.Refusal is { } refusal ? Warned(refusal) : this.Done("/cases/intake", "草稿已恢复。");
    }

    private LocalRedirectResult Warned(Refusal refusal)
    {
        this.Warn(refusal.Message);
        return LocalRedirect("/cases/intake");
    }
}
