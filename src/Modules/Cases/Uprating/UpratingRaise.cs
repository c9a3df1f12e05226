using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using SocialAssistance.Cases.CaseFiles;
using SocialAssistance.Platform.Audit;

namespace SocialAssistance.Cases.Uprating;

/// <summary>A case that a version raised, with the determination it got by it.</summary>
internal sealed class UpratingRaise : IOfCase
{
    public required Guid VersionId { get; init; }

    public required DateOnly FirstDay { get; init; }

    public required Guid CaseId { get; init; }

    public required Guid DeterminationId { get; init; }
}

internal sealed class UpratingRaiseMapping : IEntityTypeConfiguration<UpratingRaise>
{
    public void Configure(EntityTypeBuilder<UpratingRaise> entity)
    {
        entity.ToTable("uprating_raises");
        entity.HasKey(r => new { r.VersionId, r.FirstDay, r.CaseId });
        entity.HasOne<CaseFile>().WithMany().HasForeignKey(r => r.CaseId).OnDelete(DeleteBehavior.NoAction);
        entity.HasIndex(r => r.DeterminationId).HasDatabaseName("ix_uprating_raises_determination");
        entity.HasIndex(r => r.CaseId).HasDatabaseName("ix_uprating_raises_case");
    }
}
