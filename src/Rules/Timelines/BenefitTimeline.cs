using System.Collections.Immutable;
using SocialAssistance.Rules.Households;
using SocialAssistance.Rules.Values;

namespace SocialAssistance.Rules.Timelines;

/// <summary>
/// A benefit month by month (section 4, folded): what a month pays is what stands when the next one is determined. Facts
/// and events decide, never the order in which they became known.
/// </summary>
public static class BenefitTimeline
{
    /// <summary>Projects without working: for runs over many households. One <paramref name="bench"/> per thread.</summary>
    public static ImmutableArray<TimelineMonth> Project(TimelineRequest request, Func<BenefitMonth, MonthFigures> figures, TimelineBench bench) =>
        Fold(request, figures, bench, explainFrom: null);

    /// <summary>Projects, with the working of every month from <paramref name="explainFrom"/> on.</summary>
    public static ImmutableArray<TimelineMonth> Explain(TimelineRequest request, Func<BenefitMonth, MonthFigures> figures, BenefitMonth explainFrom) =>
        Fold(request, figures, new TimelineBench(), explainFrom);

    private static ImmutableArray<TimelineMonth> Fold(TimelineRequest request, Func<BenefitMonth, MonthFigures> figures, TimelineBench bench, BenefitMonth? explainFrom)
    {
        var course = new TimelineCourse(request, bench);
        var months = ImmutableArray.CreateBuilder<TimelineMonth>(Math.Max(0, request.Through - request.Start + 1));
        for (var month = request.Start; month <= request.Through; month = month.AddMonths(1))
        {
            months.Add(course.Next(month, figures, explainFrom is { } first && first <= month));
        }

        return months.DrainToImmutable();
    }
}

/// <summary>The bench timelines are worked on, emptied for each; not shared between threads.</summary>
public sealed class TimelineBench
{
    internal MonthRun Run { get; } = new();
}
