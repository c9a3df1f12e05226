using SocialAssistance.Platform.Navigation;

namespace SocialAssistance.Standards;

/// <summary>This module's entry of the left navigation; the rest is reached by its tabs.</summary>
internal sealed class StandardsNavigation : INavigation
{
    public IEnumerable<NavigationItem> Items => [new(70, "政策标准", "/standards", "standards.read")];
}
