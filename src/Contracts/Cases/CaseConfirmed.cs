using MediatR;
using SocialAssistance.Rules.Values;

namespace SocialAssistance.Contracts.Cases;

/// <summary>A case was confirmed (审核确认); handled in the same transaction, so that benefit and decision exist together.</summary>
public sealed record CaseConfirmed(
    Guid CaseId, string CaseNumber, Guid HouseholdId, string DivisionCode, string Program, Guid DeterminationId,
    string HeadName, string Area, BenefitMonth StartMonth, PayeeFacts Payee, IReadOnlyList<ConfirmedAmount> Amounts, string Explanation) : INotification;

/// <summary>One person's monthly benefit as confirmed.</summary>
/// <param name="PersonId">The person; null for a household-level line.</param>
/// <param name="PersonName">Name for lists.</param>
/// <param name="IdNumber">Identity number for the bank list; null when none.</param>
/// <param name="Benefit">Benefit code of the calculation, e.g. <c>minimum-living-allowance</c>.</param>
/// <param name="Amount">Yuan per month.</param>
/// <param name="Basis">Basis code, e.g. <c>floor</c>.</param>
public sealed record ConfirmedAmount(Guid? PersonId, string PersonName, string? IdNumber, string Benefit, decimal Amount, string Basis);

/// <summary>A confirmation was taken back before the money was sealed (撤回).</summary>
public sealed record CaseConfirmationWithdrawn(Guid CaseId, string Reason) : INotification;
