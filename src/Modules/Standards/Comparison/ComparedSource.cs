using SocialAssistance.Rules.Standards;

namespace SocialAssistance.Standards.Comparison;

/// <summary>Where a county's value is printed; a partial view needs a model that is never null.</summary>
internal sealed record ComparedSource(Entry? Entry)
{
    public string? Text => Entry?.Terms.Source?.ToString();
}
