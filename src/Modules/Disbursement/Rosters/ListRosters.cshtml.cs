using MediatR;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using SocialAssistance.Disbursement.Data;
using SocialAssistance.Disbursement.Entitlements;
using SocialAssistance.Platform.Messaging;
using SocialAssistance.Platform.Security;
using SocialAssistance.Platform.TagHelpers;
using SocialAssistance.Platform.Time;
using SocialAssistance.Rules.Values;

namespace SocialAssistance.Disbursement.Rosters;

/// <summary>发放批次: every roster, and the button that makes the next one.</summary>
[Allow(Actions.View)]
internal sealed class ListRostersModel(IMediator mediator, IAccess access, ProgramNames programs, TimeProvider time) : PageModel, IReloads
{
    [BindProperty]
    public GenerateRosterCommand Input { get; set; } = new();

    public RosterList List { get; private set; } = null!;

    public bool MayPrepare => access.Allows(User, Actions.Prepare);

    public IReadOnlyList<Choice> Programs => [.. programs.All.Select(p => new Choice(p.Key, p.Value))];

    public IReadOnlyList<Choice> Statuses => [.. RosterStatus.Names.Select(s => new Choice(s.Key, s.Value))];

    public IReadOnlyList<Choice> Months => [.. new[] { ThisMonth.AddMonths(1), ThisMonth }.Select(m => new Choice($"{m}", $"{m.Year}年{m.Month}月"))];

    private BenefitMonth ThisMonth => BenefitMonth.Of(time.Today());

    public Task OnGetAsync(CancellationToken cancellationToken)
    {
        Input = new() { Program = ProgramNames.MinimumLiving, Month = $"{ThisMonth.AddMonths(1)}" };
        return ReloadAsync(cancellationToken);
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellationToken)
    {
        var result = await mediator.Send(Input, cancellationToken);
        if (result.Refusal is { } refusal)
        {
            await ReloadAsync(cancellationToken);
            return this.Refuse(refusal);
        }

        this.Success(result.Value.Existed ? "本月批次已经有了，没有再次生成。" : "正在生成本月批次。可以关闭页面，稍后再看。");
        return LocalRedirect($"/disbursement/rosters/{result.Value.Id}");
    }

    public async Task ReloadAsync(CancellationToken cancellationToken) =>
        List = await mediator.Send(new ListRostersQuery(Request.Query["status"], Request.Query["after"]), cancellationToken);
}
