using MediatR;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using SocialAssistance.Disbursement.Data;
using SocialAssistance.Disbursement.Entitlements;
using SocialAssistance.Disbursement.Rosters;
using SocialAssistance.Platform.Messaging;
using SocialAssistance.Platform.Security;
using SocialAssistance.Platform.TagHelpers;
using SocialAssistance.Platform.Time;
using SocialAssistance.Rules.Values;

namespace SocialAssistance.Disbursement.Funding;

/// <summary>资金来源: who pays how much per person and month, with the document, newest first.</summary>
[Allow(Actions.View)]
internal sealed class ListFundingRatesModel(IMediator mediator, DisbursementDb db, IAccess access, ProgramNames programs, TimeProvider time) : PageModel, IReloads
{
    private const int Shown = 100;

    [BindProperty]
    public RecordFundingRateCommand Input { get; set; } = new();

    public IReadOnlyList<FundingRate> Rates { get; private set; } = [];

    public bool MayRecord => access.Allows(User, Actions.Prepare);

    public IReadOnlyList<Choice> Programs => [.. programs.All.Select(p => new Choice(p.Key, p.Value))];

    public IReadOnlyList<Choice> Levels => [.. FundingLevels.Names.Select(p => new Choice(p.Key, p.Value))];

    public string ProgramName(string code) => programs.All.GetValueOrDefault(code, code);

    public Task OnGetAsync(CancellationToken cancellationToken)
    {
        Input = new() { FromMonth = $"{BenefitMonth.Of(time.Today()).AddMonths(1)}" };
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

        this.Success($"已登记，自 {result.Value} 的批次起按新标准拆分。");
        return LocalRedirect("/disbursement/funding");
    }

    public async Task ReloadAsync(CancellationToken cancellationToken) =>
        Rates = await db.FundingRates.AsNoTracking().OrderByDescending(r => r.FromMonth).ThenByDescending(r => r.RecordedAt).Take(Shown).ToListAsync(cancellationToken);
}
