using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace SocialAssistance.Cases.Reviews;

/// <summary>A time in which an area's reviews stand still because of an emergency (应急期暂停核查); only its end is added later.</summary>
internal sealed class ReviewSuspension
{
    public required Guid Id { get; init; }

    /// <summary>The county, a township or a village.</summary>
    public required string DivisionCode { get; init; }

    /// <summary>What the codes of the area begin with.</summary>
    public required string Prefix { get; init; }

    public required DateOnly FromDay { get; init; }

    /// <summary>Last day, inside; null while nobody knows.</summary>
    public DateOnly? ToDay { get; set; }

    /// <summary>Last day as it was recorded at first.</summary>
    public DateOnly? PlannedToDay { get; init; }

    /// <summary>The emergency, in words.</summary>
    public required string Reason { get; init; }

    /// <summary>Document and article that order it.</summary>
    public required string Basis { get; init; }

    public required Guid RecordedBy { get; init; }

    public required string RecordedByName { get; init; }

    public required DateTimeOffset RecordedAt { get; init; }

    public string? EndedByName { get; private set; }

    /// <summary>When another end than the first one was recorded.</summary>
    public DateTimeOffset? EndedAt { get; private set; }

    public void End(DateOnly last, string byName, DateTimeOffset at) => (ToDay, EndedByName, EndedAt) = (last, byName, at);

    /// <summary>The suspension as it was known at a moment; null before it was recorded.</summary>
    public ReviewSuspension? KnownAt(DateTimeOffset at) => RecordedAt > at ? null : EndedAt > at ? Planned() : this;

    private ReviewSuspension Planned()
    {
        var planned = (ReviewSuspension)MemberwiseClone();
        (planned.ToDay, planned.EndedAt) = (PlannedToDay, null);
        return planned;
    }

    /// <summary>
    /// Days of these suspensions that count for a review due on a day: each once, after the start; one that began when the
    /// review was overdue already moves nothing (D-53).
    /// </summary>
    public static int Days(IEnumerable<ReviewSuspension> suspensions, DateOnly start, DateOnly due, DateOnly today)
    {
        var (days, counted) = (0, start);
        foreach (var (from, to) in suspensions.Where(s => s.FromDay <= due).Select(s => (s.FromDay, s.ToDay ?? today)).OrderBy(s => s.FromDay))
        {
            var first = from > counted ? from : counted.AddDays(1);
            days += Math.Max(0, to.DayNumber - first.DayNumber + 1);
            counted = to > counted ? to : counted;
        }

        return days;
    }
}

internal sealed class ReviewSuspensionMapping : IEntityTypeConfiguration<ReviewSuspension>
{
    public void Configure(EntityTypeBuilder<ReviewSuspension> entity)
    {
        entity.Property(s => s.DivisionCode).UseCollation("C");
        entity.Property(s => s.Prefix).UseCollation("C");
        entity.HasIndex(s => s.FromDay).HasDatabaseName("ix_review_suspensions_from");
    }
}
