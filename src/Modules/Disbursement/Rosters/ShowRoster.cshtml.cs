using MediatR;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using SocialAssistance.Contracts.Accounts;
using SocialAssistance.Disbursement.Data;
using SocialAssistance.Disbursement.Entitlements;
using SocialAssistance.Platform.Messaging;
using SocialAssistance.Platform.Security;
using SocialAssistance.Platform.TagHelpers;

namespace SocialAssistance.Disbursement.Rosters;

/// <summary>批次预览与对比: nothing surprising is paid.</summary>
[Allow(Actions.View)]
internal sealed class ShowRosterModel(IMediator mediator, IAccess access, IDivisions divisions, ProgramNames programs, TimeProvider time) : PageModel, IReloads
{
    [BindProperty(SupportsGet = true)]
    public Guid RosterId { get; set; }

    [BindProperty]
    public string? Reason { get; set; }

    public RosterView View { get; private set; } = null!;

    public bool MayPrepare => access.Allows(User, Actions.Prepare);

    /// <summary>The queue tries again by itself; after ten minutes a person may give the roster up.</summary>
    public bool IsStuck => MayPrepare && View.Roster.Status == RosterStatus.Generating && time.GetUtcNow() - View.Roster.PreparedAt > TimeSpan.FromMinutes(10);

    public string Place(string divisionCode) => divisions.FullName(divisionCode);

    public string ProgramName(string code) => programs.All.GetValueOrDefault(code, code);

    public string Signed(int number) => number > 0 ? $"+{number:N0}" : $"{number:N0}".Replace('-', '−');

    public async Task<IActionResult> OnGetAsync(CancellationToken cancellationToken)
    {
        await ReloadAsync(cancellationToken);
        return View is null ? NotFound() : Page();
    }

    public async Task<IActionResult> OnGetProgressAsync(CancellationToken cancellationToken)
    {
        await ReloadAsync(cancellationToken);
        return View is null ? NotFound() : Partial("_Progress", View);
    }

    public Task<IActionResult> OnPostSubmitAsync(string? hash, CancellationToken cancellationToken) =>
        AnswerAsync(new SubmitRosterCommand(RosterId, hash), "已提交复核，请另一位资金岗复核封存。", cancellationToken);

    public Task<IActionResult> OnPostRegenerateAsync(CancellationToken cancellationToken) =>
        AnswerAsync(new RegenerateRosterCommand(RosterId), "正在重新生成。可以关闭页面，稍后再看。", cancellationToken);

    public Task<IActionResult> OnPostWithdrawAsync(CancellationToken cancellationToken) =>
        AnswerAsync(new WithdrawRosterCommand(RosterId, Reason), "本批已作废，可以重新生成本月批次。", cancellationToken);

    public async Task ReloadAsync(CancellationToken cancellationToken) => View = (await mediator.Send(new ShowRosterQuery(RosterId), cancellationToken))!;

    private async Task<IActionResult> AnswerAsync(ICommand<Guid> command, string effect, CancellationToken cancellationToken)
    {
        var result = await mediator.Send(command, cancellationToken);
        if (result.Refusal is { } refusal)
        {
            await ReloadAsync(cancellationToken);
            return View is null ? NotFound() : this.Refuse(refusal);
        }

        this.Success(effect);
        return LocalRedirect($"/disbursement/rosters/{RosterId}");
    }
}
