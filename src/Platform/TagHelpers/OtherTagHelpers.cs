using Microsoft.AspNetCore.Antiforgery;
using Microsoft.AspNetCore.Html;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.AspNetCore.Mvc.ViewFeatures;
using Microsoft.AspNetCore.Razor.TagHelpers;
using SocialAssistance.Platform.Security;

namespace SocialAssistance.Platform.TagHelpers;

/// <summary>Files: pictures are scaled down in the browser before they travel. Property type IFormFile or a list of it.</summary>
[HtmlTargetElement("app-upload", TagStructure = TagStructure.NormalOrSelfClosing)]
public sealed class UploadTagHelper : FieldTagHelper
{
    public string Accept { get; set; } = ".pdf,.jpg,.jpeg,.png,image/*";
    public bool Multiple { get; set; }

    /// <summary>Opens the camera on a phone.</summary>
    public bool Camera { get; set; }

    /// <summary>Largest file in MB, said to the clerk; the server checks again.</summary>
    public int MaxMegabytes { get; set; } = 10;

    internal override bool KeepsTyped => false;

    private protected override IHtmlContent Control(FieldState field) =>
        Box(field, "input", "govuk-file-upload").With("type", "file").With("accept", Accept).Flag("multiple", Multiple)
            .With("capture", Camera ? "environment" : null).With("data-shrink", "")
            .With("data-max-mb", MaxMegabytes.ToString(System.Globalization.CultureInfo.InvariantCulture)).Copy(Extra);
}

/// <summary>A masked value with 查看, which posts to <c>reveal</c> (the server logs who looked and why).</summary>
[HtmlTargetElement("app-mask", TagStructure = TagStructure.NormalOrSelfClosing)]
public sealed class MaskTagHelper(IAntiforgery antiforgery) : TagHelper
{
    public string? Value { get; set => field = value.OrNull(); }

    /// <summary>id, phone, account or name.</summary>
    public string Kind { get; set; } = "id";

    /// <summary>Address of the handler that shows the full value; absent when the user may not see it.</summary>
    public string? Reveal { get; set => field = value.OrNull(); }

    /// <summary>What is shown, for screen readers: 李秀兰的身份证号.</summary>
    public string Label { get; set; } = "";

    [ViewContext, HtmlAttributeNotBound] public ViewContext ViewContext { get; set; } = null!;

    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        var text = Kind switch
        {
            "phone" => Mask.Phone(Value),
            "account" => Mask.Account(Value),
            "name" => Mask.Name(Value ?? ""),
            _ => Mask.IdNumber(Value),
        };
        var shown = Html.Tag("span", Kind == "name" ? null : "app-id", text);
        // A form cannot lie inside another: there the value stays masked, and the case page offers 查看.
        if (Reveal is null || FormScope.Of(ViewContext) is not null)
        {
            output.Become(shown);
            return;
        }
        var tokens = antiforgery.GetAndStoreTokens(ViewContext.HttpContext);
        output.Become(Html.Tag("form", "app-mask", shown, Html.Input("hidden", tokens.FormFieldName, tokens.RequestToken),
            Html.Tag("button", "app-link-button", "查看", Html.Hidden(Label)).With("type", "submit")).With("method", "post").With("action", Reveal));
    }
}

/// <summary>A sheet of A4 paper; <c>landscape</c> turns it, <c>formal</c> uses the margins of official documents (公文).</summary>
[HtmlTargetElement("app-doc")]
public sealed class DocumentTagHelper : TagHelper
{
    public bool Landscape { get; set; }
    public bool Formal { get; set; }

    /// <summary>Smaller text (四号) for notices that would not fit on one sheet.</summary>
    public bool Compact { get; set; }

    /// <summary>Compact once more (小四), for the longest of them.</summary>
    public bool Dense { get; set; }

    /// <summary>Issuing body, in red on top (红头).</summary>
    public string? Issuer { get; set => field = value.OrNull(); }

    /// <summary>Number of the document (文号), 于民通〔2026〕12号.</summary>
    public string? Number { get; set => field = value.OrNull(); }

    public string? Title { get; set => field = value.OrNull(); }

    /// <summary>Signature (落款) and date at the end, with room for the seal (公章).</summary>
    public string? Signed { get; set => field = value.OrNull(); }

    public DateOnly? On { get; set; }

    /// <summary>Last line, for whoever receives the document to sign (送达签收).</summary>
    public string? Receipt { get; set => field = value.OrNull(); }

    public override async Task ProcessAsync(TagHelperContext context, TagHelperOutput output)
    {
        var content = await output.GetChildContentAsync();
        output.Become(Html.Tag("article", "app-doc" + (Landscape ? " app-doc--landscape" : "") + (Formal ? " app-doc--formal" : "") + (Compact ? " app-doc--compact" : "") + (Dense ? " app-doc--dense" : ""),
            Issuer is null ? null : Html.Tag("p", "app-doc__issuer", Issuer),
            Number is null ? null : Html.Tag("p", "app-doc__number", Number),
            Issuer is null ? null : Html.Tag("div", "app-doc__line"),
            Title is null ? null : Html.Tag("h1", "app-doc__title", Title),
            Html.Tag("div", "app-doc__body", content),
            Signed is null ? null : Html.Tag("div", "app-doc__signed",
                Html.Tag("div", "app-doc__seal", "公章").With("aria-hidden", "true"),
                Html.Tag("p", null, Signed), On is { } day ? Html.Tag("p", null, Show.DateLong(day)) : null),
            Receipt is null ? null : Html.Tag("p", "app-doc__receipt", Receipt + "：　　　　　　　　　　　　签收日期：　　　　年　　月　　日")).Copy(output.Attributes));
    }
}

/// <summary>Buttons only a script can serve: print the page, copy a text. Hidden while script is off.</summary>
[HtmlTargetElement("app-print", TagStructure = TagStructure.NormalOrSelfClosing)]
public sealed class PrintTagHelper : TagHelper
{
    public string Text { get; set; } = "打印";

    public override void Process(TagHelperContext context, TagHelperOutput output) =>
        output.Become(Html.Tag("button", "govuk-button govuk-button--secondary", Text + "(P)").With("type", "button")
            .With("accesskey", "P").With("data-print", "").Flag("hidden", true));
}
