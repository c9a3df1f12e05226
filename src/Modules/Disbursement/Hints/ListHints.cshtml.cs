using MediatR;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using SocialAssistance.Disbursement.Data;
using SocialAssistance.Disbursement.Returns;
using SocialAssistance.Disbursement.Rosters;
using SocialAssistance.Platform.Audit;
using SocialAssistance.Platform.Messaging;
using SocialAssistance.Platform.Security;
using SocialAssistance.Platform.TagHelpers;

namespace SocialAssistance.Disbursement.Hints;

/// <summary>死亡提示: entered by hand or file, cleared by a second person.</summary>
[Allow(Actions.View)]
[RequestFormLimits(MultipartBodyLengthLimit = ReturnTable.LargestFile + 65536)]
internal sealed class ListHintsModel(IMediator mediator, DisbursementDb db, IAuditTrail audit, IAccess access, ICurrentUser user) : PageModel, IReloads
{
    private const int Shown = 100;

    [BindProperty]
    public EnterHintCommand Input { get; set; } = new();

    [BindProperty]
    public IFormFile? Upload { get; set; }

    [BindProperty]
    public string? Reason { get; set; }

    public IReadOnlyList<DeathHint> Hints { get; private set; } = [];

    public int Open { get; private set; }

    public bool MayEnter => access.Allows(User, Actions.Prepare);

    /// <summary>Whoever gave the hint cannot say it was wrong.</summary>
    public bool MayClear(DeathHint hint) => MayEnter && hint.RecordedBy != user.Id;

    public async Task OnGetAsync(CancellationToken cancellationToken)
    {
        await ReloadAsync(cancellationToken);
        await audit.ViewedAsync(nameof(DeathHint), "list", "核对死亡提示", null, cancellationToken);
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellationToken) =>
        await AnswerAsync(await mediator.Send(Input, cancellationToken), _ => "已登记。核实以前，含这个人的批次不能提交。", cancellationToken);

    public async Task<IActionResult> OnPostImportAsync(CancellationToken cancellationToken)
    {
        using var content = new MemoryStream();
        if (Upload is not null)
        {
            await Upload.CopyToAsync(content, cancellationToken);
        }

        return await AnswerAsync(await mediator.Send(new ImportHintsCommand { Content = content.ToArray() }, cancellationToken), n => $"已导入 {n} 人。", cancellationToken);
    }

    public async Task<IActionResult> OnPostClearAsync(Guid hint, CancellationToken cancellationToken) =>
        await AnswerAsync(await mediator.Send(new ClearHintCommand(hint, Reason), cancellationToken), _ => "已消除，重新生成批次后不再提示。", cancellationToken);

    public async Task ReloadAsync(CancellationToken cancellationToken)
    {
        Open = await db.DeathHints.CountAsync(h => h.ClearedAt == null, cancellationToken);
        Hints = await db.DeathHints.AsNoTracking().OrderBy(h => h.ClearedAt != null).ThenByDescending(h => h.RecordedAt).ThenByDescending(h => h.Id).Take(Shown).ToListAsync(cancellationToken);
    }

    private async Task<IActionResult> AnswerAsync(Result<int> result, Func<int, string> effect, CancellationToken cancellationToken)
    {
        if (result.Refusal is { } refusal)
        {
            await ReloadAsync(cancellationToken);
            return this.Refuse(refusal);
        }

        this.Success(effect(result.Value));
        return LocalRedirect("/disbursement/death-hints");
    }
}
