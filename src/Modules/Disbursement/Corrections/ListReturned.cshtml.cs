using MediatR;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using SocialAssistance.Contracts.Accounts;
using SocialAssistance.Disbursement.Returns;
using SocialAssistance.Disbursement.Rosters;
using SocialAssistance.Platform.Audit;
using SocialAssistance.Platform.Messaging;
using SocialAssistance.Platform.Security;
using SocialAssistance.Platform.TagHelpers;

namespace SocialAssistance.Disbursement.Corrections;

/// <summary>未到账: what came back, why, and the batch that pays it again.</summary>
[Allow("disbursement.returned")]
internal sealed class ListReturnedModel(IMediator mediator, IAuditTrail audit, IAccess access, IDivisions divisions) : PageModel, IReloads
{
    [BindProperty]
    public string? Program { get; set; }

    public ReturnedList List { get; private set; } = null!;

    public IReadOnlyList<Choice> Programs => [.. List.ReadyPrograms.Select(p => new Choice(p.Key, p.Value))];

    public bool MayPrepare => access.Allows(User, Actions.Prepare);

    public bool MayRequest => access.Allows(User, Actions.RequestPayee);

    public string Place(string divisionCode) => divisions.FullName(divisionCode);

    public string Why(ReturnedRow row)
    {
        var kind = FailureKinds.Names[row.ReasonKind ?? FailureKinds.Other];
        return row.Reason is { } reason && reason != kind ? $"{kind}（{reason}）" : kind;
    }

    public async Task OnGetAsync(CancellationToken cancellationToken)
    {
        await ReloadAsync(cancellationToken);
        await audit.ViewedAsync("PaymentOutcome", "returned", "核对未到账款项", null, cancellationToken);
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellationToken)
    {
        var result = await mediator.Send(new GenerateCorrectionCommand(Program ?? ""), cancellationToken);
        if (result.Refusal is { } refusal)
        {
            await ReloadAsync(cancellationToken);
            return this.Refuse(refusal);
        }

        this.Success("已生成补发批次，请核对后提交复核。");
        return LocalRedirect($"/disbursement/rosters/{result.Value}");
    }

    public async Task ReloadAsync(CancellationToken cancellationToken) => List = await mediator.Send(new ListReturnedQuery(Request.Query["after"]), cancellationToken);
}
