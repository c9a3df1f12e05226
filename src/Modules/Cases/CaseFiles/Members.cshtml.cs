using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using SocialAssistance.Cases.Data;
using SocialAssistance.Contracts.Accounts;
using SocialAssistance.Contracts.Cases;
using SocialAssistance.Contracts.Households;
using SocialAssistance.Platform.Audit;
using SocialAssistance.Platform.Security;
using SocialAssistance.Platform.Time;

namespace SocialAssistance.Cases.CaseFiles;

/// <summary>成员 of a case; identity numbers are masked, and showing one is written down.</summary>
[Allow("cases.read")]
internal sealed class MembersModel(CaseViewing viewing, CasesDb db, IHouseholdChanges registry, IDivisions divisions, IAccess access, IAuditTrail audit, TimeProvider time) : PageModel
{
    public CaseHeader Header { get; private set; } = null!;

    public CaseFacts Facts { get; private set; } = null!;

    public int Version { get; private set; }

    public bool MayReveal { get; private set; }

    public bool ShowsHealth { get; private set; }

    public bool MayAssess { get; private set; }

    /// <summary>Who came and went, and where the family lived; oldest first.</summary>
    public IReadOnlyList<(DateOnly From, DateOnly? Last, string What)> History { get; private set; } = [];

    public MemberFacts? Revealed { get; private set; }

    public Task<IActionResult> OnGetAsync(Guid caseId, CancellationToken cancellationToken) => ShowAsync(caseId, cancellationToken);

    public async Task<IActionResult> OnPostRevealAsync(Guid caseId, Guid person, CancellationToken cancellationToken)
    {
        var page = await ShowAsync(caseId, cancellationToken);
        if (Header is null || !MayReveal)
        {
            return Header is null ? page : Forbid();
        }

        Revealed = Facts.Members.FirstOrDefault(m => m.PersonId == person);
        await audit.ViewedAsync("Person", $"{person}", "查看完整身份证号", caseId, cancellationToken);
        return page;
    }

    public int Age(MemberFacts member)
    {
        var today = time.Today();
        return today.Year - member.BirthDate.Year - (today < member.BirthDate.AddYears(today.Year - member.BirthDate.Year) ? 1 : 0);
    }

    private async Task<IActionResult> ShowAsync(Guid caseId, CancellationToken cancellationToken)
    {
        if (await viewing.OpenAsync(caseId, "成员", cancellationToken) is not { } header)
        {
            return NotFound();
        }

        Header = header;
        MayReveal = access.Allows("cases.reveal", header.DivisionCode, header.Stage);
        ShowsHealth = access.Allows("cases.see-health", header.DivisionCode, header.Stage);
        var newest = await db.FactVersions.AsNoTracking().Where(v => v.CaseId == caseId).OrderByDescending(v => v.Number).FirstAsync(cancellationToken);
        (Facts, Version) = (newest.Facts, newest.Number);
        History = await HistoryAsync(header.HouseholdId, cancellationToken);
        MayAssess = Facts.Members.Any(m => m.ExtremePovertyGround is not null) && access.Allows("cases.assess-self-care", header.DivisionCode, header.Stage);
        return Page();
    }

    private async Task<IReadOnlyList<(DateOnly From, DateOnly? Last, string What)>> HistoryAsync(Guid householdId, CancellationToken cancellationToken)
    {
        var history = await registry.HistoryAsync(householdId, cancellationToken);
        var members = history.Members.Select(m => (m.From, m.Last, $"{m.Name}，{CaseVocabulary.Relations[m.Relation]}{(m.DiedOn is not null && m.DiedOn == m.Last ? "，去世" : "")}"));
        var places = history.Places.Select((p, i) => (p.From, i + 1 < history.Places.Count ? history.Places[i + 1].From.AddDays(-1) : (DateOnly?)null, $"住{divisions.FullName(p.DivisionCode)}{p.Address}"));
        return [.. members.Concat(places).OrderBy(l => l.From)];
    }
}
