using MediatR;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using SocialAssistance.Contracts.Cases;
using SocialAssistance.Disbursement.Data;
using SocialAssistance.Disbursement.Rosters;
using SocialAssistance.Platform.Messaging;
using SocialAssistance.Platform.Security;
using SocialAssistance.Platform.TagHelpers;

namespace SocialAssistance.Disbursement.Payees;

/// <summary>变更领款账号: a new account with evidence.</summary>
[Allow(Actions.RequestPayee)]
[RequestFormLimits(MultipartBodyLengthLimit = Scans.Largest + 1048576)]
internal sealed class RequestPayeeChangeModel(IMediator mediator, DisbursementDb db, ICases cases) : PageModel, IReloads
{
    [BindProperty(SupportsGet = true)]
    public Guid CaseId { get; set; }

    [BindProperty]
    public RequestPayeeChangeCommand Input { get; set; } = new();

    [BindProperty]
    public IFormFile? Scan { get; set; }

    public CaseHeader Header { get; private set; } = null!;

    public Payee? Current { get; private set; }

    public async Task<IActionResult> OnGetAsync(CancellationToken cancellationToken)
    {
        await ReloadAsync(cancellationToken);
        return Header is null ? NotFound() : Page();
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellationToken)
    {
        using var content = new MemoryStream();
        if (Scan is not null)
        {
            await Scan.CopyToAsync(content, cancellationToken);
        }

        var result = await mediator.Send(Input with { CaseId = CaseId, Scan = content.ToArray() }, cancellationToken);
        if (result.Refusal is { } refusal)
        {
            await ReloadAsync(cancellationToken);
            return Header is null ? NotFound() : this.Refuse(refusal);
        }

        this.Success($"已提交{result.Value}户的账号变更，等待另一人审核。");
        return LocalRedirect(CaseLinks.Payments(CaseId));
    }

    public async Task ReloadAsync(CancellationToken cancellationToken)
    {
        Header = (await cases.FindAsync(CaseId, cancellationToken))!;
        if (Header is not null)
        {
            Current = await db.Payees.IgnoreQueryFilters().AsNoTracking().Where(p => p.HouseholdId == Header.HouseholdId).OrderByDescending(p => p.RecordedAt).ThenByDescending(p => p.Id).FirstOrDefaultAsync(cancellationToken);
        }
    }
}
