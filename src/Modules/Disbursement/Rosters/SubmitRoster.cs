using FluentValidation;
using MediatR;
using SocialAssistance.Disbursement.Data;
using SocialAssistance.Platform.Messaging;
using SocialAssistance.Platform.Security;

namespace SocialAssistance.Disbursement.Rosters;

/// <summary>Hands a roster without open questions to the second person (提交复核).</summary>
internal sealed record SubmitRosterCommand(Guid RosterId, string? ContentHash) : ICommand<Guid>;

/// <summary>Gives a submitted roster back to the one who made it (退回).</summary>
internal sealed record ReturnRosterCommand(Guid RosterId, string? Reason) : ICommand<Guid>, IReasoned;

internal sealed class SubmitRosterValidator : AbstractValidator<SubmitRosterCommand>
{
    public SubmitRosterValidator() => RuleFor(c => c.RosterId).NotEmpty().WithMessage("请从批次列表打开要提交的批次");
}

internal sealed class ReturnRosterValidator : AbstractValidator<ReturnRosterCommand>
{
    public ReturnRosterValidator() =>
        RuleFor(c => c.Reason).NotEmpty().WithMessage("请填写退回的原因，编制人会看到").MaximumLength(200).WithMessage("原因最多 200 字，请精简");
}

internal sealed class SubmitRosterHandler(DisbursementDb db, RosterWorkshop workshop, IAccess access, ICurrentUser user, TimeProvider time) :
    IRequestHandler<SubmitRosterCommand, Result<Guid>>, IRequestHandler<ReturnRosterCommand, Result<Guid>>
{
    public async Task<Result<Guid>> Handle(SubmitRosterCommand command, CancellationToken cancellationToken)
    {
        if (access.Require(Actions.Prepare) is { } refusal)
        {
            return refusal;
        }

        if (await workshop.LockAsync(command.RosterId, cancellationToken) is not { } roster)
        {
            return Actions.NoRoster;
        }

        if ((roster.Require(RosterStatus.Prepared) ?? Check(roster, command.ContentHash)) is { } no)
        {
            return no;
        }

        if (await workshop.StaleAsync(roster, cancellationToken) is > 0 and var stale)
        {
            return RosterRefusals.Stale(stale);
        }

        if (await workshop.HintedAsync(roster.Id, cancellationToken) is > 0 and var hinted)
        {
            return RosterRefusals.Hinted(hinted);
        }

        roster.Submit(user, time.GetUtcNow());
        await db.SaveChangesAsync(cancellationToken);
        return roster.Id;
    }

    public async Task<Result<Guid>> Handle(ReturnRosterCommand command, CancellationToken cancellationToken)
    {
        if (await workshop.LockAsync(command.RosterId, cancellationToken) is not { } roster)
        {
            return Actions.NoRoster;
        }

        if ((access.Require(Actions.Prepare) ?? roster.Require(RosterStatus.Submitted)) is { } refusal)
        {
            return refusal;
        }

        roster.Return();
        await db.SaveChangesAsync(cancellationToken);
        return roster.Id;
    }

    private static Refusal? Check(Roster roster, string? seen) =>
        roster.ContentHash != seen ? RosterRefusals.Changed
        : roster.Blocking > 0 ? new("blocking", $"还有 {roster.Blocking} 项问题没有处理。请逐项处理，或把有关家庭移出本批，再提交复核")
        : roster.Households == 0 ? new("empty", "本批没有需要发放的家庭，不能提交。可以作废这一批")
        : null;
}

internal static class RosterRefusals
{
    public static Refusal Changed { get; } = new("roster-changed", "名单在你打开页面以后重新生成过。下面已是最新内容，请重新核对");

    public static Refusal Hinted(long households) => new("death-hint", $"名单生成以后，有 {households} 户登记了死亡提示。请重新生成，核实后再提交");

    public static Refusal Stale(long households) => new("stale", $"名单生成以后，有 {households} 户的待遇或账号发生了变化。请重新生成后再核对");
}
