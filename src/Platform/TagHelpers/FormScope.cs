using Microsoft.AspNetCore.Razor.TagHelpers;

namespace SocialAssistance.Platform.TagHelpers;

/// <summary>Lets fields tell the surrounding form where they are, so that the summary lists errors in reading order.</summary>
internal sealed class FormScope
{
    public List<(string Name, string Target)> Fields { get; } = [];

    public void Register(FieldState field, string target) => Fields.Add((field.Name, target));

    public static FormScope? Of(TagHelperContext context) =>
        context.Items.TryGetValue(typeof(FormScope), out var scope) ? (FormScope)scope : null;
}

/// <summary>Lets fields of a filter bar tell which condition is set.</summary>
internal sealed class FilterScope
{
    public List<(string Name, string Text)> Chips { get; } = [];

    public static FilterScope? Of(TagHelperContext context) =>
        context.Items.TryGetValue(typeof(FilterScope), out var scope) ? (FilterScope)scope : null;
}
