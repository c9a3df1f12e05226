using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using SocialAssistance.Cases.CaseFiles;
using SocialAssistance.Platform.Audit;

namespace SocialAssistance.Cases.Verification.Import;

/// <summary>A file of results, kept as read until it is entered.</summary>
internal sealed class VerificationImport : IOfCase
{
    public required Guid Id { get; init; }

    public required Guid CaseId { get; init; }

    public required string FileName { get; init; }

    /// <summary>SHA-256 of the bytes; the same file is entered once.</summary>
    public required string FileHash { get; init; }

    public required ImportContent Content { get; init; }

    public required string UploadedByName { get; init; }

    public required DateTimeOffset UploadedAt { get; init; }

    public DateTimeOffset? AppliedAt { get; set; }
}

internal sealed class VerificationImportMapping : IEntityTypeConfiguration<VerificationImport>
{
    public void Configure(EntityTypeBuilder<VerificationImport> entity)
    {
        entity.HasOne<CaseFile>().WithMany().HasForeignKey(i => i.CaseId).OnDelete(DeleteBehavior.NoAction);
        entity.Property(i => i.Content).HasColumnType("jsonb").HasConversion(JsonColumn.Of<ImportContent>());
        entity.HasIndex(i => new { i.CaseId, i.FileHash }).IsUnique().HasFilter("applied_at is not null").HasDatabaseName("ix_verification_imports_applied");
        entity.HasIndex(i => i.CaseId);
    }
}
