using System.Collections;
using Microsoft.AspNetCore.Html;
using Microsoft.AspNetCore.Mvc.ModelBinding;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.AspNetCore.Mvc.ViewFeatures;
using Microsoft.AspNetCore.Razor.TagHelpers;

namespace SocialAssistance.Platform.TagHelpers;

/// <summary>
/// Rows that can be added and removed. Each row is the partial <c>partial</c> (its model is one element).
/// Without script the buttons post <c>__rows=add:Members</c> / <c>remove:Members:2</c>; see <see cref="RowCommands"/>.
/// </summary>
[HtmlTargetElement("app-rows", TagStructure = TagStructure.NormalOrSelfClosing)]
public sealed class RowsTagHelper(IHtmlHelper html, IModelMetadataProvider metadata) : TagHelper
{
    [HtmlAttributeName("asp-for")] public ModelExpression For { get; set; } = null!;

    /// <summary>Partial view of one row, beside the page.</summary>
    public string Partial { get; set; } = "";

    /// <summary>Word of the add button, 添加成员.</summary>
    public string Add { get; set; } = "添加一行";

    /// <summary>What one row is called, for the remove button and the row's heading: 成员.</summary>
    public string Item { get; set; } = "行";

    /// <summary>Rows at the beginning that cannot be removed (the applicant).</summary>
    public int Locked { get; set; }

    /// <summary>Empty rows to offer when there are fewer.</summary>
    public int Minimum { get; set; } = 1;

    [ViewContext, HtmlAttributeNotBound] public ViewContext ViewContext { get; set; } = null!;

    public override async Task ProcessAsync(TagHelperContext context, TagHelperOutput output)
    {
        ((IViewContextAware)html).Contextualize(ViewContext);
        var name = ViewContext.ViewData.TemplateInfo.GetFullHtmlFieldName(For.Name);
        var elements = (For.Model as IEnumerable)?.Cast<object>().ToList() ?? [];
        var type = For.Metadata.ElementType ?? throw new InvalidOperationException($"{name} is not a list.");
        while (elements.Count < Minimum)
            elements.Add(Activator.CreateInstance(type)!);

        var box = Html.Tag("div", "app-rows").With("data-rows", name).Copy(output.Attributes);
        for (var i = 0; i < elements.Count; i++)
            box.Add(await Row(name, i.ToString(null as IFormatProvider), elements[i], i >= Locked));
        var blank = await Row(name, "__i__", Activator.CreateInstance(type)!, true);
        box.Add(Html.Tag("template", null, blank), Removed.Draw(ViewContext, name, Item));
        box.Add(Html.Tag("button", "govuk-button govuk-button--secondary app-rows__add", "+ " + Add)
            .With("type", "submit").With("name", RowCommands.Field).With("value", "add:" + name).With("data-row-add", ""));
        output.Become(box);
    }

    private async Task<IHtmlContent> Row(string name, string index, object element, bool removable)
    {
        var prefix = $"{name}[{index}]";
        var data = new ViewDataDictionary(metadata, ViewContext.ModelState) { Model = element };
        foreach (var (key, value) in ViewContext.ViewData)
            data[key] = value;
        data.Model = element;
        data.TemplateInfo.HtmlFieldPrefix = prefix;
        var fields = await html.PartialAsync(Partial, element, data);
        var row = Html.Tag("div", "app-row", Html.Tag("div", "app-row__fields", fields)).With("data-row", "").With("role", "group")
            .With("aria-label", index == "__i__" ? Item : $"{Item} {int.Parse(index, null) + 1}");
        return !removable ? row : row.Add(Html.Tag("button", "app-link-button app-row__remove", "移除", Html.Hidden(Item))
            .With("type", "submit").With("name", RowCommands.Field).With("value", $"remove:{name}:{index}").With("data-row-remove", ""));
    }
}
