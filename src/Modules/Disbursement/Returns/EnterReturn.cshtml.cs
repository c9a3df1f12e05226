using MediatR;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using SocialAssistance.Disbursement.Rosters;
using SocialAssistance.Platform.Messaging;
using SocialAssistance.Platform.Security;
using SocialAssistance.Platform.TagHelpers;

namespace SocialAssistance.Disbursement.Returns;

/// <summary>银行回盘: upload, compare, then enter.</summary>
[Allow(Actions.View)]
[RequestFormLimits(MultipartBodyLengthLimit = ReturnTable.LargestFile + 65536)]
internal sealed class EnterReturnModel(IMediator mediator, IAccess access) : PageModel, IReloads
{
    [BindProperty(SupportsGet = true)]
    public Guid RosterId { get; set; }

    [BindProperty]
    public IFormFile? Upload { get; set; }

    [BindProperty]
    public RememberHeaderCommand Header { get; set; } = new();

    public ReturnView View { get; private set; } = null!;

    public bool MayEnter => access.Allows(User, Actions.EnterReturn);

    public IReadOnlyList<Choice> Fields { get; } = [.. ReturnFields.Names.Select(f => new Choice(f.Key, f.Value))];

    public async Task<IActionResult> OnGetAsync(CancellationToken cancellationToken)
    {
        await ReloadAsync(cancellationToken);
        return View is null ? NotFound() : Page();
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellationToken)
    {
        using var content = new MemoryStream();
        if (Upload is not null)
        {
            await Upload.CopyToAsync(content, cancellationToken);
        }

        var command = new UploadReturnCommand { RosterId = RosterId, FileName = Upload?.FileName ?? "", Content = content.ToArray() };
        return await AnswerAsync(await mediator.Send(command, cancellationToken), _ => "已读取回盘文件，请核对后确认入账。", cancellationToken);
    }

    public async Task<IActionResult> OnPostApplyAsync(Guid fileId, CancellationToken cancellationToken) =>
        await AnswerAsync(
            await mediator.Send(new ApplyReturnCommand(RosterId, fileId), cancellationToken),
            f => f.Failed == 0 ? $"已入账，{f.Paid} 户全部发放成功。" : $"已入账，{f.Paid} 户发放成功，{f.Failed} 户未到账，请核实账号后补发。",
            cancellationToken);

    public async Task<IActionResult> OnPostDiscardAsync(Guid fileId, CancellationToken cancellationToken) =>
        await AnswerAsync(await mediator.Send(new DiscardReturnCommand(RosterId, fileId), cancellationToken), _ => "已放弃这个文件，没有入账。", cancellationToken);

    public async Task<IActionResult> OnPostHeaderAsync(CancellationToken cancellationToken) =>
        await AnswerAsync(await mediator.Send(Header, cancellationToken), h => $"已记住列名“{h}”，请重新上传回盘文件。", cancellationToken);

    public async Task ReloadAsync(CancellationToken cancellationToken) => View = (await mediator.Send(new ShowReturnQuery(RosterId), cancellationToken))!;

    private async Task<IActionResult> AnswerAsync<T>(Result<T> result, Func<T, string> effect, CancellationToken cancellationToken)
    {
        if (result.Refusal is { } refusal)
        {
            await ReloadAsync(cancellationToken);
            return View is null ? NotFound() : this.Refuse(refusal);
        }

        this.Success(effect(result.Value));
        return LocalRedirect($"/disbursement/rosters/{RosterId}/return");
    }
}
