namespace SocialAssistance.Assess.Kinds;

/// <summary>All kinds of requests. A new kind is one line here.</summary>
internal static class KindRegistry
{
    private static readonly IAssessKind[] All =
    [
        new HouseholdMonthKind(),
        new BackPayKind(),
        new TemporaryAssistanceKind(),
        new DeadlineKind(),
        new OversightKind(),
        new EntitlementsKind(),
    ];

    public static IAssessKind? Find(string kind)
    {
        foreach (var candidate in All)
        {
            if (candidate.Kind == kind)
            {
                return candidate;
            }
        }

        return null;
    }
}
