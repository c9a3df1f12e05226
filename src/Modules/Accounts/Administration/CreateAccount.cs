using FluentValidation;
using MediatR;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using SocialAssistance.Accounts.Data;
using SocialAssistance.Accounts.Passwords;
using SocialAssistance.Accounts.SignIn;
using SocialAssistance.Contracts.Accounts;
using SocialAssistance.Platform.Messaging;

namespace SocialAssistance.Accounts.Administration;

/// <summary>Opens an account; the answer is the temporary password its owner must change at first log-in.</summary>
internal sealed record CreateAccountCommand(string? Account, string? Name, string? DivisionCode, string? Office, IReadOnlyCollection<string> Roles) : ICommand<string>, IAccountDetails;

internal sealed class CreateAccountValidator : AccountDetailsValidator<CreateAccountCommand>
{
    public CreateAccountValidator(IDivisions divisions) : base(divisions) =>
        RuleFor(c => c.Account)
            .NotEmpty().WithMessage("请填写账号")
            .Must(a => string.IsNullOrEmpty(a) || AccountName.IsValid(AccountName.Normalise(a))).WithMessage("账号应为 3 至 32 位小写字母、数字、点或短横线");
}

internal sealed class CreateAccountHandler(AccountsDb db, IPasswordHasher<User> hasher) : IRequestHandler<CreateAccountCommand, Result<string>>
{
    public async Task<Result<string>> Handle(CreateAccountCommand request, CancellationToken cancellationToken)
    {
        var account = AccountName.Normalise(request.Account);
        if (await db.Users.AnyAsync(u => u.Account == account, cancellationToken))
        {
            throw new ValidationException([new(nameof(request.Account), $"账号 {account} 已有人使用，请换一个")]);
        }

        var password = PasswordRule.Temporary();
        var user = new User(Guid.CreateVersion7(), account, request.Name!.Trim(), request.DivisionCode!, request.Office!.Trim());
        user.SetPassword(hasher.HashPassword(user, password), mustChange: true);
        user.Hold(request.Roles);
        db.Users.Add(user);
        await db.SaveChangesAsync(cancellationToken);
        return password;
    }
}
