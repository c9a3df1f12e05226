using SocialAssistance.Rules.Standards;

namespace SocialAssistance.Rules.SpecialAssistance;

/// <summary>A pupil or student who may get education assistance (教育救助).</summary>
public sealed record EducationCase(EducationStage Stage, Area Area)
{
    /// <summary>Recognitions of the household; any of them is hardship (家庭经济困难).</summary>
    public Choices<Category> Categories { get; init; }

    public bool Disabled { get; init; }
    public bool Freshman { get; init; }
    public bool Outstanding { get; init; }
    public bool Attending { get; init; } = true;

    public bool IsInHardship => !Categories.IsEmpty;

    public bool IsPoorAndDisabled => Disabled && IsInHardship;

    public bool IsRegisteredPoor => Categories.Contains(Category.RegisteredPoverty);

    /// <summary>农村低保、特困家庭.</summary>
    public bool IsRuralRecipient => Area == Area.Rural
        && (Categories.Contains(Category.MinimumLivingAllowance) || Categories.Contains(Category.ExtremePoverty));
}

/// <summary>One form of aid and the article that gives it. Amounts belong to the education office.</summary>
public sealed record EducationItem(string Item, Citation Source);
