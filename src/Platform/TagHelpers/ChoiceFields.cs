using Microsoft.AspNetCore.Html;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.AspNetCore.Razor.TagHelpers;

namespace SocialAssistance.Platform.TagHelpers;

/// <summary>Fields with a list of answers: from <c>items</c>, from <c>options</c>, or from the enum behind <c>asp-for</c>.</summary>
public abstract class ChoiceFieldTagHelper : FieldTagHelper
{
    public IEnumerable<Choice>? Items { get; set; }

    /// <summary>Shorthand: <c>month:月|year:年</c>.</summary>
    public string? Options { get; set => field = value.OrNull(); }

    private protected IReadOnlyList<Choice> Choices =>
        Items?.ToArray() ?? (Options is null ? Choice.Of(For?.Metadata.ElementMetadata ?? For?.Metadata) : Choice.Parse(Options));

    private protected override string? Chosen(FieldState field)
    {
        var texts = Choices.Where(c => c.Value.Length > 0 && field.Values.Contains(c.Value)).Select(c => c.Text).ToArray();
        return texts.Length == 0 ? null : string.Join('、', texts);
    }
}

/// <summary>A native select; <c>empty</c> is the text of the blank first line.</summary>
[HtmlTargetElement("app-select", TagStructure = TagStructure.NormalOrSelfClosing)]
public sealed class SelectTagHelper : ChoiceFieldTagHelper
{
    /// <summary>Text of the blank first line; empty: every answer is a real one.</summary>
    public string? Empty { get; set; } = "请选择";

    private protected override IHtmlContent Control(FieldState field)
    {
        var select = Box(field, "select", "govuk-select").Copy(Extra);
        if (!string.IsNullOrEmpty(Empty))
            select.Add(Html.Tag("option", null, Empty).With("value", ""));
        foreach (var choice in Choices)
            select.Add(Html.Tag("option", null, choice.Text).With("value", choice.Value).Flag("selected", field.Values.Contains(choice.Value)));
        return select;
    }
}

/// <summary>One answer of a few, all visible; reasons carry their article in the hint.</summary>
[HtmlTargetElement("app-radios", TagStructure = TagStructure.NormalOrSelfClosing)]
public sealed class RadiosTagHelper : ChoiceFieldTagHelper
{
    public bool Inline { get; set; }

    private protected override bool IsGroup => true;

    private protected override IHtmlContent Control(FieldState field) =>
        ChoiceList.Draw("radio", "govuk-radios", Inline, field, Choices, Extra);
}

/// <summary>Any number of answers; a single true/false property makes one box with its label.</summary>
[HtmlTargetElement("app-checks", TagStructure = TagStructure.NormalOrSelfClosing)]
public sealed class ChecksTagHelper : ChoiceFieldTagHelper
{
    public bool Inline { get; set; }

    private bool IsSingle => For is not null && (Nullable.GetUnderlyingType(For.ModelExplorer.ModelType) ?? For.ModelExplorer.ModelType) == typeof(bool);

    private protected override bool IsGroup => !IsSingle;
    private protected override string? GroupCss => IsSingle ? "app-single" : null;

    private protected override IHtmlContent Control(FieldState field)
    {
        if (!IsSingle)
            return ChoiceList.Draw("checkbox", "govuk-checkboxes", Inline, field, Choices, Extra);
        var box = Html.Input("checkbox", field.Name, "true").Also("govuk-checkboxes__input").With("id", field.Id)
            .Flag("checked", field.Values.Contains("true")).With("aria-describedby", field.DescribedBy(Hint is not null)).Copy(Extra);
        var item = Html.Tag("div", "govuk-checkboxes__item", box,
            Html.Tag("label", "govuk-label govuk-checkboxes__label", LabelText(field)).With("for", field.Id));
        // The hidden "false" tells an unticked box from a missing field.
        return Html.Tag("div", "govuk-checkboxes govuk-checkboxes--small", item, Html.Input("hidden", field.Name, "false"));
    }

    private protected override IHtmlContent Body(FieldState field) =>
        IsSingle ? new HtmlContentBuilder().Add(ErrorOf(field), Control(field), HintOf(field)) : base.Body(field);
}

internal static class ChoiceList
{
    public static IHtmlContent Draw(string type, string css, bool inline, FieldState field, IReadOnlyList<Choice> choices, IEnumerable<TagHelperAttribute> extra)
    {
        var list = Html.Tag("div", css + " " + css + "--small" + (inline ? " " + css + "--inline" : ""));
        for (var i = 0; i < choices.Count; i++)
        {
            var (value, text, hint) = choices[i];
            var id = $"{field.Id}-{i}";
            list.Add(Html.Tag("div", css + "__item",
                Html.Input(type, field.Name, value).Also(css + "__input").With("id", id).Flag("checked", field.Values.Contains(value))
                    .With("aria-describedby", hint is null ? null : id + "-hint").Copy(extra),
                Html.Tag("label", $"govuk-label {css}__label", text).With("for", id),
                hint is null ? null : Html.Tag("div", $"govuk-hint {css}__hint", hint).With("id", id + "-hint")));
        }
        return list;
    }
}
