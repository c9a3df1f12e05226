using FluentValidation;
using MediatR;
using SocialAssistance.Disbursement.Corrections;
using SocialAssistance.Disbursement.Data;
using SocialAssistance.Disbursement.OneOff;
using SocialAssistance.Disbursement.Settlement;
using SocialAssistance.Platform.Jobs;
using SocialAssistance.Platform.Messaging;
using SocialAssistance.Platform.Security;

namespace SocialAssistance.Disbursement.Rosters;

/// <summary>Makes a roster anew from what is known now (重新生成).</summary>
internal sealed record RegenerateRosterCommand(Guid RosterId) : ICommand<Guid>;

/// <summary>Gives up a roster that is not sealed (作废).</summary>
internal sealed record WithdrawRosterCommand(Guid RosterId, string? Reason) : ICommand<Guid>, IReasoned;

internal sealed class RegenerateRosterValidator : AbstractValidator<RegenerateRosterCommand>
{
    public RegenerateRosterValidator() => RuleFor(c => c.RosterId).NotEmpty().WithMessage("请从批次列表打开要重新生成的批次");
}

internal sealed class WithdrawRosterValidator : AbstractValidator<WithdrawRosterCommand>
{
    public WithdrawRosterValidator() => RuleFor(c => c.Reason).NotEmpty().WithMessage("请填写作废的原因");
}

internal sealed class ChangeRosterHandler(DisbursementDb db, RosterWorkshop workshop, CorrectionDesk corrections, SettleDesk settling, IJobs jobs, IAccess access, ICurrentUser user, TimeProvider time) :
    IRequestHandler<RegenerateRosterCommand, Result<Guid>>, IRequestHandler<WithdrawRosterCommand, Result<Guid>>, IRequestHandler<ExcludeHouseholdCommand, Result<string>>
{
    public async Task<Result<Guid>> Handle(RegenerateRosterCommand command, CancellationToken cancellationToken)
    {
        var (roster, refusal) = await OpenAsync(command.RosterId, [RosterStatus.Prepared], cancellationToken);
        if (refusal is not null)
        {
            return refusal;
        }

        await AgainAsync(roster!, cancellationToken);
        return roster!.Id;
    }

    public async Task<Result<Guid>> Handle(WithdrawRosterCommand command, CancellationToken cancellationToken)
    {
        var (roster, refusal) = await OpenAsync(command.RosterId, [RosterStatus.Generating, RosterStatus.Prepared], cancellationToken);
        if (refusal is not null)
        {
            return refusal;
        }

        await workshop.ClearAsync(roster!.Id, cancellationToken);
        roster.Withdraw(command.Reason!);
        await db.SaveChangesAsync(cancellationToken);
        return roster.Id;
    }

    public async Task<Result<string>> Handle(ExcludeHouseholdCommand command, CancellationToken cancellationToken)
    {
        var (roster, refusal) = await OpenAsync(command.RosterId, [RosterStatus.Prepared], cancellationToken);
        if (refusal is not null)
        {
            return refusal;
        }

        var order = db.RosterOrders.FirstOrDefault(o => o.RosterId == command.RosterId && o.HouseholdId == command.HouseholdId);
        if (order is null)
        {
            return new Refusal("not-in-roster", "这一户不在本批里，不需要移出");
        }

        db.Add(new RosterExclusion
        {
            RosterId = command.RosterId, HouseholdId = command.HouseholdId, CaseId = order.CaseId, HeadName = order.HeadName,
            Reason = command.Reason!, ExcludedByName = user.Name, ExcludedAt = time.GetUtcNow(),
        });
        await db.SaveChangesAsync(cancellationToken);
        await AgainAsync(roster!, cancellationToken);
        return order.HeadName;
    }

    private async Task<(Roster? Roster, Refusal? Refusal)> OpenAsync(Guid id, string[] statuses, CancellationToken cancellationToken) =>
        access.Require(Actions.Prepare) is { } refusal ? (null, refusal)
        : await workshop.LockAsync(id, cancellationToken) is not { } roster ? (null, Actions.NoRoster)
        : (roster, roster.Require(statuses));

    private async Task AgainAsync(Roster roster, CancellationToken cancellationToken)
    {
        roster.Prepare(user, time.GetUtcNow(), again: true);
        if (roster.Kind == Roster.Correction)
        {
            await workshop.ClearAsync(roster.Id, cancellationToken);
            await corrections.FillAsync(roster, cancellationToken);
            await workshop.CompleteAsync(roster, cancellationToken);
        }
        else if (roster.Kind == Roster.OneOff)
        {
            await jobs.EnqueueAsync(OneOffJob.JobKind, new GenerateRosterJob.Work(roster.Id, roster.Generation), cancellationToken);
        }
        else
        {
            roster.Settle(await settling.UntilAsync(roster.Month, cancellationToken));
            await jobs.EnqueueAsync(GenerateRosterJob.JobKind, new GenerateRosterJob.Work(roster.Id, roster.Generation), cancellationToken);
        }

        await db.SaveChangesAsync(cancellationToken);
    }
}
