using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using SocialAssistance.Platform.Security;

namespace SocialAssistance.Cases.Publicity.Public;

/// <summary>公示查询 (P02): township, then village, then the sheets that hang there today.</summary>
[Allow("public.notices")]
internal sealed class NoticeListModel(PublicNotices notices) : PageModel
{
    [BindProperty(SupportsGet = true)]
    public string? Division { get; set; }

    public IReadOnlyList<PublicEntry> Entries { get; private set; } = [];

    /// <summary>Divisions one level down that have something to show.</summary>
    public IReadOnlyList<string> Below { get; private set; } = [];

    public bool IsVillage => Division is not null && !Division.EndsWith("000", StringComparison.Ordinal);

    public async Task OnGetAsync(CancellationToken cancellationToken)
    {
        PublicNotices.KeepOutOfSearch(Response);
        Entries = await notices.RunningAsync(Division is null ? "" : Contracts.Accounts.Division.PrefixOf(Division), cancellationToken);
        Below = [.. Entries.Select(e => Division is null ? Contracts.Accounts.Division.TownshipOf(e.DivisionCode) : e.DivisionCode).Distinct()];
    }
}
