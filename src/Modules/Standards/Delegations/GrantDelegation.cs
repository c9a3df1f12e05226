using FluentValidation;
using MediatR;
using Microsoft.EntityFrameworkCore;
using SocialAssistance.Contracts.Accounts;
using SocialAssistance.Contracts.Programs;
using SocialAssistance.Platform.Messaging;
using SocialAssistance.Platform.Security;
using SocialAssistance.Platform.Time;
using SocialAssistance.Standards.Data;

namespace SocialAssistance.Standards.Delegations;

/// <summary>Delegates confirmation to townships by a document.</summary>
internal sealed record GrantDelegation(IReadOnlyList<string> Townships, string? Program, decimal? UpTo, DateOnly? FromDay, DateOnly? ToDay, Guid? DocumentId, string? Article) : ICommand<int>;

internal sealed class GrantDelegationValidator : AbstractValidator<GrantDelegation>
{
    public GrantDelegationValidator(IDivisions divisions, IEnumerable<IAssistanceProgram> programs)
    {
        var known = divisions.Townships().Select(t => t.Code).ToHashSet();
        RuleFor(c => c.Townships).NotEmpty().WithMessage("请选择乡镇").Must(t => t.All(known.Contains)).WithMessage("请选择本县的乡镇");
        RuleFor(c => c.Program).Must(p => programs.Any(k => k.Code == p)).WithMessage("请选择救助项目");
        RuleFor(c => c.UpTo).GreaterThan(0).When(c => c.UpTo is not null).WithMessage("金额上限应大于 0，不限金额的不填");
        RuleFor(c => c.FromDay).NotNull().WithMessage("请填写起始日期");
        RuleFor(c => c.ToDay).Must((c, to) => to is null || c.FromDay is null || to >= c.FromDay).WithMessage("截止日期早于起始日期，请改正其中一个");
        RuleFor(c => c.DocumentId).NotNull().WithMessage("请选择委托依据的文件");
        RuleFor(c => c.Article).MaximumLength(60).WithMessage("条款最多 60 字");
    }
}

internal sealed class GrantDelegationHandler(StandardsDb db, ICurrentUser user, TimeProvider time) : IRequestHandler<GrantDelegation, Result<int>>
{
    public async Task<Result<int>> Handle(GrantDelegation command, CancellationToken cancellationToken)
    {
        var (from, to) = (command.FromDay!.Value, command.ToDay ?? DateOnly.MaxValue);
        var codes = command.Townships.Distinct().ToArray();
        var taken = await db.Delegations.AsNoTracking()
            .Where(d => codes.Contains(d.TownshipCode) && d.Program == command.Program && d.RevokedOn == null && d.FromDay <= to && (d.ToDay == null || d.ToDay >= from))
            .Select(d => d.TownshipCode).ToListAsync(cancellationToken);
        if (taken.Count > 0)
        {
            return new Refusal("delegation-exists", $"有 {taken.Count} 个乡镇在这段时间已有委托。金额或依据有变化的，请先收回原委托");
        }

        foreach (var code in codes)
        {
            db.Add(new Delegation
            {
                Id = Guid.CreateVersion7(), TownshipCode = code, Program = command.Program!, UpTo = command.UpTo, FromDay = from, ToDay = command.ToDay, DocumentId = command.DocumentId!.Value,
                Article = string.IsNullOrWhiteSpace(command.Article) ? null : command.Article.Trim(), CreatedByName = user.Name, CreatedAt = time.GetUtcNow(),
            });
        }

        await db.SaveChangesAsync(cancellationToken);
        return codes.Length;
    }
}

/// <summary>Takes a delegation back from today on (收回).</summary>
internal sealed record RevokeDelegation(Guid Id, int Version, string? RevocationReason) : ICommand<string>, IReasoned
{
    public string? Reason => RevocationReason;
}

internal sealed class RevokeDelegationValidator : AbstractValidator<RevokeDelegation>
{
    public RevokeDelegationValidator() => RuleFor(c => c.RevocationReason).NotEmpty().WithMessage("请写明收回的原因").MaximumLength(200).WithMessage("原因最多 200 字");
}

internal sealed class RevokeDelegationHandler(StandardsDb db, IDivisions divisions, ICurrentUser user, TimeProvider time) : IRequestHandler<RevokeDelegation, Result<string>>
{
    public async Task<Result<string>> Handle(RevokeDelegation command, CancellationToken cancellationToken)
    {
        if (await db.Delegations.SingleOrDefaultAsync(d => d.Id == command.Id, cancellationToken) is not { } delegation)
        {
            return new Refusal("delegation-unknown", "没有找到这项委托，请返回列表");
        }

        if (delegation.RevokedOn is not null || delegation.Version != command.Version)
        {
            return new Refusal("delegation-changed", $"这项委托已由{delegation.RevokedByName}收回，不用再次收回");
        }

        delegation.Revoke(time.Today(), user.Name, command.RevocationReason!.Trim());
        await db.SaveChangesAsync(cancellationToken);
        return $"已收回{divisions.Name(delegation.TownshipCode)}的委托，从现在起由县级审核确认。";
    }
}
