using MediatR;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using SocialAssistance.Disbursement.BankTemplates;
using SocialAssistance.Disbursement.Data;
using SocialAssistance.Disbursement.Rosters;
using SocialAssistance.Platform.Messaging;
using SocialAssistance.Platform.Security;
using SocialAssistance.Platform.TagHelpers;

namespace SocialAssistance.Disbursement.BankLists;

/// <summary>送银行: the list as a file, and every file that was handed out.</summary>
[Allow(Actions.View)]
internal sealed class ExportBankListModel(IMediator mediator, DisbursementDb db, TemplateBook templates, IAccess access) : PageModel, IReloads
{
    [BindProperty(SupportsGet = true)]
    public Guid RosterId { get; set; }

    [BindProperty]
    public ExportBankListCommand Input { get; set; } = new();

    public Roster Roster { get; private set; } = null!;

    public IReadOnlyList<Choice> Templates { get; private set; } = [];

    public IReadOnlyList<Choice> Formats { get; } = [.. BankListWriter.Formats.Select(f => new Choice(f.Key, f.Value))];

    public IReadOnlyList<RosterExport> Exports { get; private set; } = [];

    public bool MayExport => access.Allows(User, Actions.Export);

    public string FormatName(RosterExport export) =>
        $"{Templates.FirstOrDefault(t => t.Value == export.Template)?.Text ?? export.Template} 第 {export.TemplateVersion} 版，{BankListWriter.Formats.GetValueOrDefault(export.Format, export.Format)}";

    public async Task<IActionResult> OnGetAsync(CancellationToken cancellationToken)
    {
        await ReloadAsync(cancellationToken);
        return Roster is null ? NotFound() : Page();
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellationToken)
    {
        var result = await mediator.Send(Input with { RosterId = RosterId }, cancellationToken);
        if (result.Refusal is { } refusal)
        {
            await ReloadAsync(cancellationToken);
            return Roster is null ? NotFound() : this.Refuse(refusal);
        }

        return File(result.Value.Content, result.Value.ContentType, result.Value.Name);
    }

    public async Task ReloadAsync(CancellationToken cancellationToken)
    {
        Roster = (await db.Rosters.AsNoTracking().FirstOrDefaultAsync(r => r.Id == RosterId, cancellationToken))!;
        Templates = [.. (await templates.NewestAsync(cancellationToken)).Select(t => new Choice(t.Code, t.Name))];
        Exports = await db.RosterExports.AsNoTracking().Where(e => e.RosterId == RosterId).OrderByDescending(e => e.ExportedAt).Take(50).ToListAsync(cancellationToken);
    }
}
