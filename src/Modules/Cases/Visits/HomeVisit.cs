using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using SocialAssistance.Cases.CaseFiles;
using SocialAssistance.Platform.Audit;

namespace SocialAssistance.Cases.Visits;

/// <summary>A home visit (入户调查) as the two investigators found things; its conclusion is theirs alone, nothing is pre-written.</summary>
internal sealed class HomeVisit : IOfCase
{
    public required Guid Id { get; init; }

    public required Guid CaseId { get; init; }

    public required DateOnly VisitedOn { get; init; }

    public required Guid FirstInvestigatorId { get; init; }

    public required string FirstInvestigator { get; init; }

    /// <summary>Account of the second investigator; null for a named village cadre.</summary>
    public Guid? SecondInvestigatorId { get; init; }

    public required string SecondInvestigator { get; init; }

    /// <summary>What was found, as typed.</summary>
    public required VisitFindings Findings { get; init; }

    public required Guid FirstSignature { get; init; }

    public required Guid SecondSignature { get; init; }

    public required Guid FamilySignature { get; init; }

    public required Guid[] Photos { get; init; }

    /// <summary>Version of the facts the visit's corrections made; null without corrections.</summary>
    public int? FactVersion { get; init; }

    public required DateTimeOffset RecordedAt { get; init; }
}

/// <summary>The unfinished form of a visit with the files already sent, so that a lost network loses nothing.</summary>
[NotAudited]
internal sealed class VisitDraft : IOfCase
{
    public required Guid CaseId { get; init; }

    public required VisitForm Form { get; set; }

    public required string UpdatedByName { get; set; }

    public required DateTimeOffset UpdatedAt { get; set; }
}

internal sealed class HomeVisitMapping : IEntityTypeConfiguration<HomeVisit>
{
    public void Configure(EntityTypeBuilder<HomeVisit> entity)
    {
        entity.HasOne<CaseFile>().WithMany().HasForeignKey(v => v.CaseId).OnDelete(DeleteBehavior.NoAction);
        entity.Property(v => v.Findings).HasColumnType("jsonb").HasConversion(JsonColumn.Of<VisitFindings>());
        entity.HasIndex(v => new { v.CaseId, v.RecordedAt });
    }
}

internal sealed class VisitDraftMapping : IEntityTypeConfiguration<VisitDraft>
{
    public void Configure(EntityTypeBuilder<VisitDraft> entity)
    {
        entity.HasKey(d => d.CaseId);
        entity.HasOne<CaseFile>().WithMany().HasForeignKey(d => d.CaseId).OnDelete(DeleteBehavior.NoAction);
        entity.Property(d => d.Form).HasColumnType("jsonb").HasConversion(JsonColumn.Of<VisitForm>());
    }
}
