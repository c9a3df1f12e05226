using System.Collections.Frozen;
using System.Security.Claims;
using Microsoft.AspNetCore.Http;

namespace SocialAssistance.Platform.Security;

/// <summary>
/// Reads the current user from the request's cookie. Outside a request it is the system, which sees every area; a
/// request without a sign-in sees none, because no division code starts with "-".
/// </summary>
internal sealed class HttpUser(IHttpContextAccessor http) : ICurrentUser
{
    private ClaimsPrincipal? Principal => http.HttpContext?.User;

    private bool IsSystem => http.HttpContext is null;

    public Guid? Id => Guid.TryParse(Principal?.FindFirstValue(UserClaims.Id), out var id) ? id : null;

    public string Name => IsSystem ? "系统" : Principal?.FindFirstValue(UserClaims.Name) ?? "公众";

    public IReadOnlySet<string> Roles => Principal?.FindAll(UserClaims.Role).Select(c => c.Value).ToFrozenSet() ?? FrozenSet<string>.Empty;

    public string AreaPrefix => IsSystem ? "" : Principal?.FindFirstValue(UserClaims.Area) ?? "-";

    public string Office => IsSystem ? "系统" : Principal?.FindFirstValue(UserClaims.Office) ?? "";
}
