using Microsoft.AspNetCore.Mvc.ModelBinding;

namespace SocialAssistance.Platform.TagHelpers;

/// <summary>One answer of a select, radio or check list; <paramref name="Hint"/> holds the article or an example.</summary>
public sealed record Choice(string Value, string Text, string? Hint = null)
{
    /// <summary>Reads the shorthand <c>value:文字|value:文字</c>; without a colon the text is the value.</summary>
    public static IReadOnlyList<Choice> Parse(string options) =>
        [.. options.Split('|').Select(part => part.Split(':', 2)).Select(p => new Choice(p[0], p[^1]))];

    /// <summary>The members of an enum with their Display names, as [Display(Name = "配偶")] gives them.</summary>
    internal static IReadOnlyList<Choice> Of(ModelMetadata? metadata) =>
        metadata?.EnumGroupedDisplayNamesAndValues is { } pairs && metadata.EnumNamesAndValues is { } names
            ? [.. pairs.Select(p => new Choice(names.First(n => n.Value == p.Value).Key, p.Key.Name))]
            : [];
}
