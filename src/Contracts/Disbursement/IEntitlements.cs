using SocialAssistance.Contracts.Programs;
using SocialAssistance.Rules.Values;

namespace SocialAssistance.Contracts.Disbursement;

/// <summary>What other modules ask about benefits in force.</summary>
public interface IEntitlements
{
    /// <summary>Benefits in force of these identity numbers, across all areas, for duplicate checks.</summary>
    Task<IReadOnlyList<ActiveBenefit>> ActiveAsync(IReadOnlyList<string> idNumbers, CancellationToken cancellationToken = default);

    /// <summary>The same with what ended since this month, so that nothing is granted backwards a second time.</summary>
    Task<IReadOnlyList<ActiveBenefit>> SinceAsync(IReadOnlyList<string> idNumbers, BenefitMonth first, CancellationToken cancellationToken = default);

    /// <summary>What a case is due, as recorded, endings counted in.</summary>
    Task<IReadOnlyList<BenefitSpan>> OfCaseAsync(Guid caseId, CancellationToken cancellationToken = default);

    /// <summary>The same for many cases in one question; a case without entitlements is left out.</summary>
    Task<IReadOnlyDictionary<Guid, IReadOnlyList<BenefitSpan>>> OfCasesAsync(IReadOnlyCollection<Guid> caseIds, CancellationToken cancellationToken = default);

    /// <summary>Whether a sealed roster (已封存批次) already holds money of the case; then its confirmation can no longer be withdrawn. Until the transaction ends none is sealed.</summary>
    Task<bool> IsSealedAsync(Guid caseId, CancellationToken cancellationToken = default);

    /// <summary>Whether a sealed roster of the programme is for this month or a later one; until the transaction ends none is sealed.</summary>
    Task<bool> IsOrderedAsync(string program, BenefitMonth month, CancellationToken cancellationToken = default);
}

/// <summary>A benefit somebody receives, or received; null last month: until further notice.</summary>
public sealed record ActiveBenefit(string IdNumber, string Benefit, string BenefitName, string DivisionCode, string FromMonth, decimal Amount, Guid? CaseId, BenefitMonth? Last = null);
