using MediatR;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using SocialAssistance.Cases.CaseFiles;
using SocialAssistance.Cases.Data;
using SocialAssistance.Cases.Steps;
using SocialAssistance.Contracts.Cases;
using SocialAssistance.Platform.Audit;
using SocialAssistance.Platform.Data;
using SocialAssistance.Platform.Security;

namespace SocialAssistance.Cases.Verification.Import;

/// <summary>Upload of a file of results, and the template for it.</summary>
[Allow("cases.verify")]
internal sealed class ImportPageModel(CaseViewing viewing, CasesDb db, IMediator mediator, CaseDesk desk, VerificationDesk verification, UnitOfWork unitOfWork, IAuditTrail audit) : StepPage(viewing, db)
{
    [BindProperty]
    public ImportInput Input { get; set; } = new();

    protected override string Purpose => "导入核对结果";

    public async Task<IActionResult> OnGetTemplateAsync(string? format, CancellationToken cancellationToken)
    {
        if (await desk.FindAsync(CaseId, cancellationToken) is not { } file)
        {
            return NotFound();
        }

        var facts = await desk.FactsAsync(file, cancellationToken);
        var numbered = facts.Members.Where(m => m.IdNumber is not null).Select(m => m.PersonId).ToHashSet();
        var open = await verification.OrderAsync(CaseId, cancellationToken) is { CompletedOn: null } order
            ? (await verification.ResultsAsync(order, facts, cancellationToken)).Where(r => !r.IsResolved && numbered.Contains(r.PersonId)).ToArray()
            : [];
        // The sheet carries identity numbers, so its export is on record.
        await unitOfWork.RunAsync(() => audit.ActedAsync("exported", "VerificationTemplate", CaseId.ToString(), "下载核对模板", null, CaseId, cancellationToken), cancellationToken);
        var excel = format != "csv";
        return File(ImportTemplate.Make(facts, open, excel), excel ? "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet" : "text/csv", $"核对结果-{file.Number}{(excel ? ".xlsx" : ".csv")}");
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellationToken)
    {
        byte[]? bytes = null;
        if (Input.File is { Length: > 0 and <= ReadImportRules.MaxBytes + 1 } file)
        {
            bytes = new byte[file.Length];
            await using var stream = file.OpenReadStream();
            await stream.ReadExactlyAsync(bytes, cancellationToken);
        }

        var result = await mediator.Send(new ReadImport(CaseId, Input.File?.FileName, bytes), cancellationToken);
        return result.Refusal is { } refusal ? await AgainAsync(refusal, cancellationToken) : LocalRedirect(StepLinks.ImportPreview(CaseId, result.Value));
    }

    protected override Task<bool> LoadAsync(CancellationToken cancellationToken) => Task.FromResult(true);
}

/// <summary>The chosen file.</summary>
internal sealed class ImportInput
{
    public IFormFile? File { get; set; }
}
