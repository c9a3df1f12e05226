using MediatR;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using SocialAssistance.Disbursement.Data;
using SocialAssistance.Disbursement.Rosters;
using SocialAssistance.Platform.Messaging;
using SocialAssistance.Platform.Security;
using SocialAssistance.Platform.TagHelpers;
using SocialAssistance.Platform.Time;
using SocialAssistance.Rules.Values;

namespace SocialAssistance.Disbursement.Settlement;

/// <summary>结算日: until which day changes count in a month's roster, newest first.</summary>
[Allow(Actions.View)]
internal sealed class ListSettleDaysModel(IMediator mediator, DisbursementDb db, IAccess access, TimeProvider time) : PageModel, IReloads
{
    [BindProperty]
    public RecordSettleDayCommand Input { get; set; } = new();

    public IReadOnlyList<SettleDay> Days { get; private set; } = [];

    public bool MayRecord => access.Allows(User, Actions.Prepare);

    public Task OnGetAsync(CancellationToken cancellationToken)
    {
        Input = new() { FromMonth = $"{BenefitMonth.Of(time.Today()).AddMonths(1)}", Timing = "before" };
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

        this.Success($"已登记：{result.Value}。");
        return LocalRedirect("/disbursement/settle-day");
    }

    public async Task ReloadAsync(CancellationToken cancellationToken) =>
        Days = await db.SettleDays.AsNoTracking().OrderByDescending(r => r.FromMonth).ThenByDescending(r => r.RecordedAt).Take(100).ToListAsync(cancellationToken);
}
