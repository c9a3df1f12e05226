using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using SocialAssistance.Contracts.Accounts;
using SocialAssistance.Contracts.Programs;
using SocialAssistance.Platform.Security;
using SocialAssistance.Standards.Data;

namespace SocialAssistance.Standards.Delegations;

internal sealed record DelegationRow(Delegation Delegation, string Document);

/// <summary>委托下放: who may confirm what, up to which amount.</summary>
[Allow("standards.read")]
internal sealed class ListDelegationsModel(StandardsDb db, IDivisions divisions, IEnumerable<IAssistanceProgram> programs, IAccess access) : PageModel
{
    public IReadOnlyList<DelegationRow> Rows { get; private set; } = [];

    public bool CanEdit => access.Allows(User, "standards.delegate");

    public string Place(string code) => divisions.Name(code);

    public string Program(string code) => programs.FirstOrDefault(p => p.Code == code)?.Name ?? code;

    public async Task OnGetAsync(CancellationToken cancellationToken) =>
        Rows = await (from delegation in db.Delegations.AsNoTracking()
                      join paper in db.Papers on delegation.DocumentId equals paper.Id
                      orderby delegation.RevokedOn != null, delegation.TownshipCode, delegation.FromDay descending
                      select new DelegationRow(delegation, paper.Number)).Take(500).ToListAsync(cancellationToken);
}
