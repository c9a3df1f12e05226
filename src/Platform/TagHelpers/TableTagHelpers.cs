using Microsoft.AspNetCore.Html;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.AspNetCore.Mvc.ViewFeatures;
using Microsoft.AspNetCore.Razor.TagHelpers;

namespace SocialAssistance.Platform.TagHelpers;

internal sealed class TableScope
{
    public List<ColumnTagHelper> Columns { get; } = [];
}

internal sealed class RowScope
{
    public int Next { get; set; }
}

/// <summary>
/// A dense table: caption with count and order, sort links, stacked on phones. Write app-col once per column, then
/// plain tr and td; number alignment and the labels of the stacked form come from the columns.
/// </summary>
[HtmlTargetElement("app-table")]
public sealed class TableTagHelper : TagHelper
{
    public string Caption { get; set; } = "";
    public bool CaptionHidden { get; set; }

    /// <summary>Rows on this page; 0 shows <c>empty</c> instead of the table.</summary>
    public int? Count { get; set; }

    public string Empty { get; set; } = "没有符合条件的记录。请减少条件后再查询。";

    /// <summary>scroll keeps columns on phones (money matrices); stack (default) makes cards.</summary>
    public string Phone { get; set; } = "stack";

    [ViewContext, HtmlAttributeNotBound] public ViewContext ViewContext { get; set; } = null!;

    public override async Task ProcessAsync(TagHelperContext context, TagHelperOutput output)
    {
        var scope = new TableScope();
        context.Items[typeof(TableScope)] = scope;
        var rows = await output.GetChildContentAsync();
        if (Count == 0)
        {
            output.Become(Html.Tag("p", "app-empty", Empty));
            return;
        }
        var sort = ViewContext.HttpContext.Request.Query["sort"].ToString();
        var head = Html.Tag("tr", "govuk-table__row");
        foreach (var column in scope.Columns)
            head.Add(column.Heading(ViewContext, sort));
        var table = Html.Tag("table", "govuk-table app-table app-table--" + Phone,
            Html.Tag("caption", "govuk-table__caption" + (CaptionHidden ? " govuk-visually-hidden" : ""), Caption),
            Html.Tag("thead", "govuk-table__head", head),
            Html.Tag("tbody", "govuk-table__body", rows)).Copy(output.Attributes);
        output.Become(Phone == "scroll"
            ? Html.Tag("div", "app-scroll", table).With("tabindex", "0").With("role", "region").With("aria-label", Caption)
            : table);
    }
}

/// <summary>One column; <c>num</c> aligns right with equal digits, <c>sort</c> names the key posted as <c>?sort=</c> (<c>-key</c> descending).</summary>
[HtmlTargetElement("app-col", ParentTag = "app-table")]
public sealed class ColumnTagHelper : TagHelper
{
    public bool Num { get; set; }
    public string? Sort { get; set => field = value.OrNull(); }

    /// <summary>Column of check boxes; no label on phones.</summary>
    public bool Select { get; set; }

    /// <summary>Left out of the cards on phones; five values per card are enough.</summary>
    public bool Wide { get; set; }

    internal string Label { get; private set; } = "";

    public override async Task ProcessAsync(TagHelperContext context, TagHelperOutput output)
    {
        var content = await output.GetChildContentAsync();
        Label = System.Net.WebUtility.HtmlDecode(content.GetContent()).Trim();
        if (context.Items.TryGetValue(typeof(TableScope), out var scope))
            ((TableScope)scope).Columns.Add(this);
        output.SuppressOutput();
    }

    internal TagBuilder Heading(ViewContext view, string sort)
    {
        var th = Html.Tag("th", "govuk-table__header" + (Num ? " govuk-table__header--numeric" : "")).With("scope", "col");
        if (Select)
            return th.Also("app-table__select").Add(Html.Hidden(Label.Length > 0 ? Label : "选择"));
        if (Sort is null)
            return th.Add(Label);
        var (up, down) = (sort == Sort, sort == "-" + Sort);
        var url = ListUrl.With(view.HttpContext.Request, ("sort", up ? "-" + Sort : Sort), ("after", null), ("before", null), ("page", null));
        var mark = up ? "▲" : down ? "▼" : "";
        return th.With("aria-sort", up ? "ascending" : down ? "descending" : null)
            .Add(Html.Tag("a", "app-sort", Label, mark.Length == 0 ? null : Html.Tag("span", null, " " + mark).With("aria-hidden", "true")).With("href", url));
    }
}

/// <summary>Rows written inside app-table.</summary>
[HtmlTargetElement("tr")]
public sealed class TableRowTagHelper : TagHelper
{
    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        if (!context.Items.ContainsKey(typeof(TableScope)))
            return;
        context.Items[typeof(RowScope)] = new RowScope();
        output.AddCss("govuk-table__row");
    }
}

/// <summary>Cells written inside app-table: they get the column's alignment and its name for phones.</summary>
[HtmlTargetElement("td", ParentTag = "tr")]
[HtmlTargetElement("th", ParentTag = "tr")]
public sealed class TableCellTagHelper : TagHelper
{
    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        if (!context.Items.TryGetValue(typeof(TableScope), out var table) || !context.Items.TryGetValue(typeof(RowScope), out var row))
            return;
        var columns = ((TableScope)table).Columns;
        var index = ((RowScope)row).Next;
        ((RowScope)row).Next += context.AllAttributes.TryGetAttribute("colspan", out var span)
            && int.TryParse(span.Value?.ToString(), out var width) ? width : 1;
        output.AddCss(context.TagName == "th" ? "govuk-table__header" : "govuk-table__cell");
        if (index >= columns.Count)
            return;
        var column = columns[index];
        if (column.Num)
            output.AddCss("govuk-table__cell--numeric");
        if (column.Wide)
            output.AddCss("app-table__wide");
        if (column.Select)
            output.AddCss("app-table__select");
        else if (column.Label.Length > 0)
            output.Attributes.SetAttribute("data-label", column.Label);
    }
}

internal static class OutputCss
{
    public static void AddCss(this TagHelperOutput output, string css)
    {
        var existing = output.Attributes.TryGetAttribute("class", out var attribute) ? attribute.Value?.ToString() + " " : "";
        output.Attributes.SetAttribute("class", existing + css);
    }
}
