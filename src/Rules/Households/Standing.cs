using System.Collections.Immutable;
using SocialAssistance.Rules.Determinations;
using SocialAssistance.Rules.Values;

namespace SocialAssistance.Rules.Households;

/// <summary>What is in force when the month begins.</summary>
public sealed record Standing
{
    /// <summary>Day of confirmation of the allowance (审核确认日期).</summary>
    public DateOnly? ConfirmedOn { get; init; }

    /// <summary>What was paid for the month before.</summary>
    public ImmutableArray<StandingBenefit> Benefits { get; init; } = [];

    /// <summary>An employment phase-out (渐退期) already running.</summary>
    public RunningPhaseOut? PhaseOut { get; init; }

    public VerifiedIncome? LastVerified { get; init; }

    /// <summary>Disregards that ended stay uncounted until the review (HM-08); false where the last verification counted them already.</summary>
    public bool KeepsDisregards { get; init; } = true;

    /// <summary>Day on which the periodic review (定期核查) is due.</summary>
    public DateOnly? ReviewDue { get; init; }
}

/// <summary>An amount in payment; without a member it is one line for the household (allowance only).</summary>
public readonly record struct StandingBenefit(string? Member, Benefit Benefit, Money Amount);

/// <summary>Months already paid, and the frozen amounts.</summary>
public sealed record RunningPhaseOut(int MonthsPaid, ImmutableArray<FrozenAmount> Amounts);

public readonly record struct FrozenAmount(string Member, Money Amount);

/// <summary>Net household income per month, after disregards and deductions, as last verified.</summary>
public sealed record VerifiedIncome(BenefitMonth Month, Money Income)
{
    /// <summary>
    /// The same in <see cref="Exact"/> units, where it was reckoned here: yearly income is a third of a fen off a whole one,
    /// and an amount must not move by a fen because a month later is paid by what was verified.
    /// </summary>
    internal Int128? Exactly { get; init; }
}
