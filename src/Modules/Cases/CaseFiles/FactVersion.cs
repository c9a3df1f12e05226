using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using SocialAssistance.Contracts.Cases;
using SocialAssistance.Platform.Audit;

namespace SocialAssistance.Cases.CaseFiles;

/// <summary>One version of what is known about the family; appended, never edited.</summary>
internal sealed class FactVersion : IOfCase
{
    public required Guid CaseId { get; init; }

    public required int Number { get; init; }

    /// <summary><c>declared</c>, <c>supplement</c>, <c>verified</c>, <c>visit</c> or <c>correction</c>.</summary>
    public required string Cause { get; init; }

    public string? Reason { get; init; }

    public required CaseFacts Facts { get; init; }

    public Guid? MadeBy { get; init; }

    public required string MadeByName { get; init; }

    public required DateTimeOffset MadeAt { get; init; }
}

internal sealed class FactVersionMapping : IEntityTypeConfiguration<FactVersion>
{
    public void Configure(EntityTypeBuilder<FactVersion> entity)
    {
        entity.HasKey(v => new { v.CaseId, v.Number });
        entity.HasOne<CaseFile>().WithMany().HasForeignKey(v => v.CaseId).OnDelete(DeleteBehavior.NoAction);
        entity.Property(v => v.Facts).HasColumnType("jsonb").HasConversion(JsonColumn.Of<CaseFacts>());
    }
}
