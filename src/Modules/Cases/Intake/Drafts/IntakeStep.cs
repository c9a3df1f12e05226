namespace SocialAssistance.Cases.Intake.Drafts;

/// <summary>The five task pages of an acceptance, in their order; a clerk may jump freely.</summary>
internal enum IntakeStep
{
    Applicant,
    Members,
    Economy,
    Materials,
    Check,
}

internal static class IntakeSteps
{
    public static IReadOnlyList<IntakeStep> All { get; } = Enum.GetValues<IntakeStep>();

    public static string Slug(this IntakeStep step) => step.ToString().ToLowerInvariant();

    public static string Title(this IntakeStep step) => step switch
    {
        IntakeStep.Applicant => "申请人",
        IntakeStep.Members => "成员",
        IntakeStep.Economy => "收支财产",
        IntakeStep.Materials => "授权材料",
        _ => "核对受理",
    };

    public static string Url(this IntakeStep step, Guid draftId) => $"/cases/intake/{draftId}/{step.Slug()}";

    public static IntakeStep Next(this IntakeStep step) => step == IntakeStep.Check ? step : step + 1;

    public static IntakeStep Parse(string? slug) => Enum.TryParse<IntakeStep>(slug, ignoreCase: true, out var step) ? step : IntakeStep.Applicant;
}
