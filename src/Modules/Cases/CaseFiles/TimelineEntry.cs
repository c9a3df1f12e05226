using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using SocialAssistance.Platform.Audit;

namespace SocialAssistance.Cases.CaseFiles;

/// <summary>One line of what happened to the case (经过), in Chinese, for people.</summary>
internal sealed class TimelineEntry : IOfCase
{
    public required Guid Id { get; init; }

    public required Guid CaseId { get; init; }

    public required DateTimeOffset At { get; init; }

    public required string ActorName { get; init; }

    /// <summary>Stable kind, e.g. <c>accepted</c>; chooses the icon word.</summary>
    public required string Kind { get; init; }

    public required string Text { get; init; }
}

internal sealed class TimelineEntryMapping : IEntityTypeConfiguration<TimelineEntry>
{
    public void Configure(EntityTypeBuilder<TimelineEntry> entity)
    {
        entity.HasOne<CaseFile>().WithMany().HasForeignKey(t => t.CaseId).OnDelete(DeleteBehavior.NoAction);
        entity.HasIndex(t => new { t.CaseId, t.At, t.Id }).HasDatabaseName("ix_timeline_entries_case");
    }
}
