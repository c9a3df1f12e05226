using MediatR;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using SocialAssistance.Contracts.Accounts;
using SocialAssistance.Disbursement.Data;
using SocialAssistance.Disbursement.Entitlements;
using SocialAssistance.Disbursement.Rosters;
using SocialAssistance.Platform.Messaging;
using SocialAssistance.Platform.Security;
using SocialAssistance.Platform.TagHelpers;
using SocialAssistance.Platform.Time;
using SocialAssistance.Rules.Values;

namespace SocialAssistance.Disbursement.OneOff;

/// <summary>一次性补助: choose who gets how much by which document, look at count and sum, then make the roster.</summary>
[Allow(Actions.View)]
internal sealed class MakeOneOffModel(IMediator mediator, DisbursementDb db, IAccess access, IDivisions divisions, ProgramNames programs, TimeProvider time) : PageModel, IReloads
{
    [BindProperty]
    public GenerateOneOffCommand Input { get; set; } = new();

    public OneOffPreview? Preview { get; private set; }

    public IReadOnlyList<Roster> Rosters { get; private set; } = [];

    public IReadOnlyList<Choice> Benefits { get; private set; } = [];

    public bool MayPrepare => access.Allows(User, Actions.Prepare);

    public IReadOnlyList<Choice> Purposes => [.. OneOffPurposes.Names.Select(p => new Choice(p.Key, p.Value))];

    public IReadOnlyList<Choice> Programs => [.. programs.All.Select(p => new Choice(p.Key, p.Value))];

    public IReadOnlyList<Choice> Townships => [.. divisions.Townships().Select(t => new Choice(t.Code, t.Name))];

    public IReadOnlyList<Choice> Months => [.. Enumerable.Range(-3, 5).Reverse().Select(i => ThisMonth.AddMonths(i)).Select(m => new Choice($"{m}", $"{m.Year}年{m.Month}月"))];

    private BenefitMonth ThisMonth => BenefitMonth.Of(time.Today());

    /// <summary>Whether something is wrong in fields of a part that is folded otherwise.</summary>
    public bool HasErrors(params string[] prefixes) => ModelState.Any(s => s.Value!.Errors.Count > 0 && prefixes.Any(p => s.Key.StartsWith(p, StringComparison.Ordinal)));

    public string Words(OneOffPreview preview) => string.Join('；', new[]
    {
        preview.Doubles > 0 ? $"{preview.Doubles} 人在多户或多项救助中，只列一次" : null,
        preview.Paid > 0 ? $"{preview.Paid} {(Input.Unit == OneOffTerms.PerPerson ? "人" : "户")}已在本月同项目的其他批次，不再列入" : null,
        preview.Nameless > 0 && Input.Unit == OneOffTerms.PerPerson ? $"{preview.Nameless} 户只有整户待遇、没有逐人名单，按人发放时未列入" : null,
        preview.Ageless > 0 ? $"{preview.Ageless} 人（户）没有身份证号或没有逐人名单，年龄不明，未列入" : null,
        preview.Households == 0 ? "没有可以发放的对象，请核对范围" : null,
    }.OfType<string>());

    public Task OnGetAsync(CancellationToken cancellationToken)
    {
        Input = new() { Month = $"{ThisMonth}", Programs = [ProgramNames.MinimumLiving] };
        return ReloadAsync(cancellationToken);
    }

    public async Task<IActionResult> OnPostPreviewAsync(CancellationToken cancellationToken)
    {
        await PreviewAsync(cancellationToken);
        await ReloadAsync(cancellationToken);
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellationToken)
    {
        // The enter key before anything was counted: count first.
        if (Input.SeenHouseholds is null)
        {
            return await OnPostPreviewAsync(cancellationToken);
        }

        var result = await mediator.Send(Input, cancellationToken);
        if (result.Refusal is { } refusal)
        {
            await PreviewAsync(cancellationToken);
            await ReloadAsync(cancellationToken);
            return this.Refuse(refusal);
        }

        this.Success("正在生成一次性补助批次。可以关闭页面，稍后再看。");
        return LocalRedirect($"/disbursement/rosters/{result.Value}");
    }

    public async Task ReloadAsync(CancellationToken cancellationToken)
    {
        Rosters = await db.Rosters.AsNoTracking().Where(r => r.Kind == Roster.OneOff).OrderByDescending(r => r.PreparedAt).Take(50).ToListAsync(cancellationToken);
        Benefits = [.. programs.Benefits.Select(b => new Choice(b, BenefitNames.Of(b)))];
    }

    private async Task PreviewAsync(CancellationToken cancellationToken) => Preview = ModelState.IsValid ? await mediator.Send(new PreviewOneOffQuery(Input), cancellationToken) : null;
}
