using System.Security.Claims;
using Microsoft.AspNetCore.Identity;
using Microsoft.Extensions.Options;
using SocialAssistance.Accounts.Data;
using SocialAssistance.Platform.Security;

namespace SocialAssistance.Accounts.SignIn;

/// <summary>Writes into the cookie what every request asks for: who, which roles, which area.</summary>
internal sealed class UserPrincipal(IOptions<IdentityOptions> options) : IUserClaimsPrincipalFactory<User>
{
    /// <summary>Claim of an account whose password was given by somebody else.</summary>
    public const string MustChangePassword = "must-change-password";

    public Task<ClaimsPrincipal> CreateAsync(User user)
    {
        var identity = new ClaimsIdentity(IdentityConstants.ApplicationScheme, UserClaims.Name, UserClaims.Role);
        identity.AddClaim(new(UserClaims.Id, user.Id.ToString()));
        identity.AddClaim(new(UserClaims.Name, user.Name));
        identity.AddClaim(new(UserClaims.Area, user.AreaPrefix));
        identity.AddClaim(new(UserClaims.Office, user.Office));
        identity.AddClaim(new(UserClaims.Density, user.Density));
        identity.AddClaim(new(options.Value.ClaimsIdentity.SecurityStampClaimType, user.SecurityStamp));
        identity.AddClaims(user.Roles.Select(r => new Claim(UserClaims.Role, r.Role)));
        if (user.MustChangePassword)
        {
            identity.AddClaim(new(MustChangePassword, "1"));
        }

        return Task.FromResult(new ClaimsPrincipal(identity));
    }
}
