using FluentValidation;
using MediatR;
using Microsoft.EntityFrameworkCore;
using SocialAssistance.Accounts.Data;
using SocialAssistance.Platform.Messaging;
using SocialAssistance.Platform.Security;

namespace SocialAssistance.Accounts.Administration;

/// <summary>Closes an account at once (停用); the hand-over note says who goes on with the work.</summary>
internal sealed record DisableAccountCommand(Guid Id, string? Reason, string? HandOver) : ICommand<string>, IReasoned;

internal sealed class DisableAccountValidator : AbstractValidator<DisableAccountCommand>
{
    public DisableAccountValidator()
    {
        RuleFor(c => c.Reason).NotEmpty().WithMessage("请选择停用原因");
        RuleFor(c => c.HandOver).NotEmpty().WithMessage("请写明未办结事项交给谁，没有的填“无”").MaximumLength(200).WithMessage("交接说明最多 200 字");
    }
}

internal sealed class DisableAccountHandler(AccountsDb db, ICurrentUser current, TimeProvider time) : IRequestHandler<DisableAccountCommand, Result<string>>
{
    public async Task<Result<string>> Handle(DisableAccountCommand request, CancellationToken cancellationToken)
    {
        var user = await db.Users.SingleAsync(u => u.Id == request.Id, cancellationToken);
        if (user.Id == current.Id)
        {
            return new Refusal("accounts.own-account", "不能停用本人的账号，请由另一名管理员办理");
        }

        if (user.DisabledAt is not null)
        {
            return new Refusal("accounts.already-disabled", "这个账号已经停用，不用再次停用");
        }

        user.Disable(time.GetUtcNow(), request.Reason!, request.HandOver!.Trim());
        await db.SaveChangesAsync(cancellationToken);
        return user.Name;
    }
}
