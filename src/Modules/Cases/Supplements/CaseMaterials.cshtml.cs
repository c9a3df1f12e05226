using MediatR;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using SocialAssistance.Cases.Data;
using SocialAssistance.Cases.Intake.Accept;
using SocialAssistance.Cases.Intake.Forms;
using SocialAssistance.Cases.Materials;
using SocialAssistance.Contracts.Cases;
using SocialAssistance.Platform.Audit;
using SocialAssistance.Platform.Messaging;
using SocialAssistance.Platform.Security;
using SocialAssistance.Platform.TagHelpers;

namespace SocialAssistance.Cases.Supplements;

/// <summary>材料 of a case: the checklist with its scans, what was told to be missing, what came in since.</summary>
[Allow("cases.materials.read")]
[RequestSizeLimit(256 * 1024 * 1024)]
[RequestFormLimits(MultipartBodyLengthLimit = 256 * 1024 * 1024)]
internal sealed class CaseMaterialsModel(ICases cases, CasesDb db, IMediator mediator, IAccess access, IAuditTrail audit) : PageModel
{
    private const string WaivedPrefix = "Waived.";

    [BindProperty]
    public int Version { get; set; }

    [BindProperty]
    public List<string> Papers { get; set; } = [];

    [BindProperty]
    public List<string> Codes { get; set; } = [];

    public CaseHeader Header { get; private set; } = null!;

    public IReadOnlyList<CaseMaterial> Materials { get; private set; } = [];

    public IReadOnlyList<StoredFile> Files { get; private set; } = [];

    public IReadOnlyList<Authorisation> Authorisations { get; private set; } = [];

    public IReadOnlyList<SupplementNotice> Notices { get; private set; } = [];

    public RelativeDeclaration? Declaration { get; private set; }

    /// <summary>The form whose post was refused; it is shown alone, with its message.</summary>
    public string? Failed { get; private set; }

    public bool MayPrint => access.Allows(User, "cases.letters.print");

    public bool MaySupplement => access.Allows("cases.supplement", Header.DivisionCode, Header.Stage);

    public bool MayAdd => access.Allows("cases.materials.add", Header.DivisionCode, Header.Stage);

    /// <summary>What the office may ask for at all: nothing it can fetch itself.</summary>
    public IEnumerable<Choice> Askable => MaterialList.Of(Header.Program).Where(r => !r.Exempt).Select(r => new Choice(r.Code, r.Title, r.Hint));

    public bool Shows(string form) => Failed is null || Failed == form;

    public string RelationOf(string code) => IntakeWords.Of(IntakeWords.OfficialRelations, code);

    public async Task<IActionResult> OnGetAsync(Guid caseId, CancellationToken cancellationToken)
    {
        if (!await LoadAsync(caseId, cancellationToken))
        {
            return NotFound();
        }

        await audit.ViewedAsync("CaseFile", $"{caseId}", "查看材料", caseId, cancellationToken);
        return Page();
    }

    public async Task<IActionResult> OnPostReceiveAsync(Guid caseId, CancellationToken cancellationToken)
    {
        var (scans, problems) = await Scan.ReadAsync(Request.Form.Files, cancellationToken);
        var waived = Request.Form.Keys.Where(k => k.StartsWith(WaivedPrefix, StringComparison.Ordinal) && Typed.Text(Request.Form[k]) is not null)
            .ToDictionary(k => k[WaivedPrefix.Length..], k => Typed.Text(Request.Form[k])!);
        var result = await mediator.Send(new ReceiveSupplement(caseId, Version, Papers, waived, scans), cancellationToken);
        return await AnswerAsync(caseId, "receive", result.Refusal, problems,
            () => result.Value.StillMissing == 0 ? $"材料已补齐，继续计时，应在 {Show.Date(result.Value.DueOn)} 前办结。" : $"已登记，还缺 {result.Value.StillMissing} 份材料，计时仍暂停。", cancellationToken);
    }

    public async Task<IActionResult> OnPostTellAsync(Guid caseId, CancellationToken cancellationToken)
    {
        var result = await mediator.Send(new TellSupplement(caseId, Version, Codes), cancellationToken);
        if (result.Refusal is null)
        {
            this.Success("已一次性告知补正，计时暂停。", new NoticeAction("打印补正告知书", $"/cases/{caseId}/letters/supplement"));
            return LocalRedirect(CaseLinks.Materials(caseId));
        }

        return await AnswerAsync(caseId, "tell", result.Refusal, [], () => "", cancellationToken);
    }

    public async Task<IActionResult> OnPostAddAsync(Guid caseId, CancellationToken cancellationToken)
    {
        var (scans, problems) = await Scan.ReadAsync(Request.Form.Files, cancellationToken);
        var refusal = scans.Count == 0 ? null : (await mediator.Send(new AddScans(caseId, scans), cancellationToken)).Refusal;
        return await AnswerAsync(caseId, "add", refusal, problems, () => $"已上传 {scans.Count} 份扫描件。", cancellationToken);
    }

    private async Task<IActionResult> AnswerAsync(Guid caseId, string form, Refusal? refusal, IReadOnlyList<(string Field, string Message)> problems, Func<string> effect, CancellationToken cancellationToken)
    {
        if (refusal is null && problems.Count == 0)
        {
            return this.Done(CaseLinks.Materials(caseId), effect());
        }

        if (!await LoadAsync(caseId, cancellationToken))
        {
            return NotFound();
        }

        Failed = form;
        foreach (var (field, message) in problems)
        {
            ModelState.AddModelError(field, message);
        }

        return refusal is null ? new PageResult { StatusCode = 400 } : this.Refuse(refusal);
    }

    private async Task<bool> LoadAsync(Guid caseId, CancellationToken cancellationToken)
    {
        if (await cases.FindAsync(caseId, cancellationToken) is not { } header)
        {
            return false;
        }

        Header = header;
        var order = MaterialList.Of(header.Program).Select((r, i) => (r.Code, i)).ToDictionary(r => r.Code, r => r.i);
        Materials = [.. (await db.CaseMaterials.AsNoTracking().Where(m => m.CaseId == caseId).ToListAsync(cancellationToken)).OrderBy(m => order.GetValueOrDefault(m.Code, int.MaxValue))];
        Files = await db.StoredFiles.AsNoTracking().Where(f => f.CaseId == caseId).OrderBy(f => f.UploadedAt).ToListAsync(cancellationToken);
        Authorisations = await db.Authorisations.AsNoTracking().Where(a => a.CaseId == caseId).OrderBy(a => a.Name).ToListAsync(cancellationToken);
        Notices = await db.SupplementNotices.AsNoTracking().Where(n => n.CaseId == caseId).OrderBy(n => n.ToldOn).ToListAsync(cancellationToken);
        Declaration = await db.RelativeDeclarations.AsNoTracking().FirstOrDefaultAsync(d => d.CaseId == caseId, cancellationToken);
        return true;
    }
}
