using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using SocialAssistance.Standards.Documents;
using SocialAssistance.Standards.Versions;

namespace SocialAssistance.Standards.Checks;

/// <summary>A golden case's new result, worked out by hand from the document and entered by a person, because the version changes it.</summary>
internal sealed class ExpectedResult
{
    public required Guid Id { get; init; }

    public required Guid VersionId { get; init; }

    /// <summary>The golden case.</summary>
    public required string CaseId { get; init; }

    /// <summary>From this day.</summary>
    public required DateOnly Day { get; init; }

    public required string Expected { get; set; }

    public required Guid DocumentId { get; set; }

    public required string Article { get; set; }

    public required string ConfirmedByName { get; set; }

    public required DateTimeOffset ConfirmedAt { get; set; }
}

internal sealed class ExpectedResultMapping : IEntityTypeConfiguration<ExpectedResult>
{
    public void Configure(EntityTypeBuilder<ExpectedResult> entity)
    {
        entity.HasOne<StandardVersion>().WithMany().HasForeignKey(r => r.VersionId).OnDelete(DeleteBehavior.NoAction);
        entity.HasOne<PolicyPaper>().WithMany().HasForeignKey(r => r.DocumentId).OnDelete(DeleteBehavior.NoAction);
        entity.HasIndex(r => new { r.VersionId, r.CaseId, r.Day }).IsUnique();
    }
}
