using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using SocialAssistance.Platform.Audit;

namespace SocialAssistance.Cases.CaseFiles;

/// <summary>Days that do not count towards the deadline (计时暂停).</summary>
internal sealed class ClockPause : IOfCase
{
    public required Guid Id { get; init; }

    public required Guid CaseId { get; init; }

    public required DateOnly FromDay { get; init; }

    public DateOnly? ToDay { get; set; }

    public required string Reason { get; init; }
}

/// <summary>Working days added to the deadline for special circumstances (延长期限), decided by a leader.</summary>
internal sealed class ClockExtension : IOfCase
{
    public required Guid Id { get; init; }

    public required Guid CaseId { get; init; }

    public required int WorkingDays { get; init; }

    public required string Reason { get; init; }

    public required string DecidedByName { get; init; }

    public required DateOnly DecidedOn { get; init; }
}

internal sealed class ClockPauseMapping : IEntityTypeConfiguration<ClockPause>
{
    public void Configure(EntityTypeBuilder<ClockPause> entity)
    {
        entity.HasOne<CaseFile>().WithMany().HasForeignKey(p => p.CaseId).OnDelete(DeleteBehavior.NoAction);
        entity.HasIndex(p => new { p.CaseId, p.FromDay }).HasDatabaseName("ix_clock_pauses_case");
    }
}

internal sealed class ClockExtensionMapping : IEntityTypeConfiguration<ClockExtension>
{
    public void Configure(EntityTypeBuilder<ClockExtension> entity)
    {
        entity.HasOne<CaseFile>().WithMany().HasForeignKey(p => p.CaseId).OnDelete(DeleteBehavior.NoAction);
        entity.HasIndex(p => p.CaseId).HasDatabaseName("ix_clock_extensions_case");
    }
}
