using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using SocialAssistance.Cases.CaseFiles;
using SocialAssistance.Platform.Audit;
using SocialAssistance.Platform.Data;

namespace SocialAssistance.Cases.Intake.Drafts;

/// <summary>
/// An unfinished application (草稿): what the clerk typed, right or wrong. It is no record about a person yet, so its
/// keystrokes stay out of the trail; beginning, putting aside and accepting are recorded as acts.
/// </summary>
internal sealed class ApplicationDraft : IInArea
{
    public required Guid Id { get; init; }

    public required Guid OwnerId { get; init; }

    public required string OwnerName { get; init; }

    /// <summary>The township whose window began it.</summary>
    public required string DivisionCode { get; init; }

    public required string Program { get; set; }

    [NotAudited]
    public required DraftData Data { get; set; }

    /// <summary>Page where the clerk was last.</summary>
    public required string Step { get; set; }

    public required DateTimeOffset CreatedAt { get; init; }

    [NotAudited]
    public required DateTimeOffset UpdatedAt { get; set; }

    public required string UpdatedByName { get; set; }

    public DateTimeOffset? DeletedAt { get; set; }

    public Guid? CaseId { get; set; }

    [NotAudited]
    public int Version { get; set; }

    public bool IsOpen => CaseId is null && DeletedAt is null;
}

internal sealed class ApplicationDraftMapping : IEntityTypeConfiguration<ApplicationDraft>
{
    public void Configure(EntityTypeBuilder<ApplicationDraft> entity)
    {
        entity.Ignore(d => d.IsOpen);
        entity.Property(d => d.DivisionCode).UseCollation("C");
        entity.Property(d => d.Version).IsConcurrencyToken();
        entity.Property(d => d.Data).HasColumnType("jsonb").HasConversion(JsonColumn.Of<DraftData>());
        entity.HasOne<CaseFile>().WithMany().HasForeignKey(d => d.CaseId).OnDelete(DeleteBehavior.NoAction);
        entity.HasIndex(d => new { d.OwnerId, d.UpdatedAt }).HasDatabaseName("ix_application_drafts_owner").HasFilter("case_id is null and deleted_at is null");
        entity.HasIndex(d => new { d.DivisionCode, d.UpdatedAt }).HasDatabaseName("ix_application_drafts_desk").HasFilter("case_id is null and deleted_at is null");
    }
}
