using SocialAssistance.Contracts.Cases;
using SocialAssistance.Contracts.Programs;
using SocialAssistance.Contracts.Standards;
using SocialAssistance.Rules.Deadlines;
using SocialAssistance.Rules.Standards;

namespace SocialAssistance.Cases.Reviews;

/// <summary>When a family is looked at again (DL-04), by the county's figures; the list of what is due is made by the same rule in the database.</summary>
internal sealed class ReviewRhythm(IEnumerable<IAssistanceProgram> programs, ICountySettings county)
{
    private readonly Resolver _figures = new(county.Book(county.PolicyCode));

    /// <summary>Programmes whose families are looked at half-yearly where somebody earns or could; the others yearly.</summary>
    public string[] MeansTested { get; } = [.. programs.Where(p => p.Profile.MeansTested).Select(p => p.Code)];

    /// <summary>What a case has for its review lock: reviews that were done, and the rule for the next one.</summary>
    public ReviewCourse Of(string program, string divisionCode, IReadOnlyList<DateOnly> done, IReadOnlyList<ReviewSuspension> suspensions, DateOnly today) => new(
        done, (facts, start) => Due(program, facts, start, (from, due) => ReviewSuspension.Days(suspensions.Where(s => divisionCode.StartsWith(s.Prefix, StringComparison.Ordinal)), from, due, today)));

    private DateOnly? Due(string program, CaseFacts facts, DateOnly start, Func<DateOnly, DateOnly, int> suspended)
    {
        var known = Facts(program, facts, start);
        var due = Answer(start, known);
        return due is { } day && suspended(start, day) is > 0 and var days ? Answer(start, known with { SuspendedDays = days }) : due;
    }

    private DateOnly? Answer(DateOnly start, DeadlineFacts facts) => DeadlineCalculation.Answer(new(DeadlineRule.Review, start) { Facts = facts }, _figures).Day;

    private DeadlineFacts Facts(string program, CaseFacts facts, DateOnly start) => new()
    {
        CaseType = !MeansTested.Contains(program) ? ReviewCase.ExtremePoverty : facts.Members.Any(m => m.AppliesAlone) ? ReviewCase.SinglePerson : ReviewCase.Household,
        IncomeUnstable = facts.Members.Any(m => m.Income.Any(i => i is { Type: "wage" or "business", Amount: > 0 })),
        AbleBodiedMember = facts.Members.Any(m => m.BirthDate > start.AddYears(-60) && m.BirthDate <= start.AddYears(-18) && !Gravely(m) && !m.Enrolled),
        SeriousIllnessOrDisability = facts.Members.Any(Gravely),
    };

    private static bool Gravely(MemberFacts member) => member.DisabilityGrade is <= 2 || member.SeriousIllness;
}

/// <summary>The reviews of one case.</summary>
/// <param name="Done">Days on which a periodic review found no obvious change.</param>
/// <param name="Due">The next day for a family that was looked at on a day; null where no figure says it.</param>
internal sealed record ReviewCourse(IReadOnlyList<DateOnly> Done, Func<CaseFacts, DateOnly, DateOnly?> Due)
{
    /// <summary>Without reviews nothing is locked.</summary>
    public static ReviewCourse None { get; } = new([], (_, _) => null);
}
