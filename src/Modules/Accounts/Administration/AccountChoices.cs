using SocialAssistance.Contracts.Accounts;
using SocialAssistance.Platform.Security;
using SocialAssistance.Platform.TagHelpers;

namespace SocialAssistance.Accounts.Administration;

/// <summary>The lists an account's form offers.</summary>
internal static class AccountChoices
{
    public static IReadOnlyList<Choice> AllRoles { get; } = [.. Roles.Names.Select(r => new Choice(r.Key, r.Value))];

    /// <summary>The county, then each township followed by its villages.</summary>
    public static IReadOnlyList<Choice> Everywhere(this IDivisions divisions) =>
        [
            .. divisions.County is { } county ? [new Choice(county.Code, county.Name)] : Array.Empty<Choice>(),
            .. divisions.Townships().SelectMany(t => divisions.Villages(t.Code).Select(v => new Choice(v.Code, t.Name + v.Name)).Prepend(new(t.Code, t.Name))),
        ];

    public static string RoleNames(IEnumerable<string> roles) => string.Join('、', Roles.Names.Where(r => roles.Contains(r.Key)).Select(r => r.Value));
}
