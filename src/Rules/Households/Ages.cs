using SocialAssistance.Rules.Values;

namespace SocialAssistance.Rules.Households;

/// <summary>
/// Monthly age (HM-00): completed years on the last day of the month before, so the month of an age-limit birthday still
/// belongs to the younger age whatever the day. Example: born 15 May 1963, 59 in May 2023 and 60 from June 2023.
/// </summary>
internal static class Ages
{
    // The test day ends its month, so only months matter; a 29 February birthday falls on 28 February in common years.
    public static int InMonth(BenefitMonth birth, BenefitMonth month)
    {
        var months = month - birth - 1;
        return months < 0 ? 0 : months / 12;
    }

    /// <summary>The day on which an age is completed.</summary>
    public static DateOnly Birthday(DateOnly birth, int age) => birth.AddYears(age);
}
