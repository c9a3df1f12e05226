using FluentValidation;
using MediatR;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using SocialAssistance.Accounts.Data;
using SocialAssistance.Accounts.Passwords;
using SocialAssistance.Platform.Audit;
using SocialAssistance.Platform.Messaging;

namespace SocialAssistance.Accounts.Administration;

/// <summary>Gives a forgotten password a temporary successor, lifts a lock and ends open sessions; the answer is the password.</summary>
internal sealed record ResetPasswordCommand(Guid Id) : ICommand<string>;

internal sealed class ResetPasswordValidator : AbstractValidator<ResetPasswordCommand>
{
    public ResetPasswordValidator() => RuleFor(c => c.Id).NotEmpty();
}

internal sealed class ResetPasswordHandler(AccountsDb db, IPasswordHasher<User> hasher, IAuditTrail audit) : IRequestHandler<ResetPasswordCommand, Result<string>>
{
    public async Task<Result<string>> Handle(ResetPasswordCommand request, CancellationToken cancellationToken)
    {
        var user = await db.Users.SingleAsync(u => u.Id == request.Id, cancellationToken);
        var password = PasswordRule.Temporary();
        user.SetPassword(hasher.HashPassword(user, password), mustChange: true);
        await db.SaveChangesAsync(cancellationToken);
        await audit.ActedAsync("password-reset", nameof(User), user.Id.ToString(), cancellationToken: cancellationToken);
        return password;
    }
}
