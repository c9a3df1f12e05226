using MediatR;
using Microsoft.AspNetCore.Mvc.RazorPages;
using SocialAssistance.Contracts.Accounts;
using SocialAssistance.Platform.Security;
using SocialAssistance.Platform.TagHelpers;

namespace SocialAssistance.Accounts.Administration;

/// <summary>机构与人员: who works where and may do what.</summary>
[Allow("accounts.manage")]
internal sealed class ListAccountsModel(IMediator mediator, IDivisions divisions, TimeProvider time) : PageModel
{
    public AccountPage Accounts { get; private set; } = new([], 0, null, null);

    public IReadOnlyList<Choice> Townships => [.. divisions.Townships().Select(t => new Choice(t.Code, t.Name))];

    public async Task OnGetAsync(string? division, string? role, bool? disabled, string? after, string? before, CancellationToken cancellationToken) =>
        Accounts = await mediator.Send(new ListAccountsQuery(division, role, disabled ?? false, after, before), cancellationToken);

    public string DivisionName(string code) => divisions.FullName(code);

    public bool IsLocked(AccountRow row) => row.LockedUntil > time.GetUtcNow();
}
