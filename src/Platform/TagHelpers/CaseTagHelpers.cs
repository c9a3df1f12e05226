using Microsoft.AspNetCore.Html;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.AspNetCore.Mvc.ViewFeatures;
using Microsoft.AspNetCore.Razor.TagHelpers;

namespace SocialAssistance.Platform.TagHelpers;

/// <summary>Identity bar of a case: who it is about, on every tab. Children are app-fact and app-tag.</summary>
[HtmlTargetElement("app-idbar")]
public sealed class IdentityBarTagHelper : TagHelper
{
    public string Heading { get; set; } = "";

    public override async Task ProcessAsync(TagHelperContext context, TagHelperOutput output) =>
        output.Become(Html.Tag("section", "app-idbar", Html.Tag("h1", "app-idbar__name", Heading),
            Html.Tag("div", "app-idbar__facts", await output.GetChildContentAsync())).With("aria-label", "本户信息"));
}

/// <summary>One named value: <c>&lt;app-fact label="村"&gt;新村&lt;/app-fact&gt;</c>.</summary>
[HtmlTargetElement("app-fact")]
public sealed class FactTagHelper : TagHelper
{
    public string? Label { get; set => field = value.OrNull(); }

    public override async Task ProcessAsync(TagHelperContext context, TagHelperOutput output)
    {
        var value = await output.GetChildContentAsync();
        output.Become(Html.Tag("span", "app-fact", Label is null ? null : Html.Tag("span", "app-fact__label", Label + "："), value));
    }
}

/// <summary>Tabs that are links; each is an app-link.</summary>
[HtmlTargetElement("app-tabs")]
public sealed class TabsTagHelper : TagHelper
{
    public string Label { get; set; } = "本户页面";

    public override async Task ProcessAsync(TagHelperContext context, TagHelperOutput output)
    {
        context.Items[typeof(TabsTagHelper)] = this;
        output.Become(Html.Tag("nav", "app-tabs", Html.Tag("ul", null, await output.GetChildContentAsync())).With("aria-label", Label));
    }
}

/// <summary>One tab or step: current when its address is the page's, or when said so.</summary>
[HtmlTargetElement("app-link")]
public sealed class LinkTagHelper : TagHelper
{
    public string Href { get; set; } = "";
    public bool? Current { get; set; }
    public int? Count { get; set; }

    /// <summary>In app-steps: the step is finished.</summary>
    public bool Done { get; set; }

    [ViewContext, HtmlAttributeNotBound] public ViewContext ViewContext { get; set; } = null!;

    public override async Task ProcessAsync(TagHelperContext context, TagHelperOutput output)
    {
        var text = await output.GetChildContentAsync();
        var request = ViewContext.HttpContext.Request;
        var here = Current ?? (Href.Contains('?')
            ? string.Equals(request.Path + request.QueryString, Href, StringComparison.OrdinalIgnoreCase)
            : string.Equals(request.Path, Href, StringComparison.OrdinalIgnoreCase));
        object inner = Href.Length == 0
            ? Html.Tag("span", null, text)
            : Html.Tag("a", null, text, Count is null ? null : Html.Tag("span", "app-count-badge", Count)).With("href", Href).With("aria-current", here ? "page" : null);
        output.Become(Html.Tag("li", (here ? "is-current " : "") + (Done ? "is-done" : ""), inner, Done ? Html.Hidden("，已填好") : null));
    }
}

/// <summary>The steps of an acceptance: a numbered list with free jumping; children are app-link.</summary>
[HtmlTargetElement("app-steps")]
public sealed class StepsTagHelper : TagHelper
{
    public string Label { get; set; } = "办理步骤";

    public override async Task ProcessAsync(TagHelperContext context, TagHelperOutput output) =>
        output.Become(Html.Tag("nav", "app-steps", Html.Tag("ol", null, await output.GetChildContentAsync())).With("aria-label", Label));
}

/// <summary>What has to be done in a case; children are app-task.</summary>
[HtmlTargetElement("app-tasklist")]
public sealed class TaskListTagHelper : TagHelper
{
    public override async Task ProcessAsync(TagHelperContext context, TagHelperOutput output) =>
        output.Become(Html.Tag("ul", "govuk-task-list", await output.GetChildContentAsync()));
}

/// <summary>One task: title, address while it may be done, status word; without <c>meaning</c> the word stays plain, as 已完成 should.</summary>
[HtmlTargetElement("app-task", ParentTag = "app-tasklist")]
public sealed class TaskTagHelper : TagHelper
{
    public string Title { get; set; } = "";
    public string? Href { get; set => field = value.OrNull(); }
    public string Status { get; set; } = "";
    public TagMeaning Meaning { get; set; }

    public override async Task ProcessAsync(TagHelperContext context, TagHelperOutput output)
    {
        var hint = await output.GetChildContentAsync();
        object title = Href is null ? Title : Html.Tag("a", "govuk-link govuk-task-list__link", Title).With("href", Href);
        object status = context.AllAttributes.ContainsName("meaning") ? StatusTagTagHelper.Draw(Meaning, Status) : Status;
        output.Become(Html.Tag("li", "govuk-task-list__item" + (Href is null ? "" : " govuk-task-list__item--with-link"),
            Html.Tag("div", "govuk-task-list__name-and-hint", title, hint.IsEmptyOrWhiteSpace ? null : Html.Tag("div", "govuk-task-list__hint", hint)),
            Html.Tag("div", "govuk-task-list__status", status)));
    }
}

/// <summary>What happened, newest first; children are app-event.</summary>
[HtmlTargetElement("app-timeline")]
public sealed class TimelineTagHelper : TagHelper
{
    public override async Task ProcessAsync(TagHelperContext context, TagHelperOutput output) =>
        output.Become(Html.Tag("ol", "app-timeline", await output.GetChildContentAsync()));
}

/// <summary>One event: when, who, what in a plain sentence.</summary>
[HtmlTargetElement("app-event", ParentTag = "app-timeline")]
public sealed class EventTagHelper : TagHelper
{
    public string Title { get; set; } = "";
    public DateTimeOffset At { get; set; }
    public string? By { get; set => field = value.OrNull(); }

    public override async Task ProcessAsync(TagHelperContext context, TagHelperOutput output)
    {
        var detail = await output.GetChildContentAsync();
        output.Become(Html.Tag("li", null, Html.Tag("div", "app-timeline__title", Title),
            Html.Tag("div", "app-timeline__meta", Html.Tag("time", null, Show.Time(At)).With("datetime", At.ToString("O")), By is null ? null : " " + By),
            detail.IsEmptyOrWhiteSpace ? null : Html.Tag("div", "app-timeline__detail", detail)));
    }
}
