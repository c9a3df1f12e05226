namespace SocialAssistance.Platform.Security;

/// <summary>Who is acting: the signed-in account, or the system for jobs and start-up.</summary>
public interface ICurrentUser
{
    /// <summary>Account identifier; null for the public and the system.</summary>
    Guid? Id { get; }

    /// <summary>Display name, as it appears in the trail and on documents.</summary>
    string Name { get; }

    /// <summary>Roles held; see <see cref="Security.Roles"/>.</summary>
    IReadOnlySet<string> Roles { get; }

    /// <summary>Division-code prefix the user may see: 6 digits county, 9 township, 12 village, empty the system.</summary>
    string AreaPrefix { get; }

    /// <summary>Name of the user's office.</summary>
    string Office { get; }
}

/// <summary>Claim types of the sign-in cookie.</summary>
public static class UserClaims
{
    /// <summary>Account identifier.</summary>
    public const string Id = System.Security.Claims.ClaimTypes.NameIdentifier;

    /// <summary>Display name.</summary>
    public const string Name = System.Security.Claims.ClaimTypes.Name;

    /// <summary>One claim per role.</summary>
    public const string Role = System.Security.Claims.ClaimTypes.Role;

    /// <summary>Division-code prefix.</summary>
    public const string Area = "area";

    /// <summary>Office name.</summary>
    public const string Office = "office";

    /// <summary>How tightly lists are drawn for this person: <c>compact</c>, <c>standard</c> or <c>loose</c>.</summary>
    public const string Density = "density";
}
