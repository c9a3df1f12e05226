using SocialAssistance.Contracts.Programs;
using SocialAssistance.Platform.TagHelpers;

namespace SocialAssistance.Cases.Decisions;

/// <summary>Reasons for not confirming and for returning, each with its article; free text only adds to them.</summary>
internal static class DeclineReasons
{
    /// <summary>Why an application is not confirmed (不予确认), as the programme's documents say.</summary>
    public static IReadOnlyList<Choice> Decline(ProgramProfile program) => [.. program.DeclineReasons.Select(r => new Choice(r.Code, r.Text, r.Basis))];

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
