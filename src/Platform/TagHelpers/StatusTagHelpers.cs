using Microsoft.AspNetCore.Html;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.AspNetCore.Razor.TagHelpers;

namespace SocialAssistance.Platform.TagHelpers;

/// <summary>The five meanings of colour; the words always stand beside.</summary>
public enum TagMeaning
{
    /// <summary>grey: draft, closed</summary>
    Neutral,
    /// <summary>blue: in progress</summary>
    Progress,
    /// <summary>amber: needs attention</summary>
    Attention,
    /// <summary>red: overdue, objection</summary>
    Alert,
    /// <summary>green: in benefit, success</summary>
    Good,
}

/// <summary>A status word: <c>&lt;app-tag meaning="Progress"&gt;已受理&lt;/app-tag&gt;</c>.</summary>
[HtmlTargetElement("app-tag")]
public sealed class StatusTagTagHelper : TagHelper
{
    public TagMeaning Meaning { get; set; }

    public override async Task ProcessAsync(TagHelperContext context, TagHelperOutput output) =>
        output.Become(Draw(Meaning, await output.GetChildContentAsync()).Copy(output.Attributes));

    internal static TagBuilder Draw(TagMeaning meaning, object content) =>
        Html.Tag("strong", "govuk-tag app-tag--" + meaning.ToString().ToLowerInvariant(), content);
}

/// <summary>Working days left: 剩 5 个工作日，12月9日（周三）到期; today; 已超 N; or 计时暂停.</summary>
[HtmlTargetElement("app-deadline", TagStructure = TagStructure.NormalOrSelfClosing)]
public sealed class DeadlineTagHelper : TagHelper
{
    /// <summary>Working days left; 0 is today, negative is overdue. Null without a running clock.</summary>
    public int? Days { get; set; }

    public DateOnly? Due { get; set; }

    /// <summary>The clock stands still since this day.</summary>
    public DateOnly? PausedSince { get; set; }

    /// <summary>Why it stands still: 等待补正.</summary>
    public string? Reason { get; set => field = value.OrNull(); }

    /// <summary>Tag only, for table cells.</summary>
    public bool Short { get; set; }

    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        if (PausedSince is { } since)
        {
            var why = Short ? "" : $"，自 {Show.MonthDay(since)} 起{(Reason is null ? "" : "：" + Reason)}";
            output.Become(Html.Tag("span", null, StatusTagTagHelper.Draw(TagMeaning.Neutral, "计时暂停"), why));
            return;
        }
        if (Days is not { } days)
        {
            output.Become(HtmlString.Empty);
            return;
        }
        var (meaning, words) = days switch
        {
            < 0 => (TagMeaning.Alert, $"已超 {-days} 个工作日"),
            0 => (TagMeaning.Alert, "今日到期"),
            <= 2 => (TagMeaning.Attention, $"剩 {days} 个工作日"),
            _ => (TagMeaning.Neutral, $"剩 {days} 个工作日"),
        };
        var tail = Short || Due is not { } due ? "" : $"，{Show.MonthDay(due)}（{Show.Weekday(due)}）到期";
        output.Become(Html.Tag("span", null, StatusTagTagHelper.Draw(meaning, Short ? words.Replace("个工作日", "天") : words), tail));
    }
}

/// <summary>A quiet or warning line inside the page; kind is info, warn, error or success.</summary>
[HtmlTargetElement("app-note")]
public sealed class NoteTagHelper : TagHelper
{
    public string Kind { get; set; } = "info";

    public override async Task ProcessAsync(TagHelperContext context, TagHelperOutput output) =>
        output.Become(Html.Tag("div", "app-note app-note--" + Kind, await output.GetChildContentAsync()).Copy(output.Attributes));
}
