using MediatR;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using SocialAssistance.Cases.CaseFiles;
using SocialAssistance.Cases.Data;
using SocialAssistance.Cases.Steps;
using SocialAssistance.Contracts.Cases;
using SocialAssistance.Platform.Audit;
using SocialAssistance.Platform.Security;
using SocialAssistance.Platform.TagHelpers;

namespace SocialAssistance.Cases.Publicity;

/// <summary>What was objected, and how it is taken up. The objector's name is read by few, and each reading is on record.</summary>
[Allow("cases.read")]
internal sealed class DisputePageModel(CaseViewing viewing, CasesDb db, IMediator mediator, IAccess access, IAuditTrail audit) : StepPage(viewing, db)
{
    [BindProperty]
    public DisputeInput Input { get; set; } = new();

    public IReadOnlyList<Objection> Objections { get; private set; } = [];

    public bool CanHandle { get; private set; }

    public bool SeesObjector { get; private set; }

    public string WhoSees => access.WhoCan("publicity.objector");

    protected override string Purpose => "处理异议";

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellationToken)
    {
        if (Input.Choice == "appraise")
        {
            return LocalRedirect(StepLinks.Appraisal(CaseId));
        }

        var result = await mediator.Send(new Reinvestigate(CaseId, Version, Input.Choice), cancellationToken);
        if (result.Refusal is { } refusal)
        {
            return await AgainAsync(refusal, cancellationToken);
        }

        this.Success("已转回调查。完成后重新提出初审意见，再次公示。",
            Input.Choice == "visit" ? new NoticeAction("登记入户调查", StepLinks.Visit(CaseId)) : new NoticeAction("登记核对结果", StepLinks.Verification(CaseId)));
        return LocalRedirect(CaseLinks.File(CaseId));
    }

    protected override async Task<bool> LoadAsync(CancellationToken cancellationToken)
    {
        Objections = await Db.Objections.AsNoTracking().Where(o => o.CaseId == CaseId).OrderByDescending(o => o.RecordedAt).Take(20).ToListAsync(cancellationToken);
        CanHandle = access.Allows("cases.appraise", Header.DivisionCode, Header.Stage);
        SeesObjector = access.Allows("publicity.objector", Header.DivisionCode, Header.Stage);
        if (SeesObjector && Objections.Any(o => o.ObjectorName is not null))
        {
            await audit.ViewedAsync("Objection", CaseId.ToString(), "查看反映人", CaseId, cancellationToken);
        }

        return true;
    }
}

/// <summary>What is chosen.</summary>
internal sealed class DisputeInput
{
    public string? Choice { get; set; }
}
