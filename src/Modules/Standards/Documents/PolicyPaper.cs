using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using SocialAssistance.Platform.Audit;

namespace SocialAssistance.Standards.Documents;

/// <summary>Whether a document still applies.</summary>
internal enum PaperStatus
{
    /// <summary>现行有效.</summary>
    InForce,

    /// <summary>已修改.</summary>
    Amended,

    /// <summary>已失效.</summary>
    Repealed,
}

/// <summary>A policy document (政策文件) in the register. Its number (文号) is its name and never changes, because figures cite it.</summary>
internal sealed class PolicyPaper
{
    public required Guid Id { get; init; }

    public required string Number { get; init; }

    public required string Title { get; set; }

    public string? Issuer { get; set; }

    public DateOnly? IssuedOn { get; set; }

    public DateOnly? EffectiveOn { get; set; }

    public PaperStatus Status { get; set; }

    /// <summary>Six-digit code of the division that issued it.</summary>
    public required string DivisionCode { get; init; }

    /// <summary>The text, one paragraph a line.</summary>
    public string? Text { get; set; }

    public string? Note { get; set; }

    public int Version { get; set; } = 1;

    /// <summary>How values and notices cite it.</summary>
    public string Name => $"{Number}《{Title}》";
}

internal sealed class PolicyPaperMapping : IEntityTypeConfiguration<PolicyPaper>
{
    public void Configure(EntityTypeBuilder<PolicyPaper> entity)
    {
        entity.ToTable("documents").HasKey(d => d.Id).HasName("pk_documents");
        entity.Property(d => d.Version).IsConcurrencyToken();
        entity.Ignore(d => d.Name);
        entity.HasIndex(d => d.Number).IsUnique();
    }
}

/// <summary>The scanned paper, kept apart so that lists need not carry it.</summary>
internal sealed class PaperScan
{
    public required Guid DocumentId { get; init; }

    public required string FileName { get; set; }

    public required string ContentType { get; set; }

    [NotAudited]
    public required byte[] Content { get; set; }

    /// <summary>Fingerprint of the content, in the audit trail instead of the content.</summary>
    public required string Sha256 { get; set; }

    public required string AddedByName { get; set; }

    public required DateTimeOffset AddedAt { get; set; }
}

internal sealed class PaperScanMapping : IEntityTypeConfiguration<PaperScan>
{
    public void Configure(EntityTypeBuilder<PaperScan> entity)
    {
        entity.ToTable("document_scans").HasKey(s => s.DocumentId);
        entity.HasOne<PolicyPaper>().WithOne().HasForeignKey<PaperScan>(s => s.DocumentId).OnDelete(DeleteBehavior.NoAction);
    }
}
