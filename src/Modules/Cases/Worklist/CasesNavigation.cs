using System.Security.Claims;
using SocialAssistance.Cases.CaseFiles;
using SocialAssistance.Cases.Changes;
using SocialAssistance.Platform.Navigation;
using SocialAssistance.Platform.Security;

namespace SocialAssistance.Cases.Worklist;

/// <summary>The module's entries of the left navigation.</summary>
internal sealed class CasesNavigation : INavigation
{
    public IEnumerable<NavigationItem> Items =>
    [
        new(10, "我的待办", "/cases/worklist", "cases.read"),
        new(40, "公示管理", "/publicity", "publicity.read"),
        new(45, "动态管理", "/changes", "changes.read"),
        new(46, "暂停核查", "/changes/suspensions", "reviews.suspend"),
    ];
}

/// <summary>The number beside 我的待办, made by the list's own query.</summary>
internal sealed class CasesNavigationCounts(WorklistQuery query, DeskStages desk, DynamicQuery changes, IAccess access) : INavigationCounts
{
    public async Task<IReadOnlyDictionary<string, int>> CountAsync(ClaimsPrincipal user, CancellationToken cancel) =>
        desk.Mine.Count == 0 ? new Dictionary<string, int>() : new Dictionary<string, int>
        {
            ["/cases/worklist"] = await query.CountAsync(new("mine", null, null, null), cancel),
            ["/changes"] = await changes.CountAsync(DynamicQuery.TabOf(access, user), null, cancel),
        };
}
