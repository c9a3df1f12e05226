using MediatR;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using SocialAssistance.Platform.Messaging;
using SocialAssistance.Platform.Security;
using SocialAssistance.Standards.Data;

namespace SocialAssistance.Standards.Documents;

/// <summary>修改登记: everything but the number.</summary>
[Allow("standards.edit")]
internal sealed class EditPaperModel(IMediator mediator, StandardsDb db) : PageModel, IReloads
{
    [BindProperty(SupportsGet = true)]
    public Guid Id { get; set; }

    [BindProperty]
    public PaperInput Input { get; set; } = new();

    public PolicyPaper Stored { get; private set; } = null!;

    public bool IsConflict { get; private set; }

    public async Task<IActionResult> OnGetAsync(CancellationToken cancellationToken)
    {
        await ReloadAsync(cancellationToken);
        if (Stored is null)
        {
            return NotFound();
        }

        Input = PaperInput.Of(Stored);
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellationToken)
    {
        await ReloadAsync(cancellationToken);
        if (Stored is null)
        {
            return NotFound();
        }

        if (!ModelState.IsValid)
        {
            return Page();
        }

        var result = await mediator.Send(await Input.CommandAsync(Id, cancellationToken), cancellationToken);
        if (result.Refusal is not { } refusal)
        {
            return this.Done($"/standards/documents/{Id}", $"已保存{Stored.Number}的登记。");
        }

        IsConflict = refusal.Code == SavePaperHandler.Conflict;
        Input.Version = Stored.Version;
        ModelState.Remove("Input.Version");
        return this.Refuse(refusal);
    }

    public async Task ReloadAsync(CancellationToken cancellationToken) =>
        Stored = (await db.Papers.AsNoTracking().SingleOrDefaultAsync(p => p.Id == Id, cancellationToken))!;
}
