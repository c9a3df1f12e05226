using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.AspNetCore.Razor.TagHelpers;

namespace SocialAssistance.Platform.TagHelpers;

/// <summary>Lets fields tell the surrounding form where they are, so that the summary lists errors in reading order.</summary>
internal sealed class FormScope
{
    public List<(string Name, string Target)> Fields { get; } = [];

    public void Register(FieldState field, string target) => Fields.Add((field.Name, target));

    /// <summary>The form around what is being drawn; a partial view inside a form belongs to it, which a tag helper's own items do not say.</summary>
    public static FormScope? Of(ViewContext view) => view.HttpContext.Items[typeof(FormScope)] as FormScope;

    /// <summary>Draws what lies inside a form.</summary>
    public static async Task<(FormScope Scope, T Inside)> OpenAsync<T>(ViewContext view, Func<Task<T>> draw)
    {
        var scope = new FormScope();
        view.HttpContext.Items[typeof(FormScope)] = scope;
        try
        {
            return (scope, await draw());
        }
        finally
        {
            view.HttpContext.Items.Remove(typeof(FormScope));
        }
    }
}

/// <summary>Lets fields of a filter bar tell which condition is set.</summary>
internal sealed class FilterScope
{
    public List<(string Name, string Text)> Chips { get; } = [];

    public static FilterScope? Of(TagHelperContext context) =>
        context.Items.TryGetValue(typeof(FilterScope), out var scope) ? (FilterScope)scope : null;
}
