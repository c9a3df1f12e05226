using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using SocialAssistance.Cases.CaseFiles;
using SocialAssistance.Cases.Intake.Drafts;
using SocialAssistance.Platform.Audit;
using SocialAssistance.Platform.Data;

namespace SocialAssistance.Cases.Materials;

/// <summary>A scan or photo. A withdrawn one stays, with who took it back and why.</summary>
internal sealed class StoredFile : IInArea
{
    public required Guid Id { get; init; }

    public Guid? DraftId { get; init; }

    public Guid? CaseId { get; set; }

    public required string DivisionCode { get; init; }

    /// <summary>What it shows: the code of a material, or e.g. <c>visit-photo</c>.</summary>
    public required string Subject { get; init; }

    public required string FileName { get; init; }

    public required string MediaType { get; init; }

    public required int Size { get; init; }

    public required string Sha256 { get; init; }

    public Guid? UploadedBy { get; init; }

    public required string UploadedByName { get; init; }

    public required DateTimeOffset UploadedAt { get; init; }

    public DateTimeOffset? WithdrawnAt { get; set; }

    public string? WithdrawnByName { get; set; }

    public string? WithdrawReason { get; set; }
}

/// <summary>The bytes of a stored file, apart from its description.</summary>
[NotAudited]
internal sealed class StoredFileContent
{
    public required Guid FileId { get; init; }

    public required byte[] Content { get; init; }
}

internal sealed class StoredFileMapping : IEntityTypeConfiguration<StoredFile>
{
    public void Configure(EntityTypeBuilder<StoredFile> entity)
    {
        entity.Property(f => f.DivisionCode).UseCollation("C");
        entity.HasOne<ApplicationDraft>().WithMany().HasForeignKey(f => f.DraftId).OnDelete(DeleteBehavior.NoAction);
        entity.HasOne<CaseFile>().WithMany().HasForeignKey(f => f.CaseId).OnDelete(DeleteBehavior.NoAction);
        entity.HasIndex(f => new { f.DraftId, f.UploadedAt }).HasDatabaseName("ix_stored_files_draft");
        entity.HasIndex(f => new { f.CaseId, f.UploadedAt }).HasDatabaseName("ix_stored_files_case");
    }
}

internal sealed class StoredFileContentMapping : IEntityTypeConfiguration<StoredFileContent>
{
    public void Configure(EntityTypeBuilder<StoredFileContent> entity)
    {
        entity.ToTable("stored_file_contents");
        entity.HasKey(c => c.FileId);
        entity.HasOne<StoredFile>().WithOne().HasForeignKey<StoredFileContent>(c => c.FileId).OnDelete(DeleteBehavior.NoAction);
    }
}
