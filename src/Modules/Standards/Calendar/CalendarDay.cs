using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace SocialAssistance.Standards.Calendar;

/// <summary>A day that differs from the ordinary week, by the yearly notice.</summary>
internal sealed class CalendarDay
{
    public required DateOnly Day { get; init; }

    public required bool IsWorkingDay { get; set; }

    public required string Notice { get; set; }
}

internal sealed class CalendarDayMapping : IEntityTypeConfiguration<CalendarDay>
{
    public void Configure(EntityTypeBuilder<CalendarDay> entity) => entity.HasKey(d => d.Day);
}
