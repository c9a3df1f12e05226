using MediatR;
using SocialAssistance.Cases.Intake.Checks;
using SocialAssistance.Cases.Intake.Drafts;
using SocialAssistance.Cases.Intake.Forms;
using SocialAssistance.Contracts.Households;
using SocialAssistance.Contracts.Programs;
using SocialAssistance.Platform.Audit;
using SocialAssistance.Platform.Security;
using SocialAssistance.Platform.TagHelpers;

namespace SocialAssistance.Cases.Intake;

/// <summary>受理 1: who applies, from where, and for what; the identity number comes first.</summary>
[Allow("cases.intake")]
internal sealed class ApplicantPageModel(DraftDesk desk, IEnumerable<IAssistanceProgram> programs, IMediator mediator, IAuditTrail audit) : DraftPage<ApplicantForm>(desk, mediator, audit)
{
    public override IntakeStep Step => IntakeStep.Applicant;

    public IReadOnlyList<Choice> Programs => [.. programs.Select(p => new Choice(p.Code, p.Name))];

    public IReadOnlyList<Choice> Villages => Desk.Villages(View);

    public IdentityNumber? Person => Typed.IdNumber(Input.IdNumber, View.Today);

    public bool AsksOtherHousehold => Input.OtherHousehold is not null || Known.Any(d => d.Kind == DuplicateKind.OtherHousehold && d.IdNumber == Person?.Value);

    public bool HasNoNumber => Input.NoIdReason is not null;

    protected override bool ShowsKnown => true;

    protected override ApplicantForm Fresh(DraftView view)
    {
        var form = view.Data.Applicant;
        form.Program = view.Draft.Program;
        return form;
    }
}
