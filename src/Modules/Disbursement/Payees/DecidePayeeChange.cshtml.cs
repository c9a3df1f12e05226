using MediatR;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using SocialAssistance.Disbursement.Data;
using SocialAssistance.Disbursement.Rosters;
using SocialAssistance.Platform.Audit;
using SocialAssistance.Platform.Data;
using SocialAssistance.Platform.Messaging;
using SocialAssistance.Platform.Security;
using SocialAssistance.Platform.TagHelpers;

namespace SocialAssistance.Disbursement.Payees;

/// <summary>审核账号变更: old and new account side by side, with the evidence.</summary>
[Allow("disbursement.payee-changes")]
internal sealed class DecidePayeeChangeModel(IMediator mediator, DisbursementDb db, UnitOfWork unitOfWork, IAuditTrail audit, IAccess access, ICurrentUser user) : PageModel, IReloads
{
    [BindProperty(SupportsGet = true)]
    public Guid ChangeId { get; set; }

    [BindProperty]
    public string? Note { get; set; }

    public PayeeChange Change { get; private set; } = null!;

    public Payee? Current { get; private set; }

    public bool HasScan { get; private set; }

    public bool MayDecide => Change.RequestedBy != user.Id && access.Allows(Actions.ApprovePayee, Change.DivisionCode, "");

    public async Task<IActionResult> OnGetAsync(CancellationToken cancellationToken)
    {
        await ReloadAsync(cancellationToken);
        if (Change is null)
        {
            return NotFound();
        }

        await audit.ViewedAsync(nameof(PayeeChange), $"{ChangeId}", "审核账号变更", Change.CaseId, cancellationToken);
        return Page();
    }

    public async Task<IActionResult> OnGetScanAsync(CancellationToken cancellationToken)
    {
        // The change is looked up first: its area decides whether the scan may be seen.
        if (await db.PayeeChanges.AsNoTracking().FirstOrDefaultAsync(c => c.Id == ChangeId, cancellationToken) is not { } change)
        {
            return NotFound();
        }

        await audit.ViewedAsync(nameof(PayeeChange), $"{ChangeId}", "查看账号凭证", change.CaseId, cancellationToken);
        await using var command = await unitOfWork.CommandAsync("select content_type, content from disbursement.payee_evidence where change_id = $1", [ChangeId], cancellationToken);
        await using var reader = await command.ExecuteReaderAsync(cancellationToken);
        return await reader.ReadAsync(cancellationToken) ? File(reader.GetFieldValue<byte[]>(1), reader.GetString(0)) : NotFound();
    }

    public async Task<IActionResult> OnPostAsync(bool approve, CancellationToken cancellationToken)
    {
        var result = await mediator.Send(new DecidePayeeChangeCommand { ChangeId = ChangeId, Approve = approve, Note = Note }, cancellationToken);
        if (result.Refusal is { } refusal)
        {
            await ReloadAsync(cancellationToken);
            return Change is null ? NotFound() : this.Refuse(refusal);
        }

        this.Success(approve ? $"已同意{result.Value.HeadName}户的账号变更，以后的批次使用新账号。" : $"没有同意{result.Value.HeadName}户的账号变更，账号不变。");
        return LocalRedirect("/disbursement/payee-changes");
    }

    public async Task ReloadAsync(CancellationToken cancellationToken)
    {
        Change = (await db.PayeeChanges.AsNoTracking().FirstOrDefaultAsync(c => c.Id == ChangeId, cancellationToken))!;
        if (Change is not null)
        {
            Current = await db.Payees.IgnoreQueryFilters().AsNoTracking().Where(p => p.HouseholdId == Change.HouseholdId && p.RecordedAt < (Change.DecidedAt ?? DateTimeOffset.MaxValue))
                .OrderByDescending(p => p.RecordedAt).ThenByDescending(p => p.Id).FirstOrDefaultAsync(cancellationToken);
            await using var command = await unitOfWork.CommandAsync("select exists (select from disbursement.payee_evidence where change_id = $1)", [ChangeId], cancellationToken);
            HasScan = (bool)(await command.ExecuteScalarAsync(cancellationToken))!;
        }
    }
}
