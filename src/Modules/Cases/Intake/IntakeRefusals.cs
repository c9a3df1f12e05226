using SocialAssistance.Platform.Messaging;

namespace SocialAssistance.Cases.Intake;

/// <summary>Refusals several steps of the intake share.</summary>
internal static class IntakeRefusals
{
    public static Refusal Closed { get; } = new("draft-closed", "这份草稿已经受理或移除，不能再修改。请返回“受理登记”查看");

    public static Refusal NotAllowed(string who) => new("not-allowed", $"这一步由{who}办理，请转交办理");
}
