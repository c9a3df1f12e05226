using MediatR;
using SocialAssistance.Cases.Intake.Drafts;
using SocialAssistance.Cases.Intake.Forms;
using SocialAssistance.Contracts.Programs;
using SocialAssistance.Platform.Audit;
using SocialAssistance.Platform.Security;
using SocialAssistance.Platform.TagHelpers;

namespace SocialAssistance.Cases.Intake;

/// <summary>受理 2: who belongs to the family. There is no field for the number of members; the rows say it.</summary>
[Allow("cases.intake")]
internal sealed class MembersPageModel(DraftDesk desk, IMediator mediator, IAuditTrail audit, TimeProvider time) : DraftPage<MembersForm>(desk, mediator, audit)
{
    public override IntakeStep Step => IntakeStep.Members;

    public MeterView Meter => MeterView.Of(Desk, View, View.Data, time);

    public ProgramFacts Asks => Desk.Profile(View.Draft.Program).Asks;

    public bool AsksPartialGround => Input.PartialGround is not null || Input.Members.Any(m => m.AppliesAlone);

    protected override bool ShowsKnown => true;

    protected override bool ApplyRowButtons() => this.ApplyRows("Input.Members", Input.Members);

    protected override MembersForm Fresh(DraftView view)
    {
        var rows = view.Rows.ToList();
        if (rows.Count == 1 && view.Data.MarkOf(Step).Version == 0)
        {
            // The first member is typed at once, without asking for a row.
            rows.Add(new());
        }

        return new() { Members = rows, PartialGround = view.Data.Members.PartialGround };
    }
}
