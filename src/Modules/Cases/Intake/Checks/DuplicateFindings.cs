using SocialAssistance.Cases.Intake.Drafts;
using SocialAssistance.Cases.Intake.Forms;

namespace SocialAssistance.Cases.Intake.Checks;

/// <summary>What is known about a person, as findings beside that person's field.</summary>
internal static class DuplicateFindings
{
    public static IEnumerable<Finding> Of(DraftView view, IReadOnlyList<Duplicate> known, DateOnly today)
    {
        for (var i = 0; i < view.Rows.Count; i++)
        {
            var (step, prefix) = i == 0 ? (IntakeStep.Applicant, "") : (IntakeStep.Members, $"Members[{i}].");
            var number = Typed.IdNumber(view.Rows[i].IdNumber, today)?.Value;
            foreach (var duplicate in known.Where(d => d.IdNumber == number))
            {
                switch (duplicate.Kind)
                {
                    case DuplicateKind.SameBenefit:
                        yield return new(step, prefix + "IdNumber", duplicate.Message);
                        break;
                    case DuplicateKind.OtherHousehold when !IsReasonGiven(view.Rows[i]):
                        yield return new(step, prefix + "OtherHousehold", duplicate.Message);
                        break;
                    default:
                        yield return new(step, prefix + "IdNumber", duplicate.Message, Blocks: false);
                        break;
                }
            }
        }
    }

    private static bool IsReasonGiven(MemberForm row) => row.OtherHousehold is { } reason && IntakeWords.OtherHouseholdReasons.ContainsKey(reason);
}
