using SocialAssistance.Assess.Requests;
using SocialAssistance.Rules.Deadlines;
using SocialAssistance.Rules.Determinations;

namespace SocialAssistance.Assess.Kinds;

/// <summary>Reads the <c>facts</c> of a deadline: each rule knows its own, every other field is an error.</summary>
internal static class DeadlineFactsReader
{
    private static readonly FieldSet None = new();
    private static readonly FieldSet Confirmation = new("special", "delegated");
    private static readonly FieldSet Hardship = new("special");
    private static readonly FieldSet Days = new("days");
    private static readonly FieldSet Review = new("caseType", "incomeUnstable", "ableBodiedMember", "seriousIllnessOrDisability", "suspendedDays", "currentDue");
    private static readonly FieldSet PhaseOut = new("cause", "months");
    private static readonly FieldSet Ageing = new("age");

    public static DeadlineFacts Read(DeadlineRule rule, RequestReader request)
    {
        if (request.FindObject("facts") is not { } facts)
        {
            return rule switch
            {
                DeadlineRule.WorkingDays or DeadlineRule.CalendarDays => throw Missing(request, "days"),
                DeadlineRule.Review => throw Missing(request, "caseType"),
                DeadlineRule.PhaseOutEnd => throw Missing(request, "cause"),
                _ => new DeadlineFacts(),
            };
        }

        facts.Only(rule switch
        {
            DeadlineRule.Confirmation => Confirmation,
            DeadlineRule.HardshipRecognition => Hardship,
            DeadlineRule.WorkingDays or DeadlineRule.CalendarDays => Days,
            DeadlineRule.Review => Review,
            DeadlineRule.PhaseOutEnd => PhaseOut,
            DeadlineRule.AgeingOut => Ageing,
            _ => None,
        });
        return rule switch
        {
            DeadlineRule.Confirmation or DeadlineRule.HardshipRecognition => new()
            {
                Special = facts.Boolean("special", false),
                Delegated = facts.Find("delegated")?.Boolean(),
            },
            DeadlineRule.WorkingDays => new() { Days = facts.Integer("days", 1, 400) },
            DeadlineRule.CalendarDays => new() { Days = facts.Integer("days", 1, 4000) },
            DeadlineRule.Review => ReadReview(facts),
            DeadlineRule.PhaseOutEnd => new() { Cause = facts.Enum<PhaseOutCause>("cause"), Months = facts.Find("months")?.Integer(1, 120) },
            DeadlineRule.AgeingOut => new() { Age = facts.Integer("age", 1, 120, 18) },
            _ => new(),
        };
    }

    private static DeadlineFacts ReadReview(RequestReader facts) => new()
    {
        CaseType = facts.Enum<ReviewCase>("caseType"),
        IncomeUnstable = facts.Boolean("incomeUnstable", false),
        AbleBodiedMember = facts.Boolean("ableBodiedMember", false),
        SeriousIllnessOrDisability = facts.Boolean("seriousIllnessOrDisability", false),
        SuspendedDays = facts.Integer("suspendedDays", 0, 3660, 0),
        CurrentDue = facts.FindDate("currentDue"),
    };

    /// <summary>Without facts, the required one is what is absent.</summary>
    private static RequestException Missing(RequestReader request, string fact) =>
        new(ErrorCode.MissingField, request.Path.Field("facts").Field(fact).ToString(), "the fact is required for this rule");
}
