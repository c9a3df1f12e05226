using SocialAssistance.Cases.Intake.Drafts;

namespace SocialAssistance.Cases.Intake.Checks;

/// <summary>Something on a page that needs the clerk.</summary>
/// <param name="Step">The page.</param>
/// <param name="Field">Name of the field without the prefix <c>Input.</c>, e.g. <c>Members[1].Name</c>.</param>
/// <param name="Message">What is wrong and how to put it right, in Chinese.</param>
/// <param name="Blocks">Whether the application cannot be accepted with it; a note otherwise.</param>
internal sealed record Finding(IntakeStep Step, string Field, string Message, bool Blocks = true);
