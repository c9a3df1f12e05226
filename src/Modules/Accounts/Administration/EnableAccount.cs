using FluentValidation;
using MediatR;
using Microsoft.EntityFrameworkCore;
using SocialAssistance.Accounts.Data;
using SocialAssistance.Platform.Messaging;

namespace SocialAssistance.Accounts.Administration;

/// <summary>Lets a disabled account in again (恢复使用).</summary>
internal sealed record EnableAccountCommand(Guid Id) : ICommand<string>;

internal sealed class EnableAccountValidator : AbstractValidator<EnableAccountCommand>
{
    public EnableAccountValidator() => RuleFor(c => c.Id).NotEmpty();
}

internal sealed class EnableAccountHandler(AccountsDb db) : IRequestHandler<EnableAccountCommand, Result<string>>
{
    public async Task<Result<string>> Handle(EnableAccountCommand request, CancellationToken cancellationToken)
    {
        var user = await db.Users.SingleAsync(u => u.Id == request.Id, cancellationToken);
        user.Enable();
        await db.SaveChangesAsync(cancellationToken);
        return user.Name;
    }
}
