namespace SocialAssistance.Platform.TagHelpers;

/// <summary>What <c>_Determination.cshtml</c> draws: the steps, one sentence for the citizen, what would change the result.</summary>
/// <param name="Versions">Parameter versions and number of the calculation, shown small below.</param>
public sealed record DeterminationTable(IReadOnlyList<ExplainStep> Steps, string? Sentence = null, IReadOnlyList<string>? Changes = null, string? Versions = null, string Caption = "测算说明");
