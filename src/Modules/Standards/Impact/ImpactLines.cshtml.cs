using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using SocialAssistance.Contracts.Accounts;
using SocialAssistance.Contracts.Programs;
using SocialAssistance.Platform.Security;

namespace SocialAssistance.Standards.Impact;

/// <summary>逐户清单 of an impact run, page by page.</summary>
[Allow("standards.impact")]
internal sealed class ImpactLinesModel(ImpactQuery query, IEnumerable<IAssistanceProgram> programs, IDivisions divisions, IAccess access) : PageModel
{
    [FromRoute]
    public Guid Id { get; set; }

    public ImpactPageOf List { get; private set; } = new([], null);

    public int Total { get; private set; }

    public string Heading { get; private set; } = "全部";

    /// <summary>Administrators have no business with families; the reviewer opens the case from here.</summary>
    public bool MayOpen => access.Allows(User, "cases.read");

    public async Task<IActionResult> OnGetAsync(string? kind, string? after, CancellationToken cancellationToken)
    {
        if (await query.LatestAsync(Id, cancellationToken) is not { Run: var run })
        {
            return NotFound();
        }

        var known = kind is not null && ImpactKinds.Names.ContainsKey(kind) ? kind : null;
        Heading = known is null ? "全部" : ImpactKinds.Names[known];
        Total = await query.CountAsync(run.Id, known, cancellationToken);
        List = await query.PageAsync(run.Id, known, after, cancellationToken);
        return Page();
    }

    public string ProgramName(string code) => programs.FirstOrDefault(p => p.Code == code)?.Name ?? code;

    public string Village(string code) => divisions.FullName(code);
}
