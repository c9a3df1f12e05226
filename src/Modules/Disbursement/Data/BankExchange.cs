using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace SocialAssistance.Disbursement.Data;

/// <summary>What a column of the bank list holds.</summary>
internal enum BankField
{
    Number,
    Head,
    Holder,
    HolderIdNumber,
    Bank,
    Account,
    Amount,
    Summary,
    Line,
    Division,
    Persons,
    Month,
}

/// <summary>A list that left the house.</summary>
internal sealed class RosterExport
{
    public required Guid Id { get; init; }

    public required Guid RosterId { get; init; }

    public required string Template { get; init; }

    public required int TemplateVersion { get; init; }

    public required string Format { get; init; }

    public required int Rows { get; init; }

    public required decimal Total { get; init; }

    public required string Sha256 { get; init; }

    public required Guid ExportedBy { get; init; }

    public required string ExportedByName { get; init; }

    public required DateTimeOffset ExportedAt { get; init; }
}

/// <summary>A word by which a bank heads a column of its return file.</summary>
internal sealed class ReturnHeader
{
    public required string Header { get; init; }

    public required string Field { get; init; }
}

/// <summary>A bank's return file (回盘), read and compared, not yet entered until <see cref="Applied"/>.</summary>
internal sealed class ReturnFile
{
    public const string Staged = "staged";
    public const string Applied = "applied";
    public const string Discarded = "discarded";

    public required Guid Id { get; init; }

    public required Guid RosterId { get; init; }

    public required string FileName { get; init; }

    public required string Encoding { get; init; }

    /// <summary>SHA-256 of the bytes.</summary>
    public required string FileHash { get; init; }

    /// <summary>SHA-256 of the rows in a fixed order: the same content in another order has the same one.</summary>
    public required string ContentHash { get; init; }

    public required int Rows { get; init; }

    public required decimal Total { get; init; }

    public int Paid { get; set; }

    public int Failed { get; set; }

    public int Problems { get; set; }

    public string Status { get; set; } = Staged;

    public required Guid UploadedBy { get; init; }

    public required string UploadedByName { get; init; }

    public required DateTimeOffset UploadedAt { get; init; }

    public string? AppliedByName { get; set; }

    public DateTimeOffset? AppliedAt { get; set; }
}

/// <summary>A row of a return file, with what is wrong with it.</summary>
internal sealed class ReturnRow
{
    public Guid FileId { get; init; }

    /// <summary>Row of the file as the spreadsheet counts it.</summary>
    public int Row { get; init; }

    public required string Line { get; init; }

    /// <summary>Number of the row of the bank list it answers; null when there is none.</summary>
    public int? Number { get; init; }

    public required string Account { get; init; }

    public required string AmountText { get; init; }

    public decimal? Amount { get; init; }

    public required string Outcome { get; init; }

    public bool? Paid { get; init; }

    public required string Reason { get; init; }

    public string? ReasonKind { get; init; }

    public string? Problem { get; init; }
}

/// <summary>What became of a row of the bank list, once and for all.</summary>
internal sealed class PaymentOutcome
{
    public Guid RosterId { get; init; }

    public int Number { get; init; }

    public bool Paid { get; init; }

    public string? ReasonKind { get; init; }

    public string? Reason { get; init; }

    public Guid ReturnFileId { get; init; }

    public DateTimeOffset RecordedAt { get; init; }
}

internal sealed class BankExchangeMapping :
    IEntityTypeConfiguration<RosterExport>, IEntityTypeConfiguration<ReturnHeader>,
    IEntityTypeConfiguration<ReturnFile>, IEntityTypeConfiguration<ReturnRow>, IEntityTypeConfiguration<PaymentOutcome>
{
    public void Configure(EntityTypeBuilder<RosterExport> entity)
    {
        entity.HasOne<Roster>().WithMany().HasForeignKey(e => e.RosterId).OnDelete(DeleteBehavior.NoAction);
        entity.HasIndex(e => new { e.RosterId, e.ExportedAt });
    }

    public void Configure(EntityTypeBuilder<ReturnHeader> entity) => entity.HasKey(h => h.Header);

    public void Configure(EntityTypeBuilder<ReturnFile> entity)
    {
        entity.HasOne<Roster>().WithMany().HasForeignKey(f => f.RosterId).OnDelete(DeleteBehavior.NoAction);
        entity.HasIndex(f => new { f.RosterId, f.UploadedAt });
    }

    public void Configure(EntityTypeBuilder<ReturnRow> entity)
    {
        entity.HasKey(r => new { r.FileId, r.Row });
        entity.HasOne<ReturnFile>().WithMany().HasForeignKey(r => r.FileId).OnDelete(DeleteBehavior.Cascade);
    }

    public void Configure(EntityTypeBuilder<PaymentOutcome> entity)
    {
        entity.HasKey(o => new { o.RosterId, o.Number });
        entity.HasOne<RosterOrder>().WithMany().HasForeignKey(o => new { o.RosterId, o.Number }).OnDelete(DeleteBehavior.NoAction);
    }
}
