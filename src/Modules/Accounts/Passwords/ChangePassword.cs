using FluentValidation;
using MediatR;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using SocialAssistance.Accounts.Data;
using SocialAssistance.Platform.Audit;
using SocialAssistance.Platform.Messaging;
using SocialAssistance.Platform.Security;

namespace SocialAssistance.Accounts.Passwords;

/// <summary>Sets the current user's own password and ends their sessions elsewhere.</summary>
internal sealed record ChangePasswordCommand(string? Current, string? New, string? Again) : ICommand<User>;

internal sealed class ChangePasswordValidator : AbstractValidator<ChangePasswordCommand>
{
    public ChangePasswordValidator()
    {
        RuleFor(c => c.Current).NotEmpty().WithMessage("请填写当前密码");
        RuleFor(c => c.New).IsGoodPassword();
        RuleFor(c => c.New).NotEqual(c => c.Current).When(c => !string.IsNullOrEmpty(c.New)).WithMessage("新密码不能与当前密码相同");
        RuleFor(c => c.Again).Equal(c => c.New).WithMessage("两次填写的新密码不一致，请重新填写");
    }
}

internal sealed class ChangePasswordHandler(AccountsDb db, ICurrentUser current, IPasswordHasher<User> hasher, IAuditTrail audit) : IRequestHandler<ChangePasswordCommand, Result<User>>
{
    public async Task<Result<User>> Handle(ChangePasswordCommand request, CancellationToken cancellationToken)
    {
        var user = await db.Users.SingleAsync(u => u.Id == current.Id, cancellationToken);
        if (hasher.VerifyHashedPassword(user, user.PasswordHash, request.Current!) == PasswordVerificationResult.Failed)
        {
            throw new ValidationException([new(nameof(request.Current), "当前密码不对，请重新填写")]);
        }

        user.SetPassword(hasher.HashPassword(user, request.New!), mustChange: false);
        await db.SaveChangesAsync(cancellationToken);
        await audit.ActedAsync("password-changed", nameof(User), user.Id.ToString(), cancellationToken: cancellationToken);
        return user;
    }
}
