using SocialAssistance.Contracts.Cases;
using SocialAssistance.Platform.Audit;
using SocialAssistance.Platform.Security;

namespace SocialAssistance.Cases.CaseFiles;

/// <summary>Opens a case for reading: finds it in the user's area and writes down who looked and what for.</summary>
internal sealed class CaseViewing(ICases cases, IAuditTrail audit, ICurrentUser user, DeskStages desk, CaseChanges changes)
{
    /// <summary>The header, or null when there is no such case in the user's area.</summary>
    public async Task<CaseHeader?> OpenAsync(Guid caseId, string page, CancellationToken cancellationToken)
    {
        var header = await cases.FindAsync(caseId, cancellationToken);
        if (header is not null)
        {
            await NoteAsync(header, page, cancellationToken);
        }

        return header;
    }

    /// <summary>Writes down a look at a case that the page has already read.</summary>
    public Task NoteAsync(CaseHeader header, string page, CancellationToken cancellationToken) =>
        audit.ViewedAsync("CaseFile", $"{header.Id}", $"{Purpose(header)}：{page}", header.Id, cancellationToken);

    /// <summary>Notes for the frame of the page what changed since the form was read.</summary>
    public Task CompareAsync(CaseHeader header, int seenVersion, int seenFacts, CancellationToken cancellationToken) =>
        changes.CompareAsync(header, seenVersion, seenFacts, cancellationToken);

    // Who has a step to do on the file looks at it for that step; the others say by their office why they look.
    private string Purpose(CaseHeader header) =>
        desk.Mine.Contains(header.Stage) ? $"办理（{Stages.Names[header.Stage]}）"
        : user.Roles.Contains(Roles.Auditor) ? "审计监督"
        : user.Roles.Contains(Roles.SpotChecker) ? "抽查复核"
        : user.Roles.Contains(Roles.FundOfficer) ? "资金发放"
        : user.Roles.Contains(Roles.CountyReviewer) ? "县级审核监督"
        : "窗口查询";
}
