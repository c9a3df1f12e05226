using System.ComponentModel.DataAnnotations;
using FluentValidation;
using MediatR;
using Microsoft.EntityFrameworkCore;
using SocialAssistance.Contracts.Cases;
using SocialAssistance.Disbursement.Data;
using SocialAssistance.Disbursement.Rosters;
using SocialAssistance.Platform.Data;
using SocialAssistance.Platform.Messaging;
using SocialAssistance.Platform.Security;
using SocialAssistance.Platform.Time;

namespace SocialAssistance.Disbursement.Overpayments;

/// <summary>Claims what a household was paid too much, after it was heard; the amount is what the ledger says.</summary>
internal sealed record RegisterOverpaymentCommand : ICommand<Guid>
{
    public Guid Household { get; init; }

    public string? Cause { get; init; }

    [Display(Name = "听取意见日期")]
    public DateOnly? HeardOn { get; init; }

    public string? Statement { get; init; }

    public string? Basis { get; init; }

    [Display(Name = "每月退回")]
    public decimal? Instalment { get; init; }

    [Display(Name = "第一期日期")]
    public DateOnly? FirstDue { get; init; }
}

internal sealed class RegisterOverpaymentValidator : AbstractValidator<RegisterOverpaymentCommand>
{
    public RegisterOverpaymentValidator(TimeProvider time)
    {
        RuleFor(c => c.Cause).NotEmpty().WithMessage("请填写多发的原因").MaximumLength(200).WithMessage("原因最多 200 字，请精简");
        RuleFor(c => c.HeardOn).NotNull().WithMessage("请填写听取意见的日期，没有听取意见不能追回").Must(d => d is null || d <= time.Today()).WithMessage("听取意见的日期不能晚于今天");
        RuleFor(c => c.Statement).NotEmpty().WithMessage("请填写当事人的意见，没有意见的填“无异议”").MaximumLength(500).WithMessage("意见最多 500 字，请精简");
        RuleFor(c => c.Basis).NotEmpty().WithMessage("请填写依据的文件和条款").MaximumLength(100).WithMessage("依据最多 100 字，请精简");
        RuleFor(c => c.Instalment).NotNull().WithMessage("请填写每月退回多少元").GreaterThan(0).WithMessage("每月退回的金额要大于 0").Must(a => a is null || decimal.Round(a.Value, 2) == a).WithMessage("金额最多两位小数");
        RuleFor(c => c.FirstDue).NotNull().WithMessage("请填写第一期日期").Must(d => d is null || d >= time.Today()).WithMessage("第一期日期不能早于今天");
    }
}

internal sealed class RegisterOverpaymentHandler(DisbursementDb db, UnitOfWork unitOfWork, OverpaymentDesk desk, ICases cases, IAccess access, ICurrentUser user, TimeProvider time)
    : IRequestHandler<RegisterOverpaymentCommand, Result<Guid>>
{
    private const int MostInstalments = 60;

    public async Task<Result<Guid>> Handle(RegisterOverpaymentCommand command, CancellationToken cancellationToken)
    {
        if (access.Require(Actions.Prepare) is { } refusal)
        {
            return refusal;
        }

        // One at a time, so that no month is claimed twice and numbers follow each other.
        await unitOfWork.ExecuteAsync("select pg_advisory_xact_lock(5760, 3)", [], cancellationToken);
        if ((await desk.FoundAsync(command.Household, user.AreaPrefix, cancellationToken)).SingleOrDefault() is not { } found)
        {
            return new Refusal("nothing-found", "这一户没有还未登记的多发款项。请回到多发追回列表核对");
        }

        if (found.Amount > command.Instalment * MostInstalments)
        {
            return new Refusal("too-many-instalments", $"多发 {found.Amount} 元，每月退回 {command.Instalment} 元要超过 {MostInstalments} 期。请提高每月退回的金额");
        }

        // The township that looks after the family today follows the claim, whichever paid too much.
        var division = (await cases.FindAsync(found.CaseId, cancellationToken))?.DivisionCode ?? found.DivisionCode;
        var now = time.Today();
        var prefix = $"ZH-{now.Year:d4}{now.Month:d2}-";
        var count = await db.Overpayments.IgnoreQueryFilters().CountAsync(o => o.Number.StartsWith(prefix), cancellationToken);
        var claim = new Overpayment
        {
            Id = Guid.CreateVersion7(), Number = $"{prefix}{count + 1:d4}", HouseholdId = found.HouseholdId, CaseId = found.CaseId, DivisionCode = division, HeadName = found.HeadName,
            Program = found.Program, Amount = found.Amount, Months = found.Months, Cause = command.Cause!, HeardOn = command.HeardOn!.Value, Statement = command.Statement!, Basis = command.Basis!,
            Instalment = command.Instalment!.Value, FirstDue = command.FirstDue!.Value, RegisteredBy = user.Id ?? Guid.Empty, RegisteredByName = user.Name, RegisteredAt = time.GetUtcNow(),
        };
        db.Add(claim);
        await db.SaveChangesAsync(cancellationToken);
        await desk.ClaimAsync(claim.Id, found.HouseholdId, user.AreaPrefix, cancellationToken);
        return claim.Id;
    }
}
