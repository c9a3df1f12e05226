using SocialAssistance.Platform.TagHelpers;

namespace SocialAssistance.Cases.Decisions;

/// <summary>Reasons for not confirming and for returning, each with its article; free text only adds to them.</summary>
internal static class DeclineReasons
{
    /// <summary>Why a household is not confirmed (不予确认).</summary>
    public static IReadOnlyList<Choice> Decline { get; } =
    [
        new("income", "家庭人均月收入不低于当地保障标准", "民发〔2021〕57号 第八条"),
        new("property", "家庭财产不符合当地规定", "民发〔2021〕57号 第八条"),
        new("refuses-check", "不配合或者拒绝家庭经济状况调查", "民发〔2021〕57号 第三十六条"),
        new("concealed", "核对信息不一致且不说明情况", "民发〔2021〕57号 第十八条"),
        new("other-programme", "已经享受其他基本生活保障", "于民字〔2023〕30号 一（十）"),
    ];

    /// <summary>Why a case goes back to the window (退回调查).</summary>
    public static IReadOnlyList<Choice> Return { get; } =
    [
        new("verify", "信息核对需要重新进行", "民发〔2021〕57号 第十七条"),
        new("visit", "入户调查需要重新进行", "民发〔2021〕57号 第十六条"),
        new("both", "信息核对和入户调查都需要重新进行", "民发〔2021〕57号 第十五条"),
        new("opinion", "初审意见需要重新提出", "民发〔2021〕57号 第十九条"),
    ];

    /// <summary>The words of a reason with its article.</summary>
    public static string Text(IReadOnlyList<Choice> reasons, string code) =>
        reasons.FirstOrDefault(r => r.Value == code) is { } reason ? $"{reason.Text}（{reason.Hint}）" : code;
}
