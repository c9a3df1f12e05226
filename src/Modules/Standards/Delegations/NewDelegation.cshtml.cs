using MediatR;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using SocialAssistance.Contracts.Accounts;
using SocialAssistance.Contracts.Programs;
using SocialAssistance.Platform.Messaging;
using SocialAssistance.Platform.Security;
using SocialAssistance.Platform.TagHelpers;
using SocialAssistance.Standards.Versions;

namespace SocialAssistance.Standards.Delegations;

/// <summary>登记委托.</summary>
[Allow("standards.delegate")]
internal sealed class NewDelegationModel(IMediator mediator, VersionDesk desk, IDivisions divisions, IEnumerable<IAssistanceProgram> programs) : PageModel, IReloads
{
    [BindProperty]
    public DelegationInput Input { get; set; } = new();

    public IReadOnlyList<Choice> Papers { get; private set; } = [];

    public IReadOnlyList<Choice> Townships => [.. divisions.Townships().Select(t => new Choice(t.Code, t.Name))];

    public IReadOnlyList<Choice> Programs => [.. programs.Select(p => new Choice(p.Code, p.Name))];

    public Task OnGetAsync(CancellationToken cancellationToken) => ReloadAsync(cancellationToken);

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellationToken)
    {
        await ReloadAsync(cancellationToken);
        if (!ModelState.IsValid)
        {
            return Page();
        }

        var result = await mediator.Send(new GrantDelegation(Input.Townships, Input.Program, Input.UpTo, Input.FromDay, Input.ToDay, Input.DocumentId, Input.Article), cancellationToken);
        return result.Refusal is { } refusal ? this.Refuse(refusal) : this.Done("/standards/delegations", $"已登记 {result.Value} 个乡镇的委托。");
    }

    public async Task ReloadAsync(CancellationToken cancellationToken) => Papers = PaperChoices.Of(await desk.PapersAsync(cancellationToken));
}

/// <summary>What is typed about a delegation.</summary>
internal sealed class DelegationInput
{
    public List<string> Townships { get; set; } = [];

    public string? Program { get; set; }

    public decimal? UpTo { get; set; }

    public DateOnly? FromDay { get; set; }

    public DateOnly? ToDay { get; set; }

    public Guid? DocumentId { get; set; }

    public string? Article { get; set; }
}
