using SocialAssistance.Contracts.Programs;

namespace SocialAssistance.Contracts.Cases;

/// <summary>What the timelines of cases in benefit follow from; for runs over many cases, across all areas.</summary>
public interface ICaseHistories
{
    /// <summary>Cases in benefit of a programme in a part of the county, in the order of their identifiers; memory holds one page at a time.</summary>
    /// <param name="program">Code of the programme.</param>
    /// <param name="divisionPrefix">Leading digits of the division; empty: the whole county.</param>
    /// <param name="cancellationToken">Stops between pages.</param>
    IAsyncEnumerable<CaseHistory> InBenefitAsync(string program, string divisionPrefix, CancellationToken cancellationToken = default);

    /// <summary>One case; null when it was never confirmed.</summary>
    Task<CaseHistory?> FindAsync(Guid caseId, CancellationToken cancellationToken = default);

    /// <summary>The same for many cases in a fixed number of questions; a case that was never confirmed is left out.</summary>
    Task<IReadOnlyDictionary<Guid, CaseHistory>> OfCasesAsync(IReadOnlyCollection<Guid> caseIds, CancellationToken cancellationToken = default);
}

/// <summary>A case with its history; the division is where it is looked after now.</summary>
public sealed record CaseHistory(
    Guid CaseId, string CaseNumber, string Program, Guid HouseholdId, string DivisionCode, string HeadName, string Area, Guid DeterminationId, BenefitHistory History)
{
    /// <summary>Moves that were decided and have not begun, in order.</summary>
    public IReadOnlyList<MoveAhead> Moves { get; init; } = [];
}
