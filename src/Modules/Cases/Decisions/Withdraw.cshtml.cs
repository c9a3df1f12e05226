using MediatR;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using SocialAssistance.Cases.CaseFiles;
using SocialAssistance.Contracts.Cases;
using SocialAssistance.Platform.Messaging;
using SocialAssistance.Platform.Security;
using SocialAssistance.Platform.TagHelpers;

namespace SocialAssistance.Cases.Decisions;

/// <summary>撤回 a decision, with its reason.</summary>
[Allow("cases.withdraw-decision")]
internal sealed class WithdrawModel(CaseViewing viewing, IMediator mediator) : PageModel, IReloads
{
    [BindProperty]
    public WithdrawDecisionCommand Input { get; set; } = new();

    /// <summary>Version of the facts the form was read at.</summary>
    [BindProperty]
    public int SeenFacts { get; set; }

    public CaseHeader Header { get; private set; } = null!;

    [FromRoute]
    public Guid CaseId { get; set; }

    public async Task<IActionResult> OnGetAsync(CancellationToken cancellationToken)
    {
        await ReloadAsync(cancellationToken);
        Input = new() { Version = Header?.Version ?? 0 };
        return Header is null ? NotFound() : Header.Stage is Stages.InBenefit or Stages.Declined ? Page() : Redirect(CaseLinks.File(CaseId));
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellationToken)
    {
        var result = await mediator.Send(Input with { CaseId = CaseId }, cancellationToken);
        if (result.Refusal is { } refusal)
        {
            await ReloadAsync(cancellationToken);
            return Header is null ? NotFound() : this.Refuse(refusal);
        }

        this.Success(result.Value);
        return Redirect(CaseLinks.File(CaseId));
    }

    public async Task ReloadAsync(CancellationToken cancellationToken)
    {
        Header = (await viewing.OpenAsync(CaseId, "撤回决定", cancellationToken))!;
        if (Header is not null && HttpMethods.IsPost(Request.Method))
        {
            await viewing.CompareAsync(Header, Input.Version, SeenFacts, cancellationToken);
            ModelState.Remove("Input.Version");
            Input = Input with { Version = Header.Version };
        }
    }
}
