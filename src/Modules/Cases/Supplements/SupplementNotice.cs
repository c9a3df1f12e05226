using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using SocialAssistance.Cases.CaseFiles;
using SocialAssistance.Platform.Audit;

namespace SocialAssistance.Cases.Supplements;

/// <summary>The notice that tells the applicant every missing paper at once (一次性告知).</summary>
internal sealed class SupplementNotice : IOfCase
{
    public required Guid Id { get; init; }

    public required Guid CaseId { get; init; }

    public required DateOnly ToldOn { get; init; }

    public required string ToldByName { get; init; }

    public required IReadOnlyList<SupplementItem> Items { get; init; }

    /// <summary>Codes of every paper that could be known to be needed on that day.</summary>
    public required string[] Knowable { get; init; }

    public DateOnly? CompletedOn { get; set; }
}

/// <summary>A missing paper with what exactly is needed.</summary>
internal sealed record SupplementItem(string Code, string Title, string? Hint);

internal sealed class SupplementNoticeMapping : IEntityTypeConfiguration<SupplementNotice>
{
    public void Configure(EntityTypeBuilder<SupplementNotice> entity)
    {
        entity.HasOne<CaseFile>().WithMany().HasForeignKey(n => n.CaseId).OnDelete(DeleteBehavior.NoAction);
        entity.Property(n => n.Items).HasColumnType("jsonb").HasConversion(JsonColumn.Of<IReadOnlyList<SupplementItem>>());
        entity.HasIndex(n => new { n.CaseId, n.ToldOn }).HasDatabaseName("ix_supplement_notices_case");
    }
}
