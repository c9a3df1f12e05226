using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using SocialAssistance.Contracts.Programs;
using SocialAssistance.Platform.Audit;

namespace SocialAssistance.Cases.CaseFiles;

/// <summary>A determination (认定) with its whole working, as it was made; appended, never edited.</summary>
internal sealed class DeterminationRecord : IOfCase
{
    public required Guid Id { get; init; }

    public required Guid CaseId { get; init; }

    public required int FactVersion { get; init; }

    /// <summary><c>acceptance</c>, <c>investigation</c>, <c>opinion</c> or <c>confirmation</c>.</summary>
    public required string Purpose { get; init; }

    /// <summary>First day of the month calculated.</summary>
    public required DateOnly Month { get; init; }

    public DateOnly? KnownAt { get; init; }

    public required string PolicyCode { get; init; }

    public required string Outcome { get; init; }

    public required decimal MonthlyAmount { get; init; }

    public required Assessment Assessment { get; init; }

    public required string MadeByName { get; init; }

    public required DateTimeOffset MadeAt { get; init; }
}

internal sealed class DeterminationRecordMapping : IEntityTypeConfiguration<DeterminationRecord>
{
    public void Configure(EntityTypeBuilder<DeterminationRecord> entity)
    {
        entity.ToTable("determinations");
        entity.HasOne<CaseFile>().WithMany().HasForeignKey(d => d.CaseId).OnDelete(DeleteBehavior.NoAction);
        entity.HasIndex(d => new { d.CaseId, d.MadeAt }).HasDatabaseName("ix_determinations_case");
        entity.Property(d => d.Assessment).HasColumnType("jsonb").HasConversion(JsonColumn.Of<Assessment>());
    }
}
