using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using SocialAssistance.Platform.Audit;

namespace SocialAssistance.Cases.CaseFiles;

/// <summary>A person a case names; lets duplicate checks find the case by identity number.</summary>
internal sealed class CasePerson : IOfCase
{
    public required Guid CaseId { get; init; }

    public required Guid PersonId { get; init; }

    public string? IdNumber { get; init; }

    public required string Name { get; init; }

    public required string Relation { get; init; }
}

internal sealed class CasePersonMapping : IEntityTypeConfiguration<CasePerson>
{
    public void Configure(EntityTypeBuilder<CasePerson> entity)
    {
        entity.HasKey(p => new { p.CaseId, p.PersonId });
        entity.HasOne<CaseFile>().WithMany().HasForeignKey(p => p.CaseId).OnDelete(DeleteBehavior.NoAction);
        entity.HasIndex(p => p.IdNumber);
    }
}
