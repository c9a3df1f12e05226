using MediatR;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using SocialAssistance.Cases.Data;
using SocialAssistance.Contracts.Accounts;
using SocialAssistance.Platform.Messaging;
using SocialAssistance.Platform.Security;
using SocialAssistance.Platform.TagHelpers;
using SocialAssistance.Platform.Time;

namespace SocialAssistance.Cases.Reviews;

/// <summary>暂停核查: where reviews stood or stand still, and the form for whoever may order it.</summary>
[Allow("reviews.suspensions")]
internal sealed class SuspensionsModel(CasesDb db, IMediator mediator, IAccess access, IDivisions divisions, ICurrentUser user, TimeProvider time) : PageModel, IReloads
{
    public const string Address = "/changes/suspensions";

    [BindProperty]
    public SuspensionInput Input { get; set; } = new();

    public IReadOnlyList<ReviewSuspension> Rows { get; private set; } = [];

    public bool MaySuspend => access.Allows(User, "reviews.suspend");

    public IReadOnlyList<Choice> Open => [.. Rows.Where(r => r.ToDay is null || r.ToDay >= time.Today()).Select(r => new Choice($"{r.Id}", $"{divisions.Name(r.DivisionCode)}，{Show.Date(r.FromDay)} 起，{r.Reason}"))];

    public IReadOnlyList<Choice> Areas => [.. new[] { divisions.County }.OfType<Division>().Concat(divisions.Townships()).Select(d => new Choice(d.Code, d.Level == DivisionLevel.County ? $"{d.Name}（全县）" : d.Name))];

    public Task OnGetAsync(CancellationToken cancellationToken) => ReloadAsync(cancellationToken);

    public async Task<IActionResult> OnPostSuspendAsync(CancellationToken cancellationToken) => await AnswerAsync(
        await mediator.Send(new SuspendReviews { Division = Input.Division, FromDay = Input.FromDay, ToDay = Input.ToDay, Reason = Input.Reason, Basis = Input.Basis }, cancellationToken), cancellationToken);

    public async Task<IActionResult> OnPostResumeAsync(CancellationToken cancellationToken) =>
        await AnswerAsync(await mediator.Send(new ResumeReviews(Input.Id ?? Guid.Empty, Input.LastDay), cancellationToken), cancellationToken);

    public async Task ReloadAsync(CancellationToken cancellationToken)
    {
        // A township sees what concerns it: its own and the county's.
        var area = user.AreaPrefix;
        Rows = await db.ReviewSuspensions.AsNoTracking().Where(s => s.Prefix.StartsWith(area) || area.StartsWith(s.Prefix)).OrderByDescending(s => s.FromDay).ThenByDescending(s => s.Id).Take(100).ToListAsync(cancellationToken);
    }

    private async Task<IActionResult> AnswerAsync(Result<string> result, CancellationToken cancellationToken)
    {
        if (result.Refusal is { } refusal)
        {
            await ReloadAsync(cancellationToken);
            return this.Refuse(refusal);
        }

        return this.Done(Address, result.Value);
    }
}

/// <summary>What is typed.</summary>
internal sealed class SuspensionInput
{
    public string? Division { get; set; }

    public DateOnly? FromDay { get; set; }

    public DateOnly? ToDay { get; set; }

    public string? Reason { get; set; }

    public string? Basis { get; set; }

    public Guid? Id { get; set; }

    public DateOnly? LastDay { get; set; }
}
