namespace SocialAssistance.Platform.Navigation;

/// <summary>
/// One entry of the left navigation; <paramref name="Action"/> is the permission that shows it, empty for everyone;
/// <paramref name="Under"/> is where its pages lie when that is not below <paramref name="Href"/>.
/// </summary>
public sealed record NavigationItem(int Order, string Title, string Href, string Action, string? AccessKey = null, string? Under = null);

/// <summary>What a module adds to the left navigation; register an implementation per module.</summary>
public interface INavigation
{
    IEnumerable<NavigationItem> Items { get; }
}

/// <summary>Numbers beside navigation entries (href → count) for the current user; optional, one per module.</summary>
public interface INavigationCounts
{
    Task<IReadOnlyDictionary<string, int>> CountAsync(System.Security.Claims.ClaimsPrincipal user, CancellationToken cancel);
}

/// <summary>What the frame of every page says; bound to the section "Site".</summary>
public sealed class SiteOptions
{
    public string SystemName { get; set; } = "社会救助经办系统";

    /// <summary>Name of the county bureau, in the footer and on papers.</summary>
    public string Bureau { get; set; } = "县民政局";

    /// <summary>Minutes until an idle session ends; the page warns five minutes before.</summary>
    public int SessionMinutes { get; set; } = 30;

    /// <summary>Public service telephone (热线).</summary>
    public string Hotline { get; set; } = "12345";
}
