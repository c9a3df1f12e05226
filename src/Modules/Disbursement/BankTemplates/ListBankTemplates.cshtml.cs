using Microsoft.AspNetCore.Mvc.RazorPages;
using SocialAssistance.Disbursement.Rosters;
using SocialAssistance.Platform.Security;

namespace SocialAssistance.Disbursement.BankTemplates;

/// <summary>银行格式: how each bank wants its list.</summary>
[Allow(Actions.Templates)]
internal sealed class ListBankTemplatesModel(TemplateBook book) : PageModel
{
    public IReadOnlyList<BankTemplate> Templates { get; private set; } = [];

    public async Task OnGetAsync(CancellationToken cancellationToken) => Templates = await book.NewestAsync(cancellationToken);
}
