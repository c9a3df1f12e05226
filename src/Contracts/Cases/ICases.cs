namespace SocialAssistance.Contracts.Cases;

/// <summary>What other modules ask the case files.</summary>
public interface ICases
{
    /// <summary>The identity bar of a case; null when it does not exist or lies outside the user's area.</summary>
    Task<CaseHeader?> FindAsync(Guid caseId, CancellationToken cancellationToken = default);

    /// <summary>The newest case of each of these households, in the user's area; for search results and household pages.</summary>
    Task<IReadOnlyList<CaseHeader>> LatestAsync(IReadOnlyList<Guid> householdIds, CancellationToken cancellationToken = default);

    /// <summary>The case of this number in the user's area; null when there is none.</summary>
    Task<CaseHeader?> FindByNumberAsync(string number, CancellationToken cancellationToken = default);

    /// <summary>
    /// How many cases have a decision since a moment that rests on figures with this remark in their source, e.g. 标准版本 3,
    /// other than the raises made by versions themselves; across all areas.
    /// </summary>
    Task<int> DecidedOnAsync(string remark, DateTimeOffset since, CancellationToken cancellationToken = default);

    /// <summary>How many cases in benefit have a newest determination that cites each of these figures, in their order; one question, across all areas.</summary>
    Task<IReadOnlyList<int>> CitingAsync(IReadOnlyList<CitedFigure> figures, CancellationToken cancellationToken = default);

    /// <summary>Open or granted applications that name one of these identity numbers, for duplicate checks; across all areas.</summary>
    Task<IReadOnlyList<CaseMention>> MentionsAsync(IReadOnlyList<string> idNumbers, CancellationToken cancellationToken = default);
}

/// <summary>What the identity bar (身份栏) of a case shows.</summary>
public sealed record CaseHeader(
    Guid Id, string Number, string Program, string ProgramName, Guid HouseholdId, string DivisionCode, string ApplicantName, string? ApplicantIdNumber,
    int MemberCount, string Area, string Stage, DateOnly? AcceptedOn, DateOnly? DueOn, bool Paused, decimal? PerCapitaIncome, decimal? MonthlyAmount, int Version, int FactVersion);

/// <summary>A figure as determinations cite it.</summary>
/// <param name="Source">Document and article.</param>
/// <param name="Area">Only for cases of this area; null: both.</param>
/// <param name="From">First day in force; null: always.</param>
/// <param name="To">Last day in force; null: open.</param>
public sealed record CitedFigure(string Source, string? Area, DateOnly? From, DateOnly? To);

/// <summary>Another case that names a person.</summary>
public sealed record CaseMention(Guid CaseId, string Number, string Program, string DivisionCode, string Stage, string IdNumber, string ApplicantName, DateOnly? DecidedOn, string? DeclineReason);
