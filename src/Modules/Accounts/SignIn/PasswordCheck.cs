using MediatR;
using Microsoft.EntityFrameworkCore;
using SocialAssistance.Accounts.Data;
using SocialAssistance.Contracts.Accounts;

namespace SocialAssistance.Accounts.SignIn;

/// <summary>Asks as the log-in asks, so that a wrong password counts towards the same lockout.</summary>
internal sealed class PasswordCheck(AccountsDb db, IMediator mediator) : IPasswordCheck
{
    public async Task<bool> IsCorrectAsync(Guid accountId, string password, CancellationToken cancellationToken) =>
        await db.Users.AsNoTracking().Where(u => u.Id == accountId).Select(u => u.Account).SingleOrDefaultAsync(cancellationToken) is { } account
        && (await mediator.Send(new LogIn(account, password), cancellationToken)).Outcome == LogInOutcome.LoggedIn;
}
