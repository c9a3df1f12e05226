using System.Security.Claims;

namespace SocialAssistance.Platform.Security;

/// <summary>The one place that answers "may this user do this": role × action × area × state, deny by default.</summary>
public interface IAccess
{
    /// <summary>Whether the user may do the action somewhere; for menus and endpoints.</summary>
    bool Allows(ClaimsPrincipal user, string action);

    /// <summary>Whether the current user may do the action on a file of this division in this state; for buttons and commands.</summary>
    bool Allows(string action, string divisionCode, string state);

    /// <summary>Roles that may do the action in this state, in Chinese; for the sentence that says who can.</summary>
    string WhoCan(string action, string? state = null);
}

/// <inheritdoc cref="IAccess"/>
internal sealed class Access(PermissionTable table, ICurrentUser current) : IAccess
{
    public bool Allows(ClaimsPrincipal user, string action) =>
        table.Of(action).Any(p => p.Role == Roles.Public || user.HasClaim(UserClaims.Role, p.Role));

    public bool Allows(string action, string divisionCode, string state) =>
        table.Of(action).Any(p =>
            (p.Role == Roles.Public || current.Roles.Contains(p.Role))
            && (p.Area == "any" || divisionCode.StartsWith(current.AreaPrefix, StringComparison.Ordinal))
            && (p.States.Count == 0 || p.States.Contains(state)));

    public string WhoCan(string action, string? state) =>
        string.Join('、', table.Of(action).Where(p => p.Role != Roles.Public && (state is null || p.States.Count == 0 || p.States.Contains(state))).Select(p => Roles.Names[p.Role]).Distinct());
}
