using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using SocialAssistance.Standards.Documents;

namespace SocialAssistance.Standards.Versions;

/// <summary>One figure of a version, as entered. The database refuses every change once the version is no draft.</summary>
internal sealed class VersionLine
{
    public required Guid Id { get; init; }

    public required Guid VersionId { get; init; }

    public required string Key { get; init; }

    /// <summary><c>all</c>, <c>urban</c> or <c>rural</c>.</summary>
    public required string Area { get; init; }

    /// <summary>The value as packs spell it (JSON); null while it is not announced.</summary>
    public string? Value { get; set; }

    /// <summary>One of <see cref="FigureStates"/>.</summary>
    public required string State { get; set; }

    public required DateOnly FromDay { get; set; }

    public DateOnly? ToDay { get; set; }

    public Guid? DocumentId { get; set; }

    public string? Article { get; set; }

    /// <summary>The sentence of the document, copied as printed.</summary>
    public string? Quote { get; set; }
}

internal sealed class VersionLineMapping : IEntityTypeConfiguration<VersionLine>
{
    public void Configure(EntityTypeBuilder<VersionLine> entity)
    {
        entity.HasOne<StandardVersion>().WithMany().HasForeignKey(l => l.VersionId).OnDelete(DeleteBehavior.NoAction);
        entity.HasOne<PolicyPaper>().WithMany().HasForeignKey(l => l.DocumentId).OnDelete(DeleteBehavior.NoAction);
        entity.HasIndex(l => new { l.VersionId, l.Key, l.Area, l.FromDay }).IsUnique();
    }
}
