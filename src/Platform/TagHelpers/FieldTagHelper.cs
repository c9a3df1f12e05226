using Microsoft.AspNetCore.Html;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.AspNetCore.Mvc.ViewFeatures;
using Microsoft.AspNetCore.Razor.TagHelpers;

namespace SocialAssistance.Platform.TagHelpers;

/// <summary>Base of all fields: label, hint and error around one control. Use <c>asp-for</c>, or <c>name</c> in filter bars.</summary>
public abstract class FieldTagHelper : TagHelper
{
    [HtmlAttributeName("asp-for")] public ModelExpression? For { get; set; }

    /// <summary>Posted name; with <c>asp-for</c> it overrides the property's name.</summary>
    public string? Name { get; set => field = value.OrNull(); }

    public string? Id { get; set => field = value.OrNull(); }

    /// <summary>Defaults to [Display(Name)] of the property.</summary>
    public string? Label { get; set => field = value.OrNull(); }

    public string? Hint { get; set => field = value.OrNull(); }

    /// <summary>Adds（选填）; mandatory fields carry no mark.</summary>
    public bool Optional { get; set; }

    /// <summary>Keeps the label for screen readers only, as in rows under a shared heading.</summary>
    public bool LabelHidden { get; set; }

    /// <summary>Width of the box in characters: 2, 3, 4, 5, 10, 20 or 30.</summary>
    public string? Width { get; set => field = value.OrNull(); }

    /// <summary>Shown instead of the model's value.</summary>
    public object? Value { get; set; }

    [ViewContext, HtmlAttributeNotBound] public ViewContext ViewContext { get; set; } = null!;

    internal virtual bool KeepsTyped => true;
    private protected virtual bool IsGroup => false;
    private protected virtual string? GroupCss => null;

    private protected IReadOnlyList<TagHelperAttribute> Extra { get; private set; } = [];

    private protected abstract IHtmlContent Control(FieldState field);

    /// <summary>How the chosen value reads in a filter chip; null for none.</summary>
    private protected virtual string? Chosen(FieldState field) => string.IsNullOrEmpty(field.Value) ? null : field.Value;

    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        Extra = [.. output.Attributes.Where(a => a.Name != "class" || !IsGroup)];
        var field = FieldState.Of(this);
        FormScope.Of(ViewContext)?.Register(field, IsGroup ? field.Id + "-0" : field.Id);
        if (FilterScope.Of(context) is { } filter && Chosen(field) is { } text)
            filter.Chips.Add((field.Name, $"{field.Label}：{text}"));

        var group = Html.Tag("div", "govuk-form-group" + (field.HasError ? " govuk-form-group--error" : ""));
        output.Become(group.Also(GroupCss ?? "").Add(Body(field)));
    }

    private protected virtual IHtmlContent Body(FieldState field) => IsGroup
        ? Fieldset(field)
        : new HtmlContentBuilder().Add(LabelOf(field), HintOf(field), ErrorOf(field), Control(field));

    private protected TagBuilder Box(FieldState field, string tag, string css)
    {
        var box = (tag == "input" ? Html.Void(tag, css) : Html.Tag(tag, css)).With("id", field.Id).With("name", field.Name);
        if (field.HasError)
            box.AddCssClass(css.Split(' ')[0] + "--error");
        if (Width is not null)
            box.AddCssClass("govuk-input--width-" + Width);
        return box.With("aria-describedby", field.DescribedBy(Hint is not null)).With("aria-invalid", field.HasError ? "true" : null);
    }

    private TagBuilder Fieldset(FieldState field) =>
        Html.Tag("fieldset", "govuk-fieldset",
                Html.Tag("legend", "govuk-fieldset__legend govuk-fieldset__legend--s" + (LabelHidden ? " govuk-visually-hidden" : ""), LabelText(field)),
                HintOf(field), ErrorOf(field), Control(field))
            .With("id", field.Id).With("aria-describedby", field.DescribedBy(Hint is not null));

    private TagBuilder LabelOf(FieldState field) =>
        Html.Tag("label", LabelHidden ? "govuk-label govuk-visually-hidden" : "govuk-label", LabelText(field)).With("for", field.Id);

    private protected string LabelText(FieldState field) => Optional ? field.Label + "（选填）" : field.Label;

    private protected TagBuilder? HintOf(FieldState field) =>
        Hint is null ? null : Html.Tag("div", "govuk-hint", Hint).With("id", field.HintId);

    private protected static TagBuilder? ErrorOf(FieldState field) => !field.HasError ? null
        : Html.Tag("p", "govuk-error-message", Html.Hidden("需要修改："), string.Join("；", field.Errors)).With("id", field.ErrorId);
}
