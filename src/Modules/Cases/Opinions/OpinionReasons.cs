using SocialAssistance.Contracts.Programs;
using SocialAssistance.Platform.TagHelpers;

namespace SocialAssistance.Cases.Opinions;

/// <summary>What the township may recommend in a programme, each with its article; the part before the colon is the recommendation.</summary>
internal static class OpinionReasons
{
    public const string Confirm = "confirm";
    public const string Decline = "decline";

    public static IReadOnlyList<Choice> All(ProgramProfile program) =>
    [
        .. program.ConfirmReasons.Select(r => new Choice($"{Confirm}:{r.Code}", $"{Word(Confirm)}：{r.Text}", r.Basis)),
        .. program.DeclineReasons.Select(r => new Choice($"{Decline}:{r.Code}", $"{Word(Decline)}：{r.Text}", r.Basis)),
    ];

    public static Choice? Of(ProgramProfile program, string? value) => All(program).FirstOrDefault(c => c.Value == value);

    public static string Recommendation(string value) => value.Split(':')[0];

    public static string Word(string recommendation) => recommendation == Confirm ? "建议确认" : "建议不予确认";

    /// <summary>Whether the recommendation says what the calculation says.</summary>
    public static bool Agrees(string recommendation, string outcome) => (recommendation == Confirm) == (outcome == "eligible");
}
