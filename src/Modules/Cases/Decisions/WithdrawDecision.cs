using FluentValidation;
using MediatR;
using Microsoft.EntityFrameworkCore;
using SocialAssistance.Cases.CaseFiles;
using SocialAssistance.Cases.Changes;
using SocialAssistance.Cases.Data;
using SocialAssistance.Contracts.Cases;
using SocialAssistance.Contracts.Disbursement;
using SocialAssistance.Platform.Messaging;
using SocialAssistance.Platform.Security;

namespace SocialAssistance.Cases.Decisions;

/// <summary>Takes a decision back with a reason (撤回) while no sealed roster contains it.</summary>
internal sealed record WithdrawDecisionCommand : ICommand<string>, IReasoned
{
    public Guid CaseId { get; init; }

    public int Version { get; init; }

    public string? Reason { get; init; }
}

internal sealed class WithdrawDecisionValidator : AbstractValidator<WithdrawDecisionCommand>
{
    public WithdrawDecisionValidator() => RuleFor(c => c.Reason).NotEmpty().WithMessage("请填写撤回的原因，轨迹里会保留").MaximumLength(200).WithMessage("原因最多 200 字，请精简");
}

internal sealed class WithdrawDecisionHandler(CasesDb db, CaseDesk desk, IAccess access, Deciders deciders, IEntitlements entitlements, IMediator mediator) : IRequestHandler<WithdrawDecisionCommand, Result<string>>
{
    private static readonly Refusal Unknown = new("case-unknown", "没有找到这份案卷，可能不在本辖区。请返回待办重新打开");
    private static readonly Refusal Changed = new("changed-since", "这户确认后已经办理过变更，不能撤回确认。请在待遇页登记或者更正变更");
    private static readonly Refusal Sealed = new("roster-sealed", "这户已经进入封存的发放名册，不能撤回。情况有变化的，请办理变更");

    public async Task<Result<string>> Handle(WithdrawDecisionCommand command, CancellationToken cancellationToken)
    {
        if (await desk.FindAsync(command.CaseId, cancellationToken) is not { } file)
        {
            return Unknown;
        }

        if (file.Require(command.Version, Stages.InBenefit, Stages.Declined) is { } refusal)
        {
            return refusal;
        }

        if (!access.Allows("cases.withdraw-decision", file.DivisionCode, file.Stage))
        {
            return new Refusal("not-yours", $"撤回由{access.WhoCan("cases.withdraw-decision")}办理");
        }

        if (await deciders.RefuseAsync(file, file.MonthlyAmount ?? 0, "撤回", cancellationToken) is { } other)
        {
            return other;
        }

        if (await entitlements.IsSealedAsync(file.Id, cancellationToken))
        {
            return Sealed;
        }

        if (await db.BenefitChanges.AnyAsync(c => c.CaseId == file.Id && c.Status == ChangeStatus.Confirmed, cancellationToken))
        {
            return Changed;
        }

        var wasConfirmed = file.Stage == Stages.InBenefit;
        file.WithdrawDecision(desk.Today);
        desk.Tell(file, "decision-withdrawn", $"撤回决定：{command.Reason}");
        await db.SaveChangesAsync(cancellationToken);
        if (wasConfirmed)
        {
            await mediator.Publish(new CaseConfirmationWithdrawn(file.Id, command.Reason!), cancellationToken);
        }

        return $"已撤回{file.ApplicantName}户的决定，案卷回到待确认。";
    }
}
