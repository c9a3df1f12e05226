using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.AspNetCore.Razor.TagHelpers;

namespace SocialAssistance.Platform.TagHelpers;

/// <summary>Weight of a button: one Primary per page.</summary>
public enum ButtonKind { Primary, Secondary, Danger, Link }

/// <summary>A button, or a link that looks like one when <c>href</c> is set. The access key shows in the label: 保存并继续(S).</summary>
[HtmlTargetElement("app-button")]
public sealed class ButtonTagHelper : TagHelper
{
    public ButtonKind Kind { get; set; } = ButtonKind.Primary;
    public string? Href { get; set => field = value.OrNull(); }
    public string? Accesskey { get; set => field = value.OrNull(); }
    public string? Name { get; set => field = value.OrNull(); }
    public string? Value { get; set => field = value.OrNull(); }

    /// <summary>submit (default) or button; a plain button works only with app.js.</summary>
    public string Type { get; set; } = "submit";

    public override async Task ProcessAsync(TagHelperContext context, TagHelperOutput output)
    {
        var text = await output.GetChildContentAsync();
        var tag = Html.Tag(Href is null ? "button" : "a", CssOf(Kind), text, Accesskey is null ? null : $"({Accesskey})").With("accesskey", Accesskey);
        if (Href is null)
            tag.With("type", Type).With("name", Name).With("value", Value);
        else
            tag.With("href", Href).With("draggable", "false");
        output.Become(tag.Copy(output.Attributes));
    }

    internal static string CssOf(ButtonKind kind) => kind switch
    {
        ButtonKind.Secondary => "govuk-button govuk-button--secondary",
        ButtonKind.Danger => "govuk-button govuk-button--warning",
        ButtonKind.Link => "app-link-button",
        _ => "govuk-button",
    };
}

/// <summary>The bar of buttons at the end of a form; sticks to the bottom of the window while the form is longer.</summary>
[HtmlTargetElement("app-actions")]
public sealed class ActionsTagHelper : TagHelper
{
    public bool Sticky { get; set; } = true;

    public override async Task ProcessAsync(TagHelperContext context, TagHelperOutput output) =>
        output.Become(Html.Tag("div", "govuk-button-group app-actions" + (Sticky ? " app-actions--sticky" : ""), await output.GetChildContentAsync()));
}
