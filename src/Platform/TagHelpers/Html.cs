using Microsoft.AspNetCore.Html;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.AspNetCore.Razor.TagHelpers;

namespace SocialAssistance.Platform.TagHelpers;

/// <summary>Builds elements whose text and attributes are always encoded; strings are text, never markup.</summary>
internal static class Html
{
    public static TagBuilder Tag(string name, string? css = null, params object?[] children)
    {
        var tag = new TagBuilder(name);
        if (!string.IsNullOrEmpty(css))
            tag.AddCssClass(css);
        return tag.Add(children);
    }

    public static TagBuilder Void(string name, string? css = null)
    {
        var tag = Tag(name, css);
        tag.TagRenderMode = TagRenderMode.SelfClosing;
        return tag;
    }

    public static TagBuilder Add(this TagBuilder tag, params object?[] children)
    {
        tag.InnerHtml.Add(children);
        return tag;
    }

    public static IHtmlContentBuilder Add(this IHtmlContentBuilder content, params object?[] children)
    {
        foreach (var child in children)
        {
            if (child is IHtmlContent html)
                content.AppendHtml(html);
            else if (child is IEnumerable<IHtmlContent> many)
                foreach (var one in many)
                    content.AppendHtml(one);
            else if (child is not null)
                content.Append(child.ToString()!);
        }
        return content;
    }

    /// <summary>Sets an attribute; null leaves it out, an empty string makes it a bare flag.</summary>
    public static TagBuilder With(this TagBuilder tag, string attribute, string? value)
    {
        if (value is not null)
            tag.Attributes[attribute] = value;
        return tag;
    }

    public static TagBuilder Flag(this TagBuilder tag, string attribute, bool on) => tag.With(attribute, on ? attribute : null);

    /// <summary>Razor hands a null in <c>hint="@x"</c> over as an empty string; both mean: leave it out.</summary>
    public static string? OrNull(this string? text) => string.IsNullOrEmpty(text) ? null : text;

    /// <summary>Text for screen readers only.</summary>
    public static TagBuilder Hidden(string text) => Tag("span", "govuk-visually-hidden", text);

    public static TagBuilder Input(string type, string? name, string? value) =>
        Void("input").With("type", type).With("name", name).With("value", value);

    /// <summary>Copies what the author wrote on the tag helper (hx-*, data-*, maxlength …) to the real control.</summary>
    public static TagBuilder Copy(this TagBuilder tag, IEnumerable<TagHelperAttribute> attributes)
    {
        foreach (var attribute in attributes)
        {
            var value = attribute.ValueStyle == HtmlAttributeValueStyle.Minimized ? attribute.Name : Text(attribute.Value);
            if (attribute.Name == "class")
                tag.AddCssClass(value);
            else
                tag.Attributes[attribute.Name] = value;
        }
        return tag;
    }

    /// <summary>Replaces the author's element by this one.</summary>
    public static void Become(this TagHelperOutput output, IHtmlContent content)
    {
        output.TagName = null;
        output.Attributes.Clear();
        output.Content.SetHtmlContent(content);
    }

    private static string Text(object? value)
    {
        if (value is not IHtmlContent html)
            return value?.ToString() ?? "";
        // Literal attributes arrive encoded; decode once, since TagBuilder encodes again.
        using var writer = new StringWriter();
        html.WriteTo(writer, System.Text.Encodings.Web.HtmlEncoder.Default);
        return System.Net.WebUtility.HtmlDecode(writer.ToString());
    }
}
