using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using SocialAssistance.Cases.CaseFiles;
using SocialAssistance.Platform.Audit;

namespace SocialAssistance.Cases.Opinions;

/// <summary>The township's first opinion (初审意见), with the determination it was given on; appended, never edited.</summary>
internal sealed class CaseOpinion : IOfCase
{
    public required Guid Id { get; init; }

    public required Guid CaseId { get; init; }

    /// <summary><c>confirm</c> or <c>decline</c>.</summary>
    public required string Recommendation { get; init; }

    /// <summary>The chosen reason with its article.</summary>
    public required string Reason { get; init; }

    /// <summary>Why the recommendation differs from the calculation; null where it agrees.</summary>
    public string? Deviation { get; init; }

    public required Guid DeterminationId { get; init; }

    public required decimal MonthlyAmount { get; init; }

    public required int PersonsCovered { get; init; }

    public required Guid GivenBy { get; init; }

    public required string GivenByName { get; init; }

    public required DateTimeOffset GivenAt { get; init; }
}

internal sealed class CaseOpinionMapping : IEntityTypeConfiguration<CaseOpinion>
{
    public void Configure(EntityTypeBuilder<CaseOpinion> entity)
    {
        entity.ToTable("opinions");
        entity.HasOne<CaseFile>().WithMany().HasForeignKey(o => o.CaseId).OnDelete(DeleteBehavior.NoAction);
        entity.HasIndex(o => new { o.CaseId, o.GivenAt });
    }
}
