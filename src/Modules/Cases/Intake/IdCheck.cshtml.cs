using Microsoft.AspNetCore.Mvc;
using SocialAssistance.Cases.Intake.Checks;
using SocialAssistance.Cases.Intake.Forms;
using SocialAssistance.Contracts.Accounts;
using SocialAssistance.Contracts.Cases;
using SocialAssistance.Contracts.Households;
using SocialAssistance.Platform.Audit;
using SocialAssistance.Platform.Security;

namespace SocialAssistance.Cases.Intake;

/// <summary>Answers at the eighteenth character: is the number right, who is it, and is the person known already.</summary>
[Allow("cases.intake")]
internal sealed class IdCheckModel(DraftDesk desk, DuplicateCheck duplicates, IDivisions divisions, ICurrentUser user, IAuditTrail audit) : DraftAnswer
{
    public async Task<IActionResult> OnPostAsync(Guid draftId, string? number, string? field, CancellationToken cancellationToken)
    {
        if (await desk.OpenAsync(draftId, cancellationToken) is not { Draft.IsOpen: true } view)
        {
            return NotFound();
        }

        if (!IdentityNumber.TryRead(number, desk.Today, out var person, out var problem))
        {
            return Partial("_IdVerdict", new IdVerdict(null, problem, 0, [], []));
        }

        // The applicant's number comes first: whoever is registered with the applicant belongs to this household.
        var applicant = Typed.IdNumber(view.Data.Applicant.IdNumber, desk.Today)?.Value;
        var isMember = field?.Contains("Members[", StringComparison.Ordinal) == true;
        string[] asked = isMember && applicant is not null && applicant != person.Value ? [applicant, person.Value] : [person.Value];
        var known = (await duplicates.FindAsync(asked, view.Draft.Program, cancellationToken)).Where(d => d.IdNumber == person.Value).ToArray();
        if (known.Length > 0)
        {
            await audit.ViewedAsync("Person", "duplicate-check", "受理查重", null, cancellationToken);
        }

        var elsewhere = known.Select(d => d.Household).OfType<HouseholdMention>().Select(h => Compare(h, view.Data.Applicant, isMember)).FirstOrDefault() ?? [];
        return Partial("_IdVerdict", new IdVerdict(person, null, person.AgeOn(desk.Today), known, elsewhere));
    }

    private IReadOnlyList<(string Label, string Here, string There)> Compare(HouseholdMention household, ApplicantForm applicant, bool isMember)
    {
        var mine = household.DivisionCode.StartsWith(user.AreaPrefix, StringComparison.Ordinal);
        var village = mine ? divisions.FullName(household.DivisionCode) : divisions.Name(Division.TownshipOf(household.DivisionCode));
        return
        [
            ("户主", applicant.Name ?? "", mine ? household.HeadName : "其他乡镇不显示"),
            ("与户主关系", isMember ? "成员" : "本人", IntakeWords.Of(CaseVocabulary.Relations, household.Relation)),
            ("所在地", applicant.Village is { } code ? divisions.FullName(code) : "", village),
        ];
    }
}

/// <summary>What is shown under the number.</summary>
internal sealed record IdVerdict(IdentityNumber? Person, string? Problem, int Age, IReadOnlyList<Duplicate> Known, IReadOnlyList<(string Label, string Here, string There)> Comparison);
