using SocialAssistance.Contracts.Cases;
using SocialAssistance.Rules.Standards;
using SocialAssistance.Rules.Values;

namespace SocialAssistance.Contracts.Programs;

/// <summary>A programme's identity card. Cases and desks show programmes through it and name none.</summary>
public interface IAssistanceProgram
{
    /// <summary>Stable code, e.g. <c>minimum-living</c>.</summary>
    string Code { get; }

    /// <summary>Chinese name, e.g. 最低生活保障.</summary>
    string Name { get; }

    /// <summary>Documents, publicity, questions and reasons of the programme.</summary>
    ProgramProfile Profile { get; }

    /// <summary>Calculates from facts for a month with the county's standards. Pure: the same input gives the same answer.</summary>
    Assessment Assess(CaseFacts facts, AssessmentContext context);

    /// <summary>Projects what a case pays month by month, as far as decisions reach. Pure: the same history in any order gives the same months.</summary>
    BenefitProjection Project(BenefitHistory history, ProjectionContext context);
}

/// <summary>What a calculation depends on besides the facts.</summary>
/// <param name="PolicyCode">Six-digit code of the county whose rules apply.</param>
/// <param name="Month">First month of benefit that is calculated.</param>
/// <param name="KnownAt">Use only what was published by then; null: everything known.</param>
/// <param name="Book">Figures to use instead of the county's own, e.g. with a draft version applied; null: the county's.</param>
/// <param name="Explores">Also says what would change the outcome, for one household; runs over many leave that out.</param>
public sealed record AssessmentContext(string PolicyCode, BenefitMonth Month, DateOnly? KnownAt = null, PolicyBook? Book = null, bool Explores = true);

/// <summary>The answer with its working; the same shape for every programme, stored as it is.</summary>
public sealed record Assessment
{
    /// <summary>Layout version of the stored JSON.</summary>
    public int Layout { get; init; } = 1;

    /// <summary>County whose rules were applied.</summary>
    public required string PolicyCode { get; init; }

    /// <summary>Month that was calculated, e.g. 2026-12.</summary>
    public required string Month { get; init; }

    /// <summary><c>eligible</c>, <c>ineligible</c> or <c>undetermined</c>.</summary>
    public required string Outcome { get; init; }

    /// <summary>Class of the household, as the calculation names it.</summary>
    public required string Class { get; init; }

    /// <summary>Members counted in the divisor.</summary>
    public required int CountedMembers { get; init; }

    /// <summary>Counted household income per month, yuan.</summary>
    public required decimal HouseholdIncome { get; init; }

    /// <summary>Deductions per month, yuan.</summary>
    public decimal Deductions { get; init; }

    /// <summary>Per-capita income per month, yuan, rounded for showing; null without counted members.</summary>
    public decimal? PerCapitaIncome { get; init; }

    /// <summary>The standard compared with, yuan per person and month; null when not configured.</summary>
    public decimal? Standard { get; init; }

    /// <summary>Sum of the amounts, yuan per month.</summary>
    public required decimal MonthlyAmount { get; init; }

    /// <summary>Amounts per person.</summary>
    public IReadOnlyList<AssessedAmount> Amounts { get; init; } = [];

    /// <summary>Refusals per person and benefit, with the Chinese reason.</summary>
    public IReadOnlyList<AssessedRefusal> Refusals { get; init; } = [];

    /// <summary>Things a person should look at, in Chinese.</summary>
    public IReadOnlyList<string> Warnings { get; init; } = [];

    /// <summary>The working, line by line.</summary>
    public IReadOnlyList<AssessmentStep> Steps { get; init; } = [];

    /// <summary>What would change the outcome (什么情况会改变结果), in Chinese sentences.</summary>
    public IReadOnlyList<string> Counterfactuals { get; init; } = [];

    /// <summary>Whether income was compared with a standard; an answer of a programme without that test shows no per-capita income.</summary>
    public bool MeansTested { get; init; } = true;

    /// <summary>Benefits of other programmes that the same determination shows for this family (还可能享受); information, never paid by this case.</summary>
    public IReadOnlyList<OtherBenefit> Others { get; init; } = [];
}

/// <summary>A benefit another programme would pay, as the same facts show it.</summary>
/// <param name="Program">Code of the programme that pays it.</param>
/// <param name="ProgramName">Its name.</param>
/// <param name="PersonName">For whom.</param>
/// <param name="BenefitName">What.</param>
/// <param name="Amount">Yuan per month.</param>
/// <param name="Source">Document and article.</param>
public sealed record OtherBenefit(string Program, string ProgramName, string PersonName, string BenefitName, decimal Amount, string Source);

/// <summary>One person's amount.</summary>
public sealed record AssessedAmount(Guid? PersonId, string PersonName, string Benefit, string BenefitName, decimal Amount, string Basis, string BasisName);

/// <summary>One person's refusal.</summary>
public sealed record AssessedRefusal(Guid PersonId, string PersonName, string Benefit, string Reason, string ReasonText);

/// <summary>One line of the working: what, with which numbers, giving what, by which clause.</summary>
public sealed record AssessmentStep(string Label, string Formula, string Result, string Source, Guid? PersonId = null, string? Benefit = null);
