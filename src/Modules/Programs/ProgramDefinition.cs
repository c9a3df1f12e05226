using SocialAssistance.Contracts.Cases;
using SocialAssistance.Contracts.Programs;
using SocialAssistance.Rules.Determinations;
using SocialAssistance.Rules.Households;

namespace SocialAssistance.Programs;

/// <summary>A programme as configuration over the core: a code, names, the benefits it pays, and what to test before the core is asked.</summary>
/// <param name="Code">Stable code.</param>
/// <param name="Name">Short Chinese name.</param>
/// <param name="Benefits">Benefits of the core it pays.</param>
/// <param name="Figures">First parts of the keys of its figures; warnings about other figures are other programmes' matter.</param>
/// <param name="Profile">What casework has to know.</param>
/// <param name="Screen">Tests the conditions that lie before the core's calculation.</param>
internal sealed record ProgramDefinition(
    string Code, string Name, IReadOnlyList<Benefit> Benefits, IReadOnlyList<string> Figures, ProgramProfile Profile, Func<CaseFacts, MonthFigures, Screening> Screen);

/// <summary>What the test before the calculation found.</summary>
/// <param name="Facts">The facts without recognitions that fail.</param>
/// <param name="Steps">The conditions as tested, for the working.</param>
/// <param name="Refusals">Who fails which condition.</param>
/// <param name="Open">What is not known yet and keeps the answer open.</param>
/// <param name="Notes">What a person should look at.</param>
internal sealed record Screening(
    CaseFacts Facts, IReadOnlyList<AssessmentStep> Steps, IReadOnlyList<AssessedRefusal> Refusals, IReadOnlyList<string> Open, IReadOnlyList<string> Notes)
{
    public static Screening Pass(CaseFacts facts, params string[] notes) => new(facts, [], [], [], notes);
}
