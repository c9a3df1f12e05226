using System.ComponentModel.DataAnnotations;
using FluentValidation;
using MediatR;
using Microsoft.EntityFrameworkCore;
using SocialAssistance.Disbursement.Data;
using SocialAssistance.Disbursement.Rosters;
using SocialAssistance.Platform.Data;
using SocialAssistance.Platform.Messaging;
using SocialAssistance.Platform.Security;
using SocialAssistance.Platform.Time;

namespace SocialAssistance.Disbursement.Overpayments;

/// <summary>Records money that came back for a claim, with its receipt.</summary>
internal sealed record RecordRepaymentCommand : ICommand<decimal>
{
    public Guid ClaimId { get; init; }

    [Display(Name = "退回日期")]
    public DateOnly? PaidOn { get; init; }

    [Display(Name = "退回金额")]
    public decimal? Amount { get; init; }

    public string? Receipt { get; init; }
}

internal sealed class RecordRepaymentValidator : AbstractValidator<RecordRepaymentCommand>
{
    public RecordRepaymentValidator(TimeProvider time)
    {
        RuleFor(c => c.PaidOn).NotNull().WithMessage("请填写退回日期").Must(d => d is null || d <= time.Today()).WithMessage("退回日期不能晚于今天");
        RuleFor(c => c.Amount).NotNull().WithMessage("请填写退回金额").GreaterThan(0).WithMessage("退回金额要大于 0").Must(a => a is null || decimal.Round(a.Value, 2) == a).WithMessage("金额最多两位小数");
        RuleFor(c => c.Receipt).NotEmpty().WithMessage("请填写缴款凭证号").MaximumLength(50).WithMessage("凭证号最多 50 字");
    }
}

internal sealed class RecordRepaymentHandler(DisbursementDb db, UnitOfWork unitOfWork, IAccess access, ICurrentUser user, TimeProvider time) : IRequestHandler<RecordRepaymentCommand, Result<decimal>>
{
    public async Task<Result<decimal>> Handle(RecordRepaymentCommand command, CancellationToken cancellationToken)
    {
        if (access.Require(Actions.Prepare) is { } refusal)
        {
            return refusal;
        }

        await unitOfWork.ExecuteAsync("select pg_advisory_xact_lock(5760, 3)", [], cancellationToken);
        if (await db.Overpayments.AsNoTracking().FirstOrDefaultAsync(o => o.Id == command.ClaimId, cancellationToken) is not { } claim)
        {
            return new Refusal("no-claim", "没有找到这笔追回。请回到多发追回列表重新选择");
        }

        if (await db.Repayments.AnyAsync(r => r.Receipt == command.Receipt, cancellationToken))
        {
            return new Refusal("same-receipt", $"缴款凭证 {command.Receipt} 已经登记过，没有再次登记");
        }

        var left = claim.Amount - await db.Repayments.Where(r => r.OverpaymentId == claim.Id).SumAsync(r => r.Amount, cancellationToken);
        if (command.Amount > left)
        {
            return new Refusal("too-much", $"这笔追回只剩 {left} 元未退，不能登记 {command.Amount} 元");
        }

        db.Add(new Repayment
        {
            Id = Guid.CreateVersion7(), OverpaymentId = claim.Id, PaidOn = command.PaidOn!.Value, Amount = command.Amount!.Value, Receipt = command.Receipt!,
            RecordedAt = time.GetUtcNow(), RecordedByName = user.Name,
        });
        await db.SaveChangesAsync(cancellationToken);
        return left - command.Amount.Value;
    }
}
