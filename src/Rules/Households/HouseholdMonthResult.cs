using System.Collections.Immutable;
using SocialAssistance.Rules.Determinations;
using SocialAssistance.Rules.Standards;
using SocialAssistance.Rules.Values;

namespace SocialAssistance.Rules.Households;

/// <summary>The answer for one household and month (section 4.2): plain values, so that a stored one compares byte by byte.</summary>
public sealed record HouseholdMonthResult
{
    public required BenefitMonth Month { get; init; }

    /// <summary>The area whose values apply (HM-02).</summary>
    public required Area Area { get; init; }

    public required ImmutableArray<string> CountedMembers { get; init; }

    public required ImmutableArray<NotCountedMember> NotCounted { get; init; }

    public required ImmutableArray<IncomeLine> IncomeLines { get; init; }

    public required ImmutableArray<Deduction> Deductions { get; init; }

    /// <summary>Net household income per month, shown to the fen; decisions were made on the exact value.</summary>
    public required Money HouseholdIncome { get; init; }

    /// <summary>Shown to the fen; null without counted members.</summary>
    public Money? PerCapitaIncome { get; init; }

    /// <summary>低保标准; null where none is configured.</summary>
    public Money? Standard { get; init; }

    public required HouseholdClass Class { get; init; }

    public required ImmutableArray<Entitlement> Entitlements { get; init; }

    public required ImmutableArray<Refusal> Refusals { get; init; }

    public required ImmutableArray<PhaseOutMonth> PhaseOuts { get; init; }

    public bool HearingRequired { get; init; }

    public required ImmutableArray<Warning> Warnings { get; init; }

    public required Money Total { get; init; }

    /// <summary>The working, line by line; empty for a run that does not explain.</summary>
    public ImmutableArray<Step> Steps { get; init; } = [];
}

public sealed record NotCountedMember(string Member, NotCountedReason Reason);

/// <summary>One line per member and type; <paramref name="Monthly"/> is shown to the fen.</summary>
public sealed record IncomeLine(string Member, IncomeType Type, Money Monthly, bool Counted, IncomeReason Reason);

/// <summary>Without a member: of the household.</summary>
public sealed record Deduction(string? Member, DeductionType Type, Money Monthly);

/// <summary>One benefit of one person for the month; without a member it is one line for the household.</summary>
public sealed record Entitlement(string? Member, Benefit Benefit, Money Amount, Basis Basis);

public sealed record Refusal(string Member, Benefit Benefit, RefusalReason Reason);

/// <summary>Month <paramref name="Month"/> of <paramref name="Months"/> of a phase-out (渐退期).</summary>
public sealed record PhaseOutMonth(PhaseOutCause Cause, int Month, int Months);
