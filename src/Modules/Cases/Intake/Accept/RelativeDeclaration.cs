using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using SocialAssistance.Cases.CaseFiles;
using SocialAssistance.Platform.Audit;

namespace SocialAssistance.Cases.Intake.Accept;

/// <summary>A near relative of the applicant works in the office (近亲属备案); such a case is looked into by the county.</summary>
internal sealed class RelativeDeclaration : IOfCase
{
    public required Guid CaseId { get; init; }

    public required string OfficialName { get; init; }

    public required string Relation { get; init; }

    public required string Post { get; init; }

    public string? Note { get; init; }
}

internal sealed class RelativeDeclarationMapping : IEntityTypeConfiguration<RelativeDeclaration>
{
    public void Configure(EntityTypeBuilder<RelativeDeclaration> entity)
    {
        entity.HasKey(d => d.CaseId);
        entity.HasOne<CaseFile>().WithOne().HasForeignKey<RelativeDeclaration>(d => d.CaseId).OnDelete(DeleteBehavior.NoAction);
    }
}
