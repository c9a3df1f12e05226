using MediatR;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using SocialAssistance.Cases.CaseFiles;
using SocialAssistance.Cases.Data;
using SocialAssistance.Cases.Steps;
using SocialAssistance.Contracts.Cases;
using SocialAssistance.Platform.Security;
using SocialAssistance.Platform.TagHelpers;

namespace SocialAssistance.Cases.Verification.Import;

/// <summary>What a file holds, before any of it is entered.</summary>
[Allow("cases.verify")]
internal sealed class ImportPreviewModel(CaseViewing viewing, IMediator mediator, CasesDb db) : StepPage(viewing, db)
{
    [BindProperty(SupportsGet = true)]
    public Guid ImportId { get; set; }

    public VerificationImport Import { get; private set; } = null!;

    protected override string Purpose => "导入核对结果";

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellationToken)
    {
        var result = await mediator.Send(new EnterImport(CaseId, Version, ImportId), cancellationToken);
        if (result.Refusal is { } refusal)
        {
            return await AgainAsync(refusal, cancellationToken);
        }

        this.Success($"已导入 {result.Value} 项核对结果。不一致和未反馈的请逐项处理，采信后才进入测算。");
        return LocalRedirect(StepLinks.Verification(CaseId));
    }

    protected override async Task<bool> LoadAsync(CancellationToken cancellationToken)
    {
        Import = (await Db.VerificationImports.AsNoTracking().FirstOrDefaultAsync(i => i.Id == ImportId && i.CaseId == CaseId, cancellationToken))!;
        return Import is not null;
    }
}
