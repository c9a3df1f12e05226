using SocialAssistance.Platform.TagHelpers;

namespace SocialAssistance.Cases.Opinions;

/// <summary>What the township may recommend, each with its article; the part before the colon is the recommendation.</summary>
internal static class OpinionReasons
{
    public const string Confirm = "confirm";
    public const string Decline = "decline";

    public static IReadOnlyList<Choice> All { get; } =
    [
        new("confirm:meets", "建议确认：收入和财产符合规定", "民发〔2021〕57号 第八条、第十九条"),
        new("confirm:single", "建议确认：符合参照单人户条件", "民发〔2021〕57号 第八条"),
        new("decline:income", "建议不予确认：家庭人均月收入不低于标准", "民发〔2021〕57号 第八条"),
        new("decline:property", "建议不予确认：家庭财产超过规定", "民发〔2021〕57号 第八条"),
        new("decline:uncooperative", "建议不予确认：拒绝配合调查核实", "民发〔2021〕57号 第十五条"),
        new("decline:untrue", "建议不予确认：未如实申报，经复查仍不符合条件", "民发〔2021〕57号 第十八条"),
    ];

    public static Choice? Of(string? value) => All.FirstOrDefault(c => c.Value == value);

    public static string Recommendation(string value) => value.Split(':')[0];

    public static string Word(string recommendation) => recommendation == Confirm ? "建议确认" : "建议不予确认";

    /// <summary>Whether the recommendation says what the calculation says.</summary>
    public static bool Agrees(string recommendation, string outcome) => (recommendation == Confirm) == (outcome == "eligible");
}
