using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using SocialAssistance.Cases.Intake.Drafts;

namespace SocialAssistance.Cases.Intake;

/// <summary>An address that answers app.js with a fragment or a short message while a page of the draft is being filled.</summary>
internal abstract class DraftAnswer : PageModel
{
    public IActionResult OnGet() => NotFound();

    /// <summary>Reads the posted form of any page of the draft.</summary>
    protected async Task<object> ReadFormAsync(IntakeStep step)
    {
        var form = new DraftData().FormOf(step);
        await TryUpdateModelAsync(form, form.GetType(), "Input");
        ModelState.Clear();
        return form;
    }

    protected static JsonResult Answer(int status, object body) => new(body) { StatusCode = status };
}
