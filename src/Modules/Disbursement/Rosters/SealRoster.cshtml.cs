using MediatR;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using SocialAssistance.Disbursement.Data;
using SocialAssistance.Platform.Audit;
using SocialAssistance.Platform.Messaging;
using SocialAssistance.Platform.Security;
using SocialAssistance.Platform.TagHelpers;

namespace SocialAssistance.Disbursement.Rosters;

/// <summary>复核封存: totals in figures and capitals, the digest, and the second person's button.</summary>
[Allow(Actions.View)]
internal sealed class SealRosterModel(IMediator mediator, DisbursementDb db, IAuditTrail audit, IAccess access, ICurrentUser user) : PageModel, IReloads
{
    private const int SampleSize = 10;

    [BindProperty(SupportsGet = true)]
    public Guid RosterId { get; set; }

    [BindProperty]
    public string? Reason { get; set; }

    public Roster Roster { get; private set; } = null!;

    public IReadOnlyList<RosterOrder> Sample { get; private set; } = [];

    /// <summary>The one who made the roster never sees the button.</summary>
    public bool MaySeal => access.Allows(User, Actions.Seal) && !Roster.WasPreparedBy(user.Id);

    public string WhoSeals => Roster.WasPreparedBy(user.Id) ? "本批由你编制或提交，请由另一位资金岗复核封存。" : $"复核封存由{access.WhoCan(Actions.Seal)}办理。";

    public async Task<IActionResult> OnGetAsync(CancellationToken cancellationToken)
    {
        await ReloadAsync(cancellationToken);
        if (Roster is null)
        {
            return NotFound();
        }

        await audit.ViewedAsync(nameof(Roster), $"{RosterId}", "复核发放批次", null, cancellationToken);
        return Page();
    }

    public Task<IActionResult> OnPostAsync(string? hash, CancellationToken cancellationToken) =>
        AnswerAsync(new SealRosterCommand(RosterId, hash), "bank-list", "已复核封存，名单不能再改动。现在可以导出银行清单。", cancellationToken);

    public Task<IActionResult> OnPostReturnAsync(CancellationToken cancellationToken) =>
        AnswerAsync(new ReturnRosterCommand(RosterId, Reason), "", "已退回编制人。", cancellationToken);

    public async Task ReloadAsync(CancellationToken cancellationToken)
    {
        Roster = (await db.Rosters.AsNoTracking().FirstOrDefaultAsync(r => r.Id == RosterId, cancellationToken))!;
        Sample = await db.RosterOrders.AsNoTracking().Where(o => o.RosterId == RosterId).OrderBy(o => o.Number).Take(SampleSize).ToListAsync(cancellationToken);
    }

    private async Task<IActionResult> AnswerAsync(ICommand<Guid> command, string next, string effect, CancellationToken cancellationToken)
    {
        var result = await mediator.Send(command, cancellationToken);
        if (result.Refusal is { } refusal)
        {
            await ReloadAsync(cancellationToken);
            return Roster is null ? NotFound() : this.Refuse(refusal);
        }

        this.Success(effect);
        return LocalRedirect($"/disbursement/rosters/{RosterId}/{next}".TrimEnd('/'));
    }
}
