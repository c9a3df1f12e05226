using SocialAssistance.Platform.Navigation;

namespace SocialAssistance.Accounts;

/// <summary>This module's entries of the left navigation.</summary>
internal sealed class AccountsNavigation : INavigation
{
    public IEnumerable<NavigationItem> Items =>
    [
        new(80, "机构人员", "/accounts", "accounts.manage"),
        new(90, "审计轨迹", "/audit", "audit.view"),
    ];
}
