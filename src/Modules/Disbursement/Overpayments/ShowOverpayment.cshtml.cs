using MediatR;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using SocialAssistance.Contracts.Accounts;
using SocialAssistance.Disbursement.Data;
using SocialAssistance.Disbursement.Rosters;
using SocialAssistance.Platform.Audit;
using SocialAssistance.Platform.Messaging;
using SocialAssistance.Platform.Security;
using SocialAssistance.Platform.TagHelpers;

namespace SocialAssistance.Disbursement.Overpayments;

/// <summary>追回: a claim with its plan and what came back.</summary>
[Allow("disbursement.overpayments")]
internal sealed class ShowOverpaymentModel(IMediator mediator, DisbursementDb db, IAuditTrail audit, IAccess access, IDivisions divisions) : PageModel, IReloads
{
    [BindProperty]
    public RecordRepaymentCommand Input { get; set; } = new();

    public Overpayment Claim { get; private set; } = null!;

    public IReadOnlyList<Repayment> Repayments { get; private set; } = [];

    public decimal Left => Claim.Amount - Repayments.Sum(r => r.Amount);

    public bool MayRecord => access.Allows(User, Actions.Prepare);

    public string Place => divisions.FullName(Claim.DivisionCode);

    public async Task<IActionResult> OnGetAsync(Guid claimId, CancellationToken cancellationToken)
    {
        if (!await db.Overpayments.AnyAsync(o => o.Id == claimId, cancellationToken))
        {
            return NotFound();
        }

        Input = new() { ClaimId = claimId };
        await ReloadAsync(cancellationToken);
        await audit.ViewedAsync(nameof(Overpayment), $"{claimId}", "查看追回", Claim.CaseId, cancellationToken);
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(Guid claimId, CancellationToken cancellationToken)
    {
        if (!await db.Overpayments.AnyAsync(o => o.Id == claimId, cancellationToken))
        {
            return NotFound();
        }

        Input = Input with { ClaimId = claimId };
        var result = await mediator.Send(Input, cancellationToken);
        if (result.Refusal is { } refusal)
        {
            await ReloadAsync(cancellationToken);
            return this.Refuse(refusal);
        }

        this.Success(result.Value == 0 ? "已登记，这笔追回已经退清。" : $"已登记，还剩 {Show.Money(result.Value)} 元未退。");
        return LocalRedirect($"/disbursement/overpayments/{claimId}");
    }

    public async Task ReloadAsync(CancellationToken cancellationToken)
    {
        var id = Guid.Parse($"{RouteData.Values["claimId"]}");
        Claim = await db.Overpayments.AsNoTracking().SingleAsync(o => o.Id == id, cancellationToken);
        Repayments = await db.Repayments.AsNoTracking().Where(r => r.OverpaymentId == id).OrderBy(r => r.PaidOn).ThenBy(r => r.RecordedAt).ToListAsync(cancellationToken);
    }
}
