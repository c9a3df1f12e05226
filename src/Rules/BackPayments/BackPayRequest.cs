using System.Collections.Immutable;
using SocialAssistance.Rules.Determinations;
using SocialAssistance.Rules.Households;
using SocialAssistance.Rules.Standards;
using SocialAssistance.Rules.Values;

namespace SocialAssistance.Rules.BackPayments;

/// <summary>
/// 补发: recompute the months from <paramref name="From"/> through <paramref name="Through"/> (both inside) after a retroactively
/// published standard, and compare with what was paid (section 5).
/// </summary>
public sealed record BackPayRequest(BenefitMonth From, BenefitMonth Through, ImmutableArray<BackPayCase> Cases);

/// <summary>One case file: its facts by period, and everything paid.</summary>
public sealed record BackPayCase
{
    public required string Case { get; init; }

    /// <summary>Periods do not overlap.</summary>
    public required ImmutableArray<FactPeriod> Periods { get; init; }

    public ImmutableArray<RecordedDeath> Deaths { get; init; } = [];

    public ImmutableArray<Payment> Payments { get; init; } = [];

    public ImmutableArray<PastRefusal> Refusals { get; init; } = [];
}

/// <summary>The facts of the months from <paramref name="From"/> to <paramref name="To"/>, both inside.</summary>
public sealed record FactPeriod(BenefitMonth From, BenefitMonth To, Household Household, PhaseOutBasis? PhaseOut = null)
{
    public bool Covers(BenefitMonth month) => From <= month && month <= To;
}

/// <summary>The months of the period were paid in a phase-out; its amounts go back to the basis month.</summary>
public sealed record PhaseOutBasis(PhaseOutCause Cause, BenefitMonth BasisMonth);

public readonly record struct RecordedDeath(string Member, DateOnly Date);

/// <summary>A regular payment, or an earlier back payment for the month.</summary>
public enum PaymentType { Regular, BackPay }

/// <summary>One payment for a month; without a member it was one line for the household.</summary>
public readonly record struct Payment(BenefitMonth Month, string? Member, Benefit Benefit, Money Amount, PaymentType Type = PaymentType.Regular);

/// <summary>An application refused on income: which per-capita income, against which standard.</summary>
public readonly record struct PastRefusal(BenefitMonth Month, Area Area, Money PerCapitaIncome, Money StandardApplied);
