using SocialAssistance.Cases.CaseFiles;
using SocialAssistance.Cases.Data;
using SocialAssistance.Cases.Steps;
using SocialAssistance.Contracts.Cases;
using SocialAssistance.Platform.Security;

namespace SocialAssistance.Cases.Visits;

/// <summary>The blank form to take along: family and address printed, every finding left to the pen.</summary>
[Allow("cases.read")]
internal sealed class VisitPaperModel(CaseViewing viewing, CasesDb db, CaseDesk desk) : StepPage(viewing, db)
{
    public CaseFacts Facts { get; private set; } = new();

    public DateOnly Today => desk.Today;

    protected override string Purpose => "打印入户调查表";

    protected override async Task<bool> LoadAsync(CancellationToken cancellationToken)
    {
        Facts = await desk.FactsAsync((await desk.FindAsync(CaseId, cancellationToken))!, cancellationToken);
        return true;
    }
}
