using MediatR;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using SocialAssistance.Disbursement.Data;
using SocialAssistance.Disbursement.Rosters;
using SocialAssistance.Platform.Audit;
using SocialAssistance.Platform.Messaging;
using SocialAssistance.Platform.Security;
using SocialAssistance.Platform.TagHelpers;

namespace SocialAssistance.Disbursement.BankTemplates;

/// <summary>银行格式: one bank's list and answer; every save is a new version.</summary>
[Allow(Actions.Templates)]
internal sealed class EditBankTemplateModel(IMediator mediator, DisbursementDb db, IAuditTrail audit) : PageModel, IReloads
{
    private const string New = "new";

    [BindProperty(SupportsGet = true)]
    public string Code { get; set; } = New;

    [BindProperty]
    public TemplateInput Input { get; set; } = new();

    public BankTemplate? Newest => Versions.Count > 0 ? Versions[0] : null;

    public IReadOnlyList<BankTemplate> Versions { get; private set; } = [];

    /// <summary>A preview was asked for.</summary>
    public bool Asked { get; private set; }

    public TemplatePreview? Preview { get; private set; }

    public IReadOnlyList<Choice> Formats { get; } = Choices(TemplateWords.Formats);

    public IReadOnlyList<Choice> Encodings { get; } = Choices(TemplateWords.Encodings);

    public IReadOnlyList<Choice> Separators { get; } = Choices(TemplateWords.Separators);

    public IReadOnlyList<Choice> Amounts { get; } = Choices(TemplateWords.Amounts);

    public async Task<IActionResult> OnGetAsync(CancellationToken cancellationToken)
    {
        await ReloadAsync(cancellationToken);
        if (Newest is null && Code != New)
        {
            return NotFound();
        }

        Input = Newest is { } newest ? TemplateInput.Of(newest) : new() { Columns = [.. new[] { BankField.Number, BankField.Holder, BankField.Account, BankField.Amount, BankField.Line }.Select(f => new ColumnInput { Field = f, Header = TemplateWords.Fields[f] })] };
        return Page();
    }

    public async Task<IActionResult> OnPostPreviewAsync(CancellationToken cancellationToken)
    {
        Preview = await mediator.Send(new PreviewTemplateQuery(Input), cancellationToken);
        Asked = true;
        await audit.ViewedAsync(nameof(RosterOrder), Preview?.RosterNumber ?? "", "预览银行格式", null, cancellationToken);
        await ReloadAsync(cancellationToken);
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(int seen, CancellationToken cancellationToken)
    {
        if (this.ApplyRows("Input.Columns", Input.Columns) || this.ApplyRows("Input.ReturnColumns", Input.ReturnColumns))
        {
            await ReloadAsync(cancellationToken);
            return Page();
        }

        var result = await mediator.Send(new SaveBankTemplateCommand(Input) { Code = Code == New ? null : Code, Seen = seen }, cancellationToken);
        if (result.Refusal is { } refusal)
        {
            await ReloadAsync(cancellationToken);
            return this.Refuse(refusal);
        }

        this.Success($"已保存{result.Value.Name}格式第 {result.Value.Version} 版，以后的导出和回盘按这一版办理。");
        return LocalRedirect($"/disbursement/bank-templates/{result.Value.Code}");
    }

    public async Task ReloadAsync(CancellationToken cancellationToken) =>
        Versions = await db.BankTemplates.AsNoTracking().Where(t => t.Code == Code).OrderByDescending(t => t.Version).Take(50).ToListAsync(cancellationToken);

    private static IReadOnlyList<Choice> Choices(IReadOnlyDictionary<string, string> words) => [.. words.Select(w => new Choice(w.Key, w.Value))];
}
