using System.Security.Claims;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using SocialAssistance.Contracts.Accounts;
using SocialAssistance.Contracts.Demo;
using SocialAssistance.Platform.Security;
using SocialAssistance.Platform.Time;

namespace SocialAssistance.Accounts.Demo;

/// <inheritdoc cref="IDemoActor"/>
internal sealed class DemoActor(IServiceScopeFactory scopes, IHttpContextAccessor http, TimeProvider time) : IDemoActor
{
    private static readonly TimeOnly Morning = new(9, 30);

    public Task<T> AsAsync<T>(string? account, DateOnly day, Func<IServiceProvider, Task<T>> work)
    {
        // A live installation has the plain clock: there nobody acts in the past.
        var clock = time as DemoClock ?? throw new InvalidOperationException("Only a demonstration can set its clock back.");
        return clock.AtAsync(new DateTimeOffset(day, Morning, TimeSpan.FromHours(8)), async () =>
        {
            await using var scope = scopes.CreateAsyncScope();
            http.HttpContext = account is null ? null : new DefaultHttpContext { User = Principal(DemoAccounts.Of(account)), RequestServices = scope.ServiceProvider };
            try
            {
                return await work(scope.ServiceProvider);
            }
            finally
            {
                http.HttpContext = null;
            }
        });
    }

    private static ClaimsPrincipal Principal(DemoAccount account) => new(new ClaimsIdentity(
        [
            new(UserClaims.Id, account.Id.ToString()), new(UserClaims.Name, account.Name), new(UserClaims.Role, account.Role),
            new(UserClaims.Area, Division.PrefixOf(account.DivisionCode)), new(UserClaims.Office, account.Office),
        ],
        "demo", UserClaims.Name, UserClaims.Role));
}
