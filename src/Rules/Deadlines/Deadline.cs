using SocialAssistance.Rules.Determinations;
using SocialAssistance.Rules.Values;

namespace SocialAssistance.Rules.Deadlines;

/// <summary>
/// A deadline: a day, a moment or a month, whichever the rule gives; none of them where it cannot be told.
/// </summary>
public sealed record Deadline(DeadlineRule Rule, string Unit, int? Count)
{
    public DateOnly? Day { get; init; }

    public DateTime? Moment { get; init; }

    /// <summary>The last month paid.</summary>
    public BenefitMonth? Month { get; init; }

    /// <summary>A second day to report against (raise completion).</summary>
    public DateOnly? AlsoReportAgainst { get; init; }

    /// <summary>The birthday of the age asked for (ageing out).</summary>
    public DateOnly? Birthday { get; init; }

    /// <summary>90 and 30 days before the birthday.</summary>
    public IReadOnlyList<DateOnly> Reminders { get; init; } = [];

    public IReadOnlyList<Warning> Warnings { get; init; } = [];

    public IReadOnlyList<Step> Steps { get; init; } = [];
}

/// <summary>Units of deadlines as results name them.</summary>
public static class DeadlineUnits
{
    public const string WorkingDays = "working-days";
    public const string CalendarDays = "calendar-days";
    public const string Months = "months";
    public const string Hours = "hours";
    public const string Years = "years";
    public const string Fixed = "fixed";
}
