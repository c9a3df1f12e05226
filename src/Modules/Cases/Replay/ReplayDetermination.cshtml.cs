using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using SocialAssistance.Cases.CaseFiles;
using SocialAssistance.Cases.Data;
using SocialAssistance.Contracts.Cases;
using SocialAssistance.Contracts.Programs;
using SocialAssistance.Platform.Security;

namespace SocialAssistance.Cases.Replay;

/// <summary>复算: one determination again, as decided then and as right now.</summary>
[Allow("cases.read")]
internal sealed class ReplayDeterminationModel(CaseViewing viewing, CasesDb db, Replayer replayer, ChangeReplay changes) : PageModel
{
    public CaseHeader Header { get; private set; } = null!;

    public DeterminationRecord Made { get; private set; } = null!;

    public Assessment Then { get; private set; } = null!;

    public Assessment Now { get; private set; } = null!;

    public bool IsSame { get; private set; }

    public async Task<IActionResult> OnGetAsync(Guid caseId, Guid id, CancellationToken cancellationToken)
    {
        if (await viewing.OpenAsync(caseId, "复算", cancellationToken) is not { } header
            || await db.Determinations.AsNoTracking().FirstOrDefaultAsync(d => d.CaseId == caseId && d.Id == id, cancellationToken) is not { } made)
        {
            return NotFound();
        }

        var facts = await db.FactVersions.AsNoTracking().Where(v => v.CaseId == caseId && v.Number == made.FactVersion).Select(v => v.Facts).SingleAsync(cancellationToken);
        (Header, Made) = (header, made);
        var (then, now) = ChangeReplay.Covers(made)
            ? await changes.RunAsync(made, cancellationToken)
            : (replayer.AsDecided(header.Program, facts, made), () => replayer.AsKnownNow(header.Program, facts, made));
        (Then, Now) = (then, now());
        IsSame = Replayer.Same(Then, made.Assessment);
        return Page();
    }
}
