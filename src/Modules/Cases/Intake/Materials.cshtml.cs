using MediatR;
using Microsoft.AspNetCore.Mvc;
using SocialAssistance.Cases.Intake.Checks;
using SocialAssistance.Cases.Intake.Drafts;
using SocialAssistance.Cases.Intake.Forms;
using SocialAssistance.Cases.Materials;
using SocialAssistance.Platform.Audit;
using SocialAssistance.Platform.Security;

namespace SocialAssistance.Cases.Intake;

/// <summary>受理 4: consent of every adult and the checklist with its scans.</summary>
[Allow("cases.intake")]
[RequestSizeLimit(256 * 1024 * 1024)]
[RequestFormLimits(MultipartBodyLengthLimit = 256 * 1024 * 1024)]
internal sealed class MaterialsPageModel(DraftDesk desk, IMediator mediator, IAuditTrail audit) : DraftPage<MaterialsForm>(desk, mediator, audit)
{
    public override IntakeStep Step => IntakeStep.Materials;

    public IReadOnlyList<MemberForm> People => [.. MaterialsCheck.Authorisations(View.Data, View.Today).Select(a => a.Person)];

    public IReadOnlyList<MaterialState> Materials => MaterialsCheck.Materials(View.Data, View.Draft.Program, View.Scanned, View.Today);

    protected override MaterialsForm Fresh(DraftView view) => new()
    {
        Authorisations = [.. MaterialsCheck.Authorisations(view.Data, view.Today).Select(a => a.Form)],
        Items = [.. MaterialsCheck.Materials(view.Data, view.Draft.Program, view.Scanned, view.Today).Select(m => m.Form)],
    };

    protected override async Task<(IReadOnlyList<Scan> Scans, Guid? Withdraw)> ReadExtrasAsync(CancellationToken cancellationToken)
    {
        var (scans, problems) = await Scan.ReadAsync(Request.Form.Files, cancellationToken);
        foreach (var (field, message) in problems)
        {
            ModelState.AddModelError(field, message);
        }

        return (scans, Guid.TryParse(Request.Form["withdraw"], out var fileId) ? fileId : null);
    }
}
