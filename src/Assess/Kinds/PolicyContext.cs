namespace SocialAssistance.Assess.Kinds;

/// <summary>The figures a request is answered with: whose, as known on which day, and with which overrides.</summary>
internal sealed record PolicyContext(string Slug, DateOnly? KnownAt);
