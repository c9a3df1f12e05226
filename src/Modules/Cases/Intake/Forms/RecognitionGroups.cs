using SocialAssistance.Contracts.Programs;

namespace SocialAssistance.Cases.Intake.Forms;

/// <summary>Groups of a member's fields that stand openly where the programme asks for them, and in the fold elsewhere.</summary>
internal static class RecognitionGroups
{
    public static IReadOnlyList<(ProgramFacts Fact, string View)> All { get; } =
    [
        (ProgramFacts.Disability, "_DisabilityFields"), (ProgramFacts.ExtremePoverty, "_ExtremePovertyFields"), (ProgramFacts.Children, "_ChildFields"), (ProgramFacts.Retrenched, "_RetrenchedFields"),
    ];
}
