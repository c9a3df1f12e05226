using System.Collections.Immutable;
using SocialAssistance.Rules.Determinations;
using SocialAssistance.Rules.Values;

namespace SocialAssistance.Rules.BackPayments;

/// <summary>To whom a difference is paid (BP-05).</summary>
public enum Payee { Account, RecordedPayee, Household }

/// <summary>Whether an overpayment is looked into, or left after a death (BP-06).</summary>
public enum Recovery { Examine, None }

/// <summary>A raise of what was in payment.</summary>
public sealed record BackPayLine(string Case, string? Member, BenefitMonth Month, Benefit Benefit, Money Due, Money Paid, Payee Payee)
{
    public Money Difference => Due - Paid;
}

/// <summary>Due but never in payment: a claim, not a raise (D-57).</summary>
public sealed record UnpaidClaim(string Case, string? Member, BenefitMonth Month, Benefit Benefit, Money Due);

/// <summary>Paid beyond what is due; reported, never netted.</summary>
public sealed record Overpayment(string Case, string? Member, BenefitMonth Month, Benefit Benefit, Money Due, Money Paid, Recovery Recovery)
{
    public Money Excess => Paid - Due;
}

/// <summary>An application refused under the old standard that the new one may carry (BP-07).</summary>
public sealed record Reexamination(string Case, BenefitMonth Month);

public sealed record CaseTotal(string Case, Money Amount);

/// <summary>Payments of a month for which no facts were given: nothing is judged (BP-01).</summary>
public sealed record MonthWithoutFacts(string Case, BenefitMonth Month);

/// <summary>The answer of a back-pay run.</summary>
public sealed record BackPayResult
{
    public required ImmutableArray<BackPayLine> Lines { get; init; }

    public required ImmutableArray<UnpaidClaim> Unpaid { get; init; }

    public required ImmutableArray<Overpayment> Overpayments { get; init; }

    public required ImmutableArray<Reexamination> Reexamine { get; init; }

    public required ImmutableArray<CaseTotal> CaseTotals { get; init; }

    public required Money Total { get; init; }

    /// <summary>补发到位时限.</summary>
    public DateOnly? CompleteBy { get; init; }

    /// <summary>A second date the office reports against (C-18).</summary>
    public DateOnly? AlsoReportAgainst { get; init; }

    public required ImmutableArray<MonthWithoutFacts> WithoutFacts { get; init; }

    /// <summary>Only <c>not-configured</c>.</summary>
    public required ImmutableArray<Warning> Warnings { get; init; }

    public ImmutableArray<Step> Steps { get; init; } = [];
}
