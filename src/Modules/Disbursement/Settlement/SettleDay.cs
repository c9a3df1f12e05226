using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace SocialAssistance.Disbursement.Settlement;

/// <summary>Until which day of a month changes count in its roster (结算日), from a month on, with the document it rests on.</summary>
internal sealed class SettleDay
{
    public required Guid Id { get; init; }

    /// <summary>First roster it holds for.</summary>
    public required DateOnly FromMonth { get; init; }

    /// <summary>Day of the month, 1 to 28; null: none, everything known when the roster is made counts.</summary>
    public required int? Day { get; init; }

    /// <summary>Whether the day lies in the month before the roster's, as where the money is paid early in the month.</summary>
    public required bool MonthBefore { get; init; }

    /// <summary>Number and article of the document (依据).</summary>
    public required string Document { get; init; }

    public required DateTimeOffset RecordedAt { get; init; }

    public required string RecordedByName { get; init; }

    /// <summary>The last day whose changes the roster of a month counts.</summary>
    public DateOnly? LastDay(DateOnly month) => Day is { } day ? (MonthBefore ? month.AddMonths(-1) : month).AddDays(day - 1) : null;

    /// <summary>The moment from which changes wait: the midnight after that day, in Shanghai.</summary>
    public DateTimeOffset? Until(DateOnly month) =>
        LastDay(month) is { } last ? new DateTimeOffset(last.AddDays(1), TimeOnly.MinValue, TimeSpan.FromHours(8)).ToUniversalTime() : null;

    public override string ToString() => Day is { } day ? $"{(MonthBefore ? "上月" : "当月")} {day} 日" : "不设结算日";
}

internal sealed class SettleDayMapping : IEntityTypeConfiguration<SettleDay>
{
    public void Configure(EntityTypeBuilder<SettleDay> entity) => entity.ToTable("settle_days");
}
