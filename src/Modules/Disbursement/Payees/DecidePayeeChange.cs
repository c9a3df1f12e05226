using FluentValidation;
using MediatR;
using Microsoft.EntityFrameworkCore;
using SocialAssistance.Disbursement.Data;
using SocialAssistance.Disbursement.Entitlements;
using SocialAssistance.Disbursement.Rosters;
using SocialAssistance.Platform.Messaging;
using SocialAssistance.Platform.Security;

namespace SocialAssistance.Disbursement.Payees;

/// <summary>Approves or refuses a new account; never by the one who asked for it.</summary>
internal sealed record DecidePayeeChangeCommand : ICommand<PayeeChange>, IReasoned
{
    public Guid ChangeId { get; init; }

    public bool Approve { get; init; }

    public string? Note { get; init; }

    public string? Reason => Note;
}

internal sealed class DecidePayeeChangeValidator : AbstractValidator<DecidePayeeChangeCommand>
{
    public DecidePayeeChangeValidator() => RuleFor(c => c.Note).NotEmpty().When(c => !c.Approve).WithMessage("请填写不同意的原因");
}

internal sealed class DecidePayeeChangeHandler(DisbursementDb db, EntitlementBook book, IAccess access, ICurrentUser user, TimeProvider time)
    : IRequestHandler<DecidePayeeChangeCommand, Result<PayeeChange>>
{
    public async Task<Result<PayeeChange>> Handle(DecidePayeeChangeCommand command, CancellationToken cancellationToken)
    {
        await book.HoldAsync(cancellationToken);
        var change = await db.PayeeChanges.FromSql($"select * from disbursement.payee_changes where id = {command.ChangeId} for update").FirstOrDefaultAsync(cancellationToken);
        if (change is null)
        {
            return new Refusal("no-change", "没有找到这笔账号变更。请回到列表重新选择");
        }

        if (Check(change) is { } refusal)
        {
            return refusal;
        }

        var now = time.GetUtcNow();
        change.Decide(command.Approve, user.Id ?? Guid.Empty, user.Name, now, command.Note);
        if (command.Approve)
        {
            db.Add(new Payee
            {
                Id = Guid.CreateVersion7(), HouseholdId = change.HouseholdId, CaseId = change.CaseId, DivisionCode = change.DivisionCode, Holder = change.Holder,
                HolderIdNumber = change.HolderIdNumber, Bank = change.Bank, Account = change.Account, Cause = "changed", ChangeId = change.Id, RecordedAt = now, RecordedByName = user.Name,
            });
        }

        await db.SaveChangesAsync(cancellationToken);
        return change;
    }

    private Refusal? Check(PayeeChange change) =>
        !access.Allows(Actions.ApprovePayee, change.DivisionCode, "") ? new("not-permitted", $"这一步由{access.WhoCan(Actions.ApprovePayee)}办理")
        : change.Status != PayeeChange.Requested ? new("decided", $"这笔变更已由{change.DecidedByName}审核过")
        : change.RequestedBy == user.Id ? new("same-person", "提交人不能审核自己提交的账号变更。请由另一人审核")
        : null;
}
