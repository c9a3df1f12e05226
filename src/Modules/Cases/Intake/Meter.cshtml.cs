using Microsoft.AspNetCore.Mvc;
using SocialAssistance.Cases.Intake.Drafts;
using SocialAssistance.Cases.Intake.Forms;
using SocialAssistance.Platform.Security;

namespace SocialAssistance.Cases.Intake;

/// <summary>Answers the live meter: the stored draft with what stands on the page now.</summary>
[Allow("cases.intake")]
internal sealed class MeterModel(DraftDesk desk, TimeProvider time) : DraftAnswer
{
    public async Task<IActionResult> OnPostAsync(Guid draftId, string? step, CancellationToken cancellationToken)
    {
        if (await desk.OpenAsync(draftId, cancellationToken) is not { Draft.IsOpen: true } view)
        {
            return NotFound();
        }

        var page = IntakeSteps.Parse(step);
        var form = await ReadFormAsync(page);
        if (form is MembersForm members)
        {
            MemberKeys.Assign(members, view.Data.Members);
        }

        return Partial("_Meter", MeterView.Of(desk, view, view.Data.With(page, form, view.Data.MarkOf(page)), time));
    }
}
