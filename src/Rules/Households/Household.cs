using System.Collections.Immutable;
using SocialAssistance.Rules.Standards;
using SocialAssistance.Rules.Values;

namespace SocialAssistance.Rules.Households;

/// <summary>Result of the property assessment (家庭财产): the strictest limit the household still meets (D-10).</summary>
public enum PropertyStanding { WithinAllowanceLimit, WithinMarginLimit, WithinHardshipLimit, AboveLimits }

/// <summary>An amount per month, or the total of the last twelve months.</summary>
public enum Period { Month, Year }

/// <summary>The facts of one household (家庭) as established by decisions taken before the month began (D-08).</summary>
public sealed record Household
{
    public required Area Area { get; init; }

    public required PropertyStanding Property { get; init; }

    public required ImmutableArray<Member> Members { get; init; }

    /// <summary>Expenditure net of reimbursements (刚性支出).</summary>
    public ImmutableArray<Expenditure> Expenditures { get; init; } = [];

    /// <summary>原建档立卡、脱贫户.</summary>
    public bool RegisteredPoverty { get; init; }
}

/// <summary>One line of expenditure; <paramref name="Member"/> names the person it was made for, where known.</summary>
public readonly record struct Expenditure(ExpenditureType Type, Money Amount, Period Period, string? Member = null);
