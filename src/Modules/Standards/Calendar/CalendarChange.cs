using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace SocialAssistance.Standards.Calendar;

/// <summary>One day that became another, and why; appended, never edited.</summary>
internal sealed class CalendarChange
{
    public required Guid Id { get; init; }

    public required DateOnly Day { get; init; }

    public required bool WasWorkingDay { get; init; }

    public required bool IsWorkingDay { get; init; }

    public required string Notice { get; init; }

    public required string ChangedByName { get; init; }

    public required DateTimeOffset ChangedAt { get; init; }
}

internal sealed class CalendarChangeMapping : IEntityTypeConfiguration<CalendarChange>
{
    public void Configure(EntityTypeBuilder<CalendarChange> entity) => entity.HasIndex(c => new { c.Day, c.ChangedAt });
}
