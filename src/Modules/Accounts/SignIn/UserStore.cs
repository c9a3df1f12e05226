using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using SocialAssistance.Accounts.Data;
using SocialAssistance.Platform.Data;

namespace SocialAssistance.Accounts.SignIn;

/// <summary>
/// What the framework's sign-in manager needs to know: find a user, and whether a session's stamp still holds.
/// Accounts are entered and changed by this module's own commands, with audit and four-eyes rules.
/// </summary>
internal sealed class UserStore(AccountsDb db, UnitOfWork unitOfWork) : IUserSecurityStampStore<User>
{
    public Task<string> GetUserIdAsync(User user, CancellationToken cancellationToken) => Task.FromResult(user.Id.ToString());

    public Task<string?> GetUserNameAsync(User user, CancellationToken cancellationToken) => Task.FromResult<string?>(user.Account);

    public Task<string?> GetNormalizedUserNameAsync(User user, CancellationToken cancellationToken) => Task.FromResult<string?>(user.Account);

    public Task<string?> GetSecurityStampAsync(User user, CancellationToken cancellationToken) => Task.FromResult<string?>(user.SecurityStamp);

    public Task<User?> FindByIdAsync(string userId, CancellationToken cancellationToken) =>
        Guid.TryParse(userId, out var id) ? db.Users.SingleOrDefaultAsync(u => u.Id == id && u.DisabledAt == null, cancellationToken) : Task.FromResult<User?>(null);

    public Task<User?> FindByNameAsync(string normalizedUserName, CancellationToken cancellationToken) =>
        db.Users.SingleOrDefaultAsync(u => u.Account == AccountName.Normalise(normalizedUserName), cancellationToken);

    public async Task<IdentityResult> UpdateAsync(User user, CancellationToken cancellationToken)
    {
        await unitOfWork.RunAsync(() => db.SaveChangesAsync(cancellationToken), cancellationToken);
        return IdentityResult.Success;
    }

    // The framework never calls these here: no registration pages, and an account's name and stamp change with their cause.
    public Task<IdentityResult> CreateAsync(User user, CancellationToken cancellationToken) => Task.FromResult(IdentityResult.Failed());

    public Task<IdentityResult> DeleteAsync(User user, CancellationToken cancellationToken) => Task.FromResult(IdentityResult.Failed());

    public Task SetUserNameAsync(User user, string? userName, CancellationToken cancellationToken) => Task.CompletedTask;

    public Task SetNormalizedUserNameAsync(User user, string? normalizedName, CancellationToken cancellationToken) => Task.CompletedTask;

    public Task SetSecurityStampAsync(User user, string stamp, CancellationToken cancellationToken) => Task.CompletedTask;

    public void Dispose()
    {
    }
}
