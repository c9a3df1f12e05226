using System.Security.Claims;
using Microsoft.AspNetCore.Http;
using SocialAssistance.Platform.Security;

namespace SocialAssistance.Platform.Navigation;

/// <summary>One entry as the layout draws it.</summary>
public sealed record MenuEntry(NavigationItem Item, int? Count, bool Current, string Key);

/// <summary>The left navigation of one request: only what the user may open, numbered 1–9 for the keyboard.</summary>
public sealed class NavigationMenu(IEnumerable<INavigation> modules, IEnumerable<INavigationCounts> counts, IAccess access)
{
    /// <summary>Entries the user is permitted to open, in order, the current one marked.</summary>
    public async Task<IReadOnlyList<MenuEntry>> EntriesAsync(ClaimsPrincipal user, PathString path, CancellationToken cancel)
    {
        var items = modules.SelectMany(m => m.Items)
            .Where(i => i.Action.Length == 0 || access.Allows(user, i.Action))
            .OrderBy(i => i.Order).ThenBy(i => i.Title, StringComparer.Ordinal).ToList();
        var numbers = new Dictionary<string, int>();
        foreach (var source in counts)
            foreach (var (href, count) in await source.CountAsync(user, cancel))
                numbers[href] = count;
        // The longest address that the page lies under is where the clerk is.
        var current = items.Where(i => path.StartsWithSegments(i.Under ?? i.Href.Split('?')[0])).MaxBy(i => i.Href.Length);
        return [.. items.Select((item, n) => new MenuEntry(item, numbers.TryGetValue(item.Href, out var count) ? count : null, item == current,
            item.AccessKey ?? (n < 9 ? (n + 1).ToString(null as IFormatProvider) : "")))];
    }
}
