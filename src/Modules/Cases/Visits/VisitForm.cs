using SocialAssistance.Cases.Steps;
using SocialAssistance.Contracts.Cases;
using SocialAssistance.Platform.TagHelpers;

namespace SocialAssistance.Cases.Visits;

/// <summary>What the investigators saw and heard.</summary>
internal sealed record VisitFindings
{
    public string PersonsMet { get; init; } = "";

    public string Housing { get; init; } = "";

    public string HousingNote { get; init; } = "";

    public string Living { get; init; } = "";

    public string IncomeFound { get; init; } = "";

    public string? Neighbours { get; init; }

    /// <summary><c>same</c> or <c>different</c> from what was declared.</summary>
    public string Comparison { get; init; } = "";

    public string? DifferenceNote { get; init; }

    public IReadOnlyList<VisitCorrection> Corrections { get; init; } = [];

    public string? CorrectionReason { get; init; }
}

/// <summary>One value the visit corrects, with what it was before.</summary>
internal sealed record VisitCorrection(Guid? PersonId, string PersonName, string Target, decimal? Before, decimal Value, string Period);

/// <summary>The form as typed; nothing in it has a default.</summary>
internal sealed class VisitForm
{
    public DateOnly? VisitedOn { get; set; }

    /// <summary>Account of the second investigator, or <c>cadre</c>.</summary>
    public string? Second { get; set; }

    public string? CadreName { get; set; }

    public string? CadrePost { get; set; }

    public string? PersonsMet { get; set; }

    public string? Housing { get; set; }

    public string? HousingNote { get; set; }

    public string? Living { get; set; }

    public string? IncomeFound { get; set; }

    public string? Neighbours { get; set; }

    public string? Comparison { get; set; }

    public string? DifferenceNote { get; set; }

    public List<CorrectionRow> Corrections { get; set; } = [];

    public string? CorrectionReason { get; set; }

    public Guid? FirstSignature { get; set; }

    public Guid? SecondSignature { get; set; }

    public Guid? FamilySignature { get; set; }

    public List<Guid> Photos { get; set; } = [];

    /// <summary>Rows somebody typed into; an untouched one is no correction.</summary>
    public IEnumerable<(CorrectionRow Row, int Index)> Touched => Corrections.Select((r, i) => (r, i)).Where(r => !r.r.IsBlank);
}

/// <summary>One row of corrections as typed.</summary>
internal sealed class CorrectionRow
{
    public string? Target { get; set; }

    public Guid? PersonId { get; set; }

    public decimal? Value { get; set; }

    public string? Period { get; set; }

    public bool IsBlank => string.IsNullOrEmpty(Target) && PersonId is null && Value is null;
}

/// <summary>Words of the visit's form.</summary>
internal static class VisitWords
{
    public const string Cadre = "cadre";

    public static IReadOnlyDictionary<string, string> Housing { get; } = new Dictionary<string, string>
    {
        ["own"] = "自有住房", ["rented"] = "租住", ["borrowed"] = "借住", ["public"] = "公租房、集中安置", ["none"] = "无固定住所",
    };

    public static IReadOnlyDictionary<string, string> Comparison { get; } = new Dictionary<string, string> { ["same"] = "与申报相符", ["different"] = "与申报不相符" };

    public static IReadOnlyList<Choice> HousingChoices { get; } = Choices(Housing);

    public static IReadOnlyList<Choice> ComparisonChoices { get; } = Choices(Comparison);

    public static IReadOnlyList<Choice> TargetChoices { get; } = Choices(FactChange.Targets);

    public static IReadOnlyList<Choice> PeriodChoices { get; } = Choices(CaseVocabulary.Periods);

    private static IReadOnlyList<Choice> Choices(IReadOnlyDictionary<string, string> words) => [.. words.Select(w => new Choice(w.Key, w.Value))];
}
