using MediatR;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using SocialAssistance.Accounts.Data;
using SocialAssistance.Platform.Audit;
using SocialAssistance.Platform.Data;

namespace SocialAssistance.Accounts.SignIn;

/// <summary>
/// Somebody wants in. No command of the pipeline: a wrong password must be counted, not rolled back, and the same form
/// posted twice must set its cookie twice.
/// </summary>
internal sealed record LogIn(string Account, string Password) : IRequest<LogInAnswer>;

internal enum LogInOutcome
{
    LoggedIn,
    Wrong,
    Locked,
    Disabled,
}

/// <summary>How a log-in ended; the times are for the sentence on the screen.</summary>
internal sealed record LogInAnswer(LogInOutcome Outcome, Guid? UserId = null, DateTimeOffset? LockedUntil = null, DateTimeOffset? LastLoginAt = null, bool MustChangePassword = false);

internal sealed class LogInHandler(AccountsDb db, UnitOfWork unitOfWork, SignInManager<User> manager, IPasswordHasher<User> hasher, IAuditTrail audit, TimeProvider time)
    : IRequestHandler<LogIn, LogInAnswer>
{
    private const int Allowed = 5;
    private static readonly TimeSpan Window = TimeSpan.FromMinutes(15);
    private static string? s_nobodysHash;

    public async Task<LogInAnswer> Handle(LogIn request, CancellationToken cancellationToken)
    {
        var now = time.GetUtcNow();
        var account = AccountName.Normalise(request.Account);
        var user = await db.Users.SingleOrDefaultAsync(u => u.Account == account, cancellationToken);
        if (user is null)
        {
            // Takes as long as a real check, so that the answer's time does not tell which accounts exist.
            hasher.VerifyHashedPassword(null!, s_nobodysHash ??= hasher.HashPassword(null!, "nobody"), request.Password);
            return new(LogInOutcome.Wrong);
        }

        if (user.IsLocked(now))
        {
            return new(LogInOutcome.Locked, LockedUntil: user.LockedUntil);
        }

        var check = hasher.VerifyHashedPassword(user, user.PasswordHash, request.Password);
        if (check == PasswordVerificationResult.Failed)
        {
            return await CountWrongAsync(user, now, cancellationToken);
        }

        if (user.DisabledAt is not null)
        {
            return new(LogInOutcome.Disabled);
        }

        await unitOfWork.RunAsync(
            async () =>
            {
                if (check == PasswordVerificationResult.SuccessRehashNeeded)
                {
                    user.Rehash(hasher.HashPassword(user, request.Password));
                    await db.SaveChangesAsync(cancellationToken);
                }

                await db.Users.Where(u => u.Id == user.Id).ExecuteUpdateAsync(
                    s => s.SetProperty(u => u.FailedCount, 0)
                        .SetProperty(u => u.FirstFailedAt, (DateTimeOffset?)null)
                        .SetProperty(u => u.LockedUntil, (DateTimeOffset?)null)
                        .SetProperty(u => u.LastLoginAt, now),
                    cancellationToken);
                await manager.SignInAsync(user, isPersistent: false);
                await audit.ActedAsync("logged-in", nameof(User), user.Id.ToString(), cancellationToken: cancellationToken);
            },
            cancellationToken);
        return new(LogInOutcome.LoggedIn, user.Id, null, user.LastLoginAt, user.MustChangePassword);
    }

    // One statement, so that a flood of guesses at once is counted guess by guess.
    private async Task<LogInAnswer> CountWrongAsync(User user, DateTimeOffset now, CancellationToken cancellationToken)
    {
        var windowStart = now - Window;
        await unitOfWork.RunAsync(
            async () =>
            {
                await db.Users.Where(u => u.Id == user.Id).ExecuteUpdateAsync(
                    s => s.SetProperty(u => u.FailedCount, u => u.FirstFailedAt > windowStart ? u.FailedCount + 1 : 1)
                        .SetProperty(u => u.FirstFailedAt, u => u.FirstFailedAt > windowStart ? u.FirstFailedAt : now)
                        .SetProperty(u => u.LockedUntil, u => u.FirstFailedAt > windowStart && u.FailedCount + 1 >= Allowed ? now + Window : u.LockedUntil),
                    cancellationToken);
                await audit.ActedAsync("log-in-refused", nameof(User), user.Id.ToString(), cancellationToken: cancellationToken);
            },
            cancellationToken);
        var until = await db.Users.Where(u => u.Id == user.Id).Select(u => u.LockedUntil).SingleAsync(cancellationToken);
        return until > now ? new(LogInOutcome.Locked, LockedUntil: until) : new(LogInOutcome.Wrong);
    }
}
