using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using SocialAssistance.Platform.Audit;
using SocialAssistance.Platform.Security;

namespace SocialAssistance.Households.Search;

/// <summary>查找: one box for everything. A post, so that what was typed stands in no address.</summary>
[Allow("households.search")]
internal sealed class SearchModel(SearchQuery query, IAccess access, IAuditTrail audit) : PageModel
{
    public SearchAnswer? Answer { get; private set; }

    public bool MayAccept { get; private set; }

    public string? TypedIdNumber { get; private set; }

    public void OnGet()
    {
    }

    public async Task OnPostAsync([FromForm] string? q, CancellationToken cancellationToken)
    {
        var text = SearchText.Read(q);
        if (text.Kind == SearchKind.Nothing)
        {
            return;
        }

        Answer = await query.FindAsync(text, cancellationToken);
        MayAccept = access.Allows(User, "cases.intake");
        TypedIdNumber = text.Kind == SearchKind.IdNumber ? text.Value : null;
        await audit.ActedAsync("searched", "Search", text.Kind.ToString(), "窗口查询", new { hits = Answer.Hits.Count }, cancellationToken: cancellationToken);
    }
}
