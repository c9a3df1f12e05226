using System.Text.Json;
using Microsoft.AspNetCore.Antiforgery;
using Microsoft.AspNetCore.Html;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.Mvc.ViewFeatures;
using Microsoft.AspNetCore.Razor.TagHelpers;

namespace SocialAssistance.Platform.TagHelpers;

/// <summary>A way on or back inside a banner; <paramref name="Post"/> makes it a button that posts (撤回).</summary>
public sealed record NoticeAction(string Text, string Href, bool Post = false);

internal sealed record Notice(string Text, bool Warning, NoticeAction[] Actions);

/// <summary>Banners for the next page: say the effect and the way back.</summary>
public static class Notices
{
    internal const string Key = "notice";

    public static void Success(this PageModel page, string text, params NoticeAction[] actions) => Put(page, new(text, false, actions));

    public static void Warn(this PageModel page, string text, params NoticeAction[] actions) => Put(page, new(text, true, actions));

    private static void Put(PageModel page, Notice notice) => page.TempData[Key] = JsonSerializer.Serialize(notice);
}

/// <summary>The banner of <see cref="Notices"/>; the layouts place it, pages need not.</summary>
[HtmlTargetElement("app-notice", TagStructure = TagStructure.NormalOrSelfClosing)]
public sealed class NoticeTagHelper(IAntiforgery antiforgery, ITempDataDictionaryFactory factory) : TagHelper
{
    [ViewContext, HtmlAttributeNotBound] public ViewContext ViewContext { get; set; } = null!;

    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        var http = ViewContext.HttpContext;
        if (factory.GetTempData(http)[Notices.Key] is not string stored)
        {
            output.SuppressOutput();
            return;
        }
        var notice = stored.StartsWith('{') ? JsonSerializer.Deserialize<Notice>(stored)! : new Notice(stored, false, []);
        var line = Html.Tag("div", "govuk-notification-banner__heading", notice.Text);
        foreach (var action in notice.Actions)
            line.Add(" ", action.Post ? PostButton(action) : Html.Tag("a", "govuk-notification-banner__link", action.Text).With("href", action.Href));
        output.Become(Html.Tag("div", "govuk-notification-banner" + (notice.Warning ? " app-banner--warn" : " govuk-notification-banner--success"),
            Html.Tag("div", "govuk-notification-banner__content", line)).With("role", notice.Warning ? "alert" : "status"));
    }

    private TagBuilder PostButton(NoticeAction action)
    {
        var tokens = antiforgery.GetAndStoreTokens(ViewContext.HttpContext);
        return Html.Tag("form", "app-inline", Html.Input("hidden", tokens.FormFieldName, tokens.RequestToken),
            Html.Input("hidden", AppFormTagHelper.IdempotencyField, Guid.CreateVersion7().ToString()),
            Html.Tag("button", "app-link-button", action.Text).With("type", "submit")).With("method", "post").With("action", action.Href);
    }
}
