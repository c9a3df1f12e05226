using Microsoft.AspNetCore.Html;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.Extensions.Primitives;

namespace SocialAssistance.Platform.TagHelpers;

/// <summary>The row just removed, kept in hidden fields so that 撤销 brings it back.</summary>
internal sealed record Removed(string List, int Index, IReadOnlyDictionary<string, StringValues> Fields)
{
    public static IHtmlContent? Draw(ViewContext view, string list, string item)
    {
        if (view.HttpContext.Items[typeof(Removed)] is not Removed removed || removed.List != list)
            return null;
        var line = Html.Tag("p", "app-rows__removed", $"已移除{item}。",
            Html.Tag("button", "app-link-button", "撤销").With("type", "submit")
                .With("name", RowCommands.Field).With("value", $"restore:{list}:{removed.Index}"));
        foreach (var (name, values) in removed.Fields)
            foreach (var value in values)
                line.Add(Html.Input("hidden", $"{RowCommands.KeptPrefix}{list}:{removed.Index}:{name}", value));
        return line.With("role", "status");
    }
}
