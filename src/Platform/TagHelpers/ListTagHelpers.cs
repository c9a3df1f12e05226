using Microsoft.AspNetCore.Html;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.AspNetCore.Mvc.ViewFeatures;
using Microsoft.AspNetCore.Razor.TagHelpers;

namespace SocialAssistance.Platform.TagHelpers;

/// <summary>One bar of conditions above a list: GET form, 查询, 清空条件, chosen conditions as removable chips.</summary>
[HtmlTargetElement("app-filter")]
public sealed class FilterTagHelper : TagHelper
{
    /// <summary>Query values to keep besides the fields, for example <c>tab,sort</c>.</summary>
    public string Keep { get; set; } = "tab,sort";

    [ViewContext, HtmlAttributeNotBound] public ViewContext ViewContext { get; set; } = null!;

    public override async Task ProcessAsync(TagHelperContext context, TagHelperOutput output)
    {
        var scope = new FilterScope();
        context.Items[typeof(FilterScope)] = scope;
        var fields = await output.GetChildContentAsync();
        var request = ViewContext.HttpContext.Request;
        var form = Html.Tag("form", "app-filter").With("method", "get").With("action", request.PathBase + request.Path)
            .With("role", "search").With("aria-label", "查询条件").With("autocomplete", "off").Copy(output.Attributes);
        var kept = Keep.Split(',', StringSplitOptions.RemoveEmptyEntries);
        foreach (var name in kept.Where(n => request.Query.ContainsKey(n)))
            form.Add(Html.Input("hidden", name, request.Query[name].ToString()));
        form.Add(Html.Tag("div", "app-filter__fields", fields,
            Html.Tag("div", "app-filter__go", Html.Tag("button", "govuk-button", "查询").With("type", "submit"),
                scope.Chips.Count == 0 ? null : Html.Tag("a", "govuk-link", "清空条件").With("href", Cleared(request, kept)))));
        output.Become(new HtmlContentBuilder().Add(form, Chips(request, scope)));
    }

    private static string Cleared(Microsoft.AspNetCore.Http.HttpRequest request, string[] kept) =>
        ListUrl.With(request, [.. request.Query.Keys.Where(k => !kept.Contains(k)).Select(k => (k, (string?)null))]);

    private static TagBuilder? Chips(Microsoft.AspNetCore.Http.HttpRequest request, FilterScope scope)
    {
        if (scope.Chips.Count == 0)
            return null;
        var list = Html.Tag("ul", "app-chips").With("aria-label", "已选条件");
        foreach (var (name, text) in scope.Chips)
            list.Add(Html.Tag("li", null, Html.Tag("a", "app-chip", text, Html.Tag("span", null, " ×").With("aria-hidden", "true"), Html.Hidden("，去掉此条件"))
                .With("href", ListUrl.With(request, (name, null), ("after", null), ("before", null), ("page", null)))));
        return list;
    }
}

/// <summary>Previous and next page of a keyset list; cursors come from the query that filled the page.</summary>
[HtmlTargetElement("app-pager", TagStructure = TagStructure.NormalOrSelfClosing)]
public sealed class PagerTagHelper : TagHelper
{
    /// <summary>Cursor of the last row shown when more rows follow; posted as <c>?after=</c>.</summary>
    public string? After { get; set => field = value.OrNull(); }

    /// <summary>Cursor of the first row shown when rows precede; posted as <c>?before=</c>.</summary>
    public string? Before { get; set => field = value.OrNull(); }

    public int? Total { get; set; }
    public string Unit { get; set; } = "户";

    [ViewContext, HtmlAttributeNotBound] public ViewContext ViewContext { get; set; } = null!;

    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        if (After is null && Before is null && Total is null)
        {
            output.SuppressOutput();
            return;
        }
        var request = ViewContext.HttpContext.Request;
        var nav = Html.Tag("nav", "app-pager").With("aria-label", "翻页");
        if (Before is not null)
            nav.Add(Html.Tag("a", "govuk-link", "‹ 上一页").With("rel", "prev").With("href", ListUrl.With(request, ("before", Before), ("after", null))));
        if (After is not null)
            nav.Add(Html.Tag("a", "govuk-link", "下一页 ›").With("rel", "next").With("href", ListUrl.With(request, ("after", After), ("before", null))));
        if (Total is not null)
            nav.Add(Html.Tag("span", null, $"共 {Total} {Unit}"));
        output.Become(nav);
    }
}

/// <summary>Check box of one row; the label names the row for screen readers.</summary>
[HtmlTargetElement("app-pick", TagStructure = TagStructure.NormalOrSelfClosing)]
public sealed class PickTagHelper : TagHelper
{
    public string Name { get; set; } = "Ids";
    public string Value { get; set; } = "";
    public string Label { get; set; } = "";
    public bool Checked { get; set; }

    public override void Process(TagHelperContext context, TagHelperOutput output) =>
        // The label around it is what a finger hits; it has no words of its own.
        output.Become(Html.Tag("label", "app-pick-area", Html.Input("checkbox", Name, Value).Also("app-pick").With("aria-label", "选择 " + Label)
            .Flag("checked", Checked).With("data-pick", "").Copy(output.Attributes)));
}

/// <summary>Bar under a selectable table: 已选 N 户, 选择全部 137 户 (posted as <c>__all=true</c>) and the action buttons.</summary>
[HtmlTargetElement("app-bulk")]
public sealed class BulkTagHelper : TagHelper
{
    /// <summary>Name of the field that says "all rows of this query, other pages too".</summary>
    public const string AllField = "__all";

    public int Total { get; set; }
    public string Unit { get; set; } = "户";

    public override async Task ProcessAsync(TagHelperContext context, TagHelperOutput output)
    {
        var buttons = await output.GetChildContentAsync();
        output.Become(Html.Tag("div", "app-bulk",
            Html.Tag("span", "app-bulk__count").With("data-picked", Unit).With("role", "status"),
            Html.Tag("label", "app-bulk__all", Html.Input("checkbox", AllField, "true").With("data-pick-all", ""), $" 选择全部 {Total} {Unit}（含其他页）"),
            buttons).With("data-bulk", ""));
    }
}

/// <summary>Says that there is nothing, and offers the one next step.</summary>
[HtmlTargetElement("app-empty")]
public sealed class EmptyTagHelper : TagHelper
{
    public override async Task ProcessAsync(TagHelperContext context, TagHelperOutput output) =>
        output.Become(Html.Tag("p", "app-empty", await output.GetChildContentAsync()));
}
