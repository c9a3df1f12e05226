using Microsoft.AspNetCore.Antiforgery;
using Microsoft.AspNetCore.Html;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.AspNetCore.Mvc.ViewFeatures;
using Microsoft.AspNetCore.Razor.TagHelpers;

namespace SocialAssistance.Platform.TagHelpers;

/// <summary>
/// A form that posts: antiforgery, one-time key <c>__idem</c>, no browser validation, error summary on top,
/// and, with <c>draft</c>, autosave to that address.
/// </summary>
[HtmlTargetElement("app-form")]
public sealed class AppFormTagHelper(IAntiforgery antiforgery) : TagHelper
{
    /// <summary>Name of the hidden field that makes a second post of the same form harmless.</summary>
    public const string IdempotencyField = "__idem";

    public string? Id { get; set => field = value.OrNull(); }

    /// <summary>Address that receives the post; empty posts to the page itself.</summary>
    public string? Action { get; set => field = value.OrNull(); }

    /// <summary>Address that keeps the unfinished form; app.js posts all fields there.</summary>
    public string? Draft { get; set => field = value.OrNull(); }

    /// <summary>Draft to continue, posted back as <c>__draft</c>.</summary>
    public string? DraftId { get; set => field = value.OrNull(); }

    /// <summary>Allows files (multipart/form-data).</summary>
    public bool Files { get; set; }

    [ViewContext, HtmlAttributeNotBound] public ViewContext ViewContext { get; set; } = null!;

    public override async Task ProcessAsync(TagHelperContext context, TagHelperOutput output)
    {
        var (scope, fields) = await FormScope.OpenAsync(ViewContext, output.GetChildContentAsync);
        var request = ViewContext.HttpContext.Request;
        var form = Html.Tag("form").With("method", "post").With("id", Id)
            .With("action", Action ?? request.PathBase + request.Path + request.QueryString)
            .With("enctype", Files ? "multipart/form-data" : null)
            .Flag("novalidate", true).With("autocomplete", "off").With("data-guard", "").With("data-draft", Draft)
            .Copy(output.Attributes);
        var tokens = antiforgery.GetAndStoreTokens(ViewContext.HttpContext);
        form.Add(ErrorSummary.Draw(ViewContext.ViewData.ModelState, scope.Fields),
            Html.Input("hidden", tokens.FormFieldName, tokens.RequestToken),
            Html.Input("hidden", IdempotencyField, Guid.CreateVersion7().ToString()),
            // Enter in a text box presses the form's first button, which must not be 移除 of a row.
            Html.Tag("button", "govuk-visually-hidden").With("type", "submit").With("tabindex", "-1").With("aria-hidden", "true"),
            DraftId is null ? null : Html.Input("hidden", "__draft", DraftId),
            fields);
        if (Draft is not null)
            form.Add(Html.Tag("p", "app-draft-status").With("data-draft-status", "").With("role", "status"));
        output.Become(form);
    }
}

/// <summary>「有 N 处需要修改，改好后再保存」 for pages whose form is not an app-form.</summary>
[HtmlTargetElement("app-errors", TagStructure = TagStructure.NormalOrSelfClosing)]
public sealed class ErrorsTagHelper : TagHelper
{
    [ViewContext, HtmlAttributeNotBound] public ViewContext ViewContext { get; set; } = null!;

    public override void Process(TagHelperContext context, TagHelperOutput output) =>
        output.Become(ErrorSummary.Draw(ViewContext.ViewData.ModelState, []) ?? (IHtmlContent)HtmlString.Empty);
}
