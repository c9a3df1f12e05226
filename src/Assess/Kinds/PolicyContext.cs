using SocialAssistance.Rules.Standards;

namespace SocialAssistance.Assess.Kinds;

/// <summary>The figures a request is answered with: whose, as known on which day, and with which overrides.</summary>
internal sealed record PolicyContext(PolicyBook Book, Resolver Figures, bool HasOverrides)
{
    public string Slug => Book.Slug;

    public DateOnly? KnownAt => Figures.KnownAt;
}
