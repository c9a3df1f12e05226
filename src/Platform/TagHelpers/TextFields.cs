using Microsoft.AspNetCore.Html;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.AspNetCore.Razor.TagHelpers;

namespace SocialAssistance.Platform.TagHelpers;

/// <summary>One line of text.</summary>
[HtmlTargetElement("app-text", TagStructure = TagStructure.NormalOrSelfClosing)]
public class TextTagHelper : FieldTagHelper
{
    private protected virtual string? InputMode => null;
    private protected virtual string Css => "";

    private protected override IHtmlContent Control(FieldState field) => Input(field).Copy(Extra);

    private protected virtual TagBuilder Input(FieldState field) =>
        Box(field, "input", "govuk-input").Also(Css).With("type", "text").With("inputmode", InputMode)
            .With("value", field.Value ?? "").With("autocomplete", "off").With("spellcheck", "false");
}

/// <summary>Phone number; telephone keyboard on phones.</summary>
[HtmlTargetElement("app-phone", TagStructure = TagStructure.NormalOrSelfClosing)]
public sealed class PhoneTagHelper : TextTagHelper
{
    private protected override string InputMode => "tel";
    private protected override string Css => "app-input--id govuk-input--width-20";
}

/// <summary>Bank account number (社保卡/银行账号), in the face where 0 and O differ.</summary>
[HtmlTargetElement("app-bankno", TagStructure = TagStructure.NormalOrSelfClosing)]
public sealed class BankNumberTagHelper : TextTagHelper
{
    private protected override string InputMode => "numeric";
    private protected override string Css => "app-input--id";
}

/// <summary>A date in one text box; 2026-11-22, 20261122 and 2026.11.22 are all understood.</summary>
[HtmlTargetElement("app-date", TagStructure = TagStructure.NormalOrSelfClosing)]
public sealed class DateTagHelper : TextTagHelper
{
    private protected override string InputMode => "decimal";
    private protected override string Css => "app-input--date";

    private protected override TagBuilder Input(FieldState field) => base.Input(field).With("placeholder", "年-月-日");
}

/// <summary>An amount in yuan; the unit stands behind the box.</summary>
[HtmlTargetElement("app-money", TagStructure = TagStructure.NormalOrSelfClosing)]
public sealed class MoneyTagHelper : TextTagHelper
{
    /// <summary>Unit behind the box: 元, 元/月, 元/年.</summary>
    public string Unit { get; set; } = "元";

    private protected override string InputMode => "decimal";
    private protected override string Css => "app-input--money";

    private protected override IHtmlContent Control(FieldState field) =>
        Html.Tag("div", "govuk-input__wrapper", base.Control(field), Html.Tag("div", "govuk-input__suffix", Unit).With("aria-hidden", "true"));
}

/// <summary>Identity number (公民身份号码). With <c>check</c> set, app.js asks that address at the 18th character.</summary>
[HtmlTargetElement("app-idno", TagStructure = TagStructure.NormalOrSelfClosing)]
public sealed class IdentityNumberTagHelper : TextTagHelper
{
    /// <summary>Address of the fragment that answers; it receives <c>number</c> and the form's other fields.</summary>
    public string? Check { get; set => field = value.OrNull(); }

    private protected override string Css => "app-input--id app-input--idno";

    private protected override IHtmlContent Control(FieldState field)
    {
        var input = Input(field).With("autocapitalize", "characters").With("data-check", Check).Copy(Extra);
        if (Check is null)
            return input;
        var answer = field.Id + "-check";
        input.With("aria-describedby", field.DescribedBy(Hint is not null, answer)).With("data-check-target", answer);
        return new HtmlContentBuilder().Add(input, Html.Tag("div", "app-check").With("id", answer).With("aria-live", "polite"));
    }
}

/// <summary>Several lines; with <c>max</c> it says how many characters (字) may be written and counts them.</summary>
[HtmlTargetElement("app-textarea", TagStructure = TagStructure.NormalOrSelfClosing)]
public sealed class TextareaTagHelper : FieldTagHelper
{
    public int Rows { get; set; } = 3;
    public int? Max { get; set; }

    private protected override IHtmlContent Control(FieldState field)
    {
        var count = field.Id + "-count";
        var box = Box(field, "textarea", "govuk-textarea").With("rows", Rows.ToString(null as IFormatProvider))
            .With("data-max", Max?.ToString(null as IFormatProvider)).Copy(Extra).Add("\n", field.Value);
        if (Max is null)
            return box;
        box.With("aria-describedby", field.DescribedBy(Hint is not null, count));
        return new HtmlContentBuilder().Add(box, Html.Tag("div", "govuk-hint app-count", $"最多 {Max} 字").With("id", count));
    }
}

internal static class CssClasses
{
    public static TagBuilder Also(this TagBuilder tag, string css)
    {
        if (css.Length > 0)
            tag.AddCssClass(css);
        return tag;
    }
}
