using MediatR;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using SocialAssistance.Cases.Reviews;
using SocialAssistance.Contracts.Accounts;
using SocialAssistance.Platform.Messaging;
using SocialAssistance.Platform.Security;
using SocialAssistance.Platform.TagHelpers;

namespace SocialAssistance.Cases.Changes;

/// <summary>动态管理 (W20): changes to decide, reviews due, ages and certificates, phase-outs, decided changes.</summary>
[Allow("changes.read")]
internal sealed class ListChangesModel(DynamicQuery query, IMediator mediator, IAccess access, ICurrentUser user, IDivisions divisions) : PageModel, IReloads
{
    public static IReadOnlyList<(string Tab, string Title)> Tabs { get; } = [("open", "待确认变更"), ("review", "核查到期"), ("age", "年龄、证件"), ("phase-out", "渐退中"), ("standard", "提标未落实"), ("done", "已确认变更")];

    [BindProperty(SupportsGet = true)]
    public string? Tab { get; set; }

    [BindProperty(SupportsGet = true)]
    public string? Division { get; set; }

    [BindProperty(SupportsGet = true)]
    public string? After { get; set; }

    [BindProperty]
    public Guid[] Ids { get; set; } = [];

    public DynamicPage List { get; private set; } = new([], null, 0);

    public bool MayReview => access.Allows(User, "cases.review");

    public bool MayPrint => access.Allows(User, "cases.letters.print");

    public IReadOnlyList<Choice> DivisionChoices { get; private set; } = [];

    /// <summary>Where reviews stand still today.</summary>
    public IReadOnlyList<ReviewSuspension> Suspended { get; private set; } = [];

    public string DivisionLabel { get; private set; } = "";

    public Task OnGetAsync(CancellationToken cancellationToken) => ReloadAsync(cancellationToken);

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellationToken)
    {
        var result = await mediator.Send(new CompleteReviews(Ids), cancellationToken);
        if (result.Refusal is { } refusal)
        {
            await ReloadAsync(cancellationToken);
            return this.Refuse(refusal);
        }

        return this.Done(ChangeLinks.List(Tab!), result.Value);
    }

    public async Task ReloadAsync(CancellationToken cancellationToken)
    {
        // Without a choice the list is the one whose number stands in the navigation.
        Tab = Tabs.Any(t => t.Tab == Tab) ? Tab! : DynamicQuery.TabOf(access, User);
        Division = Division is { Length: 9 or 12 } known && known.All(char.IsAsciiDigit) ? known : null;
        var county = user.AreaPrefix.Length <= 6;
        DivisionLabel = county ? "乡镇" : "村（居）";
        DivisionChoices = county
            ? [.. divisions.Townships().Select(d => new Choice(d.Prefix, d.Name))]
            : [.. divisions.Villages(user.AreaPrefix[..Math.Min(9, user.AreaPrefix.Length)]).Select(d => new Choice(d.Prefix, d.Name))];
        Suspended = await query.SuspendedAsync(cancellationToken);
        List = await query.PageAsync(Tab!, Division, After, cancellationToken);
    }
}
