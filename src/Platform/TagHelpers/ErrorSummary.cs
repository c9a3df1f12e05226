using Microsoft.AspNetCore.Html;
using Microsoft.AspNetCore.Mvc.ModelBinding;
using Microsoft.AspNetCore.Mvc.Rendering;

namespace SocialAssistance.Platform.TagHelpers;

/// <summary>The list of what has to be corrected, in reading order, each line a link to its field.</summary>
internal static class ErrorSummary
{
    public static IHtmlContent? Draw(ModelStateDictionary state, IReadOnlyList<(string Name, string Target)> fields)
    {
        var lines = new List<(string Text, string? Target)>();
        foreach (var (name, target) in fields)
            lines.AddRange(Messages(state, name).Select(text => (text, (string?)target)));
        var known = fields.Select(f => f.Name).ToHashSet(StringComparer.OrdinalIgnoreCase);
        foreach (var name in state.Keys.Where(k => !known.Contains(k)))
            lines.AddRange(Messages(state, name).Select(text => (text, (string?)null)));
        if (lines.Count == 0)
            return null;

        var list = Html.Tag("ul", "govuk-list govuk-error-summary__list");
        foreach (var (text, target) in lines.Distinct())
            list.Add(Html.Tag("li", null, target is null ? text : Html.Tag("a", null, text).With("href", "#" + target)));
        return Html.Tag("div", "govuk-error-summary",
            Html.Tag("div", null,
                Html.Tag("h2", "govuk-error-summary__title", $"有 {lines.Distinct().Count()} 处需要修改，改好后再保存"),
                Html.Tag("div", "govuk-error-summary__body", list)).With("role", "alert"))
            .With("data-error-summary", "").With("tabindex", "-1");
    }

    private static IEnumerable<string> Messages(ModelStateDictionary state, string name) =>
        state.TryGetValue(name, out var entry) ? entry.Errors.Select(e => e.ErrorMessage).Where(m => m.Length > 0) : [];
}
