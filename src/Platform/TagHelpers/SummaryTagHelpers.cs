using Microsoft.AspNetCore.Html;
using Microsoft.AspNetCore.Razor.TagHelpers;

namespace SocialAssistance.Platform.TagHelpers;

/// <summary>A titled box; <c>href</c> and <c>action</c> make the link on the right (修改).</summary>
[HtmlTargetElement("app-card")]
public sealed class CardTagHelper : TagHelper
{
    public string Title { get; set; } = "";
    public string? Href { get; set => field = value.OrNull(); }
    public string Action { get; set; } = "修改";

    public override async Task ProcessAsync(TagHelperContext context, TagHelperOutput output)
    {
        var link = Href is null ? null : Html.Tag("a", "govuk-link", Action, Html.Hidden(Title)).With("href", Href);
        output.Become(Html.Tag("section", "govuk-summary-card",
            Html.Tag("div", "govuk-summary-card__title-wrapper", Html.Tag("h2", "govuk-summary-card__title", Title),
                link is null ? null : Html.Tag("div", "govuk-summary-card__actions", link)),
            Html.Tag("div", "govuk-summary-card__content", await output.GetChildContentAsync())).Copy(output.Attributes));
    }
}

/// <summary>Named values one under the other; children are app-row-of.</summary>
[HtmlTargetElement("app-summary")]
public sealed class SummaryTagHelper : TagHelper
{
    public override async Task ProcessAsync(TagHelperContext context, TagHelperOutput output) =>
        output.Become(Html.Tag("dl", "govuk-summary-list", await output.GetChildContentAsync()));
}

/// <summary>One value of a summary; an empty one reads 未填写.</summary>
[HtmlTargetElement("app-item", ParentTag = "app-summary")]
public sealed class SummaryItemTagHelper : TagHelper
{
    public string Label { get; set; } = "";
    public string? Href { get; set => field = value.OrNull(); }
    public string Action { get; set; } = "修改";
    public string None { get; set; } = "未填写";

    public override async Task ProcessAsync(TagHelperContext context, TagHelperOutput output)
    {
        var value = await output.GetChildContentAsync();
        output.Become(Html.Tag("div", "govuk-summary-list__row",
            Html.Tag("dt", "govuk-summary-list__key", Label),
            Html.Tag("dd", "govuk-summary-list__value", value.IsEmptyOrWhiteSpace ? Html.Tag("span", "app-none", None) : value),
            Href is null ? null : Html.Tag("dd", "govuk-summary-list__actions", Html.Tag("a", "govuk-link", Action, Html.Hidden(Label)).With("href", Href))));
    }
}

/// <summary>Two records side by side; children are app-pair. Differences carry the word 不同 and a background.</summary>
[HtmlTargetElement("app-compare")]
public sealed class CompareTagHelper : TagHelper
{
    public string Caption { get; set; } = "";
    public string Left { get; set; } = "";
    public string Right { get; set; } = "";

    public override async Task ProcessAsync(TagHelperContext context, TagHelperOutput output)
    {
        var head = Html.Tag("tr", "govuk-table__row");
        foreach (var text in new[] { "项目", Left, Right, "比较" })
            head.Add(Html.Tag("th", "govuk-table__header", text).With("scope", "col"));
        output.Become(Html.Tag("table", "govuk-table app-table app-compare",
            Html.Tag("caption", "govuk-table__caption", Caption), Html.Tag("thead", "govuk-table__head", head),
            Html.Tag("tbody", "govuk-table__body", await output.GetChildContentAsync())));
    }
}

/// <summary>One line of a comparison.</summary>
[HtmlTargetElement("app-pair", ParentTag = "app-compare", TagStructure = TagStructure.NormalOrSelfClosing)]
public sealed class PairTagHelper : TagHelper
{
    public string Label { get; set; } = "";
    public string? Left { get; set => field = value.OrNull(); }
    public string? Right { get; set => field = value.OrNull(); }

    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        var differs = !string.Equals(Left?.Trim() ?? "", Right?.Trim() ?? "", StringComparison.Ordinal);
        output.Become(Html.Tag("tr", "govuk-table__row" + (differs ? " app-compare__differs" : ""),
            Html.Tag("th", "govuk-table__header", Label).With("scope", "row"),
            Html.Tag("td", "govuk-table__cell", Show.Or(Left)), Html.Tag("td", "govuk-table__cell", Show.Or(Right)),
            Html.Tag("td", "govuk-table__cell", differs ? "不同" : "相同")));
    }
}

/// <summary>What a change changed: before → after; children are app-change.</summary>
[HtmlTargetElement("app-diff")]
public sealed class DiffTagHelper : TagHelper
{
    public override async Task ProcessAsync(TagHelperContext context, TagHelperOutput output) =>
        output.Become(Html.Tag("dl", "app-diff", await output.GetChildContentAsync()));
}

/// <summary>One changed value.</summary>
[HtmlTargetElement("app-change", ParentTag = "app-diff", TagStructure = TagStructure.NormalOrSelfClosing)]
public sealed class ChangeTagHelper : TagHelper
{
    public string Label { get; set; } = "";
    public string? Before { get; set => field = value.OrNull(); }
    public string? After { get; set => field = value.OrNull(); }

    public override void Process(TagHelperContext context, TagHelperOutput output) =>
        output.Become(Html.Tag("div", null, Html.Tag("dt", null, Label), Html.Tag("dd", null,
            Html.Tag("del", null, Show.Or(Before, "（空）")), Html.Hidden("改为"), Html.Tag("span", null, " → ").With("aria-hidden", "true"),
            Html.Tag("ins", null, Show.Or(After, "（空）")))));
}
