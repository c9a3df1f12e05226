using System.Globalization;
using Microsoft.AspNetCore.Html;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.AspNetCore.Razor.TagHelpers;

namespace SocialAssistance.Platform.TagHelpers;

/// <summary>One step of a calculation: what, the formula with its numbers, the result, the 文号 and article.</summary>
public sealed record ExplainStep(string Label, string Formula, string Result, string Source, string? SourceHref = null, bool Strong = false);

/// <summary>Why this amount: the calculation as a table, one sentence for the citizen above it, versions below.</summary>
[HtmlTargetElement("app-explain")]
public sealed class ExplainTagHelper : TagHelper
{
    public IEnumerable<ExplainStep> Steps { get; set; } = [];
    public string Caption { get; set; } = "测算说明";

    /// <summary>Parameter versions and calculation id, 「参数版本 2023-01-01 ｜ 测算编号 …」.</summary>
    public string? Versions { get; set => field = value.OrNull(); }

    public override async Task ProcessAsync(TagHelperContext context, TagHelperOutput output)
    {
        var sentence = await output.GetChildContentAsync();
        var head = Html.Tag("tr", "govuk-table__row");
        foreach (var text in new[] { "步", "事项", "计算", "结果（元）", "依据" })
            head.Add(Html.Tag("th", "govuk-table__header" + (text[0] == '结' ? " govuk-table__header--numeric" : ""), text).With("scope", "col"));
        var body = Html.Tag("tbody", "govuk-table__body");
        foreach (var (step, i) in Steps.Select((s, i) => (s, i + 1)))
            body.Add(Row(step, i));
        var table = Html.Tag("table", "govuk-table app-table app-table--stack app-explain__table",
            Html.Tag("caption", "govuk-table__caption", Caption), Html.Tag("thead", "govuk-table__head", head), body);
        output.Become(Html.Tag("section", "app-explain",
            sentence.IsEmptyOrWhiteSpace ? null : Html.Tag("div", "app-explain__sentence", sentence),
            table, Versions is null ? null : Html.Tag("p", "govuk-hint app-explain__versions", Versions)));
    }

    private static TagBuilder Row(ExplainStep step, int number)
    {
        object source = step.SourceHref is null ? step.Source : Html.Tag("a", "govuk-link", step.Source).With("href", step.SourceHref);
        return Html.Tag("tr", "govuk-table__row" + (step.Strong ? " app-explain__strong" : ""),
            Cell("步", number.ToString(CultureInfo.InvariantCulture)), Cell("事项", step.Label), Cell("计算", step.Formula),
            Cell("结果（元）", step.Result).Also("govuk-table__cell--numeric"), Cell("依据", source));
    }

    private static TagBuilder Cell(string label, object content) => Html.Tag("td", "govuk-table__cell", content).With("data-label", label);
}

/// <summary>
/// The live meter: its content is the server's fragment (partial _Meter or your own); app.js posts the form to
/// <c>url</c> 400 ms after a change and replaces the content. Without script it shows the last saved calculation.
/// </summary>
[HtmlTargetElement("app-meter")]
public sealed class MeterTagHelper : TagHelper
{
    public string Url { get; set; } = "";

    /// <summary>Id of the form to post.</summary>
    public string Form { get; set; } = "";

    public override async Task ProcessAsync(TagHelperContext context, TagHelperOutput output) =>
        output.Become(Html.Tag("aside", "app-meter", Html.Tag("h2", "app-meter__title", "实时测算"),
            Html.Tag("div", "app-meter__body", await output.GetChildContentAsync()).With("data-meter", Url).With("data-form", Form),
            Html.Tag("p", "govuk-visually-hidden").With("role", "status").With("data-meter-said", ""))
            .With("aria-label", "实时测算"));
}

/// <summary>A line of the meter: 人均月收入 444.00. <c>strong</c> marks the decisive one.</summary>
[HtmlTargetElement("app-figure")]
public sealed class FigureTagHelper : TagHelper
{
    public string Label { get; set; } = "";
    public bool Strong { get; set; }

    public override async Task ProcessAsync(TagHelperContext context, TagHelperOutput output) =>
        output.Become(Html.Tag("div", Strong ? "app-figure app-figure--strong" : "app-figure",
            Html.Tag("span", "app-figure__label", Label), Html.Tag("span", "app-figure__value", await output.GetChildContentAsync())));
}

/// <summary>One bar of a bar chart.</summary>
public sealed record Bar(string Label, decimal Value, string? Text = null, string? Href = null);

/// <summary>Horizontal bars as SVG with their numbers as text; widths are attributes, so no inline style is needed.</summary>
[HtmlTargetElement("app-bars", TagStructure = TagStructure.NormalOrSelfClosing)]
public sealed class BarsTagHelper : TagHelper
{
    public IEnumerable<Bar> Bars { get; set; } = [];
    public string Caption { get; set; } = "";

    /// <summary>Value of the full width; by default the largest bar.</summary>
    public decimal? Max { get; set; }

    /// <summary>Draws a line at this value (an 80 % threshold, the standard).</summary>
    public decimal? Mark { get; set; }

    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        var bars = Bars.ToList();
        var max = Max ?? Math.Max(bars.Select(b => b.Value).DefaultIfEmpty().Max(), Mark ?? 0);
        var body = Html.Tag("tbody");
        foreach (var bar in bars)
            body.Add(Html.Tag("tr", null,
                Html.Tag("th", null, bar.Href is null ? bar.Label : Html.Tag("a", "govuk-link", bar.Label).With("href", bar.Href)).With("scope", "row"),
                Html.Tag("td", "app-bars__number", bar.Text ?? FieldState.Text(bar.Value)),
                Html.Tag("td", "app-bars__bar", Svg(bar.Value, max, Mark)).With("aria-hidden", "true")));
        output.Become(Html.Tag("table", "app-bars", Html.Tag("caption", "govuk-table__caption", Caption), body));
    }

    internal static TagBuilder Svg(decimal value, decimal max, decimal? mark)
    {
        var svg = Html.Tag("svg", "app-bar").With("viewBox", "0 0 100 12").With("preserveAspectRatio", "none").With("focusable", "false");
        svg.Add(Rectangle("app-bar__track", 0, 100), Rectangle("app-bar__value", 0, Percent(value, max)));
        return mark is { } at ? svg.Add(Rectangle("app-bar__mark", Math.Min(99, Percent(at, max)), 1)) : svg;
    }

    private static TagBuilder Rectangle(string css, decimal x, decimal width) =>
        Html.Tag("rect", css).With("x", Number(x)).With("y", "0").With("width", Number(width)).With("height", "12");

    private static decimal Percent(decimal value, decimal max) => max <= 0 ? 0 : Math.Clamp(Math.Round(value * 100 / max, 1), 0, 100);

    private static string Number(decimal value) => value.ToString("0.#", CultureInfo.InvariantCulture);
}
