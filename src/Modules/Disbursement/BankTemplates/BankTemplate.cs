using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using System.Text.Unicode;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Microsoft.EntityFrameworkCore.Storage.ValueConversion;
using SocialAssistance.Disbursement.Data;

namespace SocialAssistance.Disbursement.BankTemplates;

/// <summary>A column of a bank's list: what it holds and how it is headed.</summary>
internal sealed record BankColumn(BankField Field, string Header);

/// <summary>A column of a bank's return file: how the bank heads it and what it is; one of <see cref="Returns.ReturnFields"/>.</summary>
internal sealed record ReturnColumn(string Header, string Field);

/// <summary>How one bank wants its list and answers it; data, so that a new bank needs no program. Never changed: an edit is a new version.</summary>
internal sealed record BankTemplate
{
    public required string Code { get; init; }

    /// <summary>From 1; the highest counts.</summary>
    public required int Version { get; init; }

    public required string Name { get; init; }

    public required IReadOnlyList<BankColumn> Columns { get; init; }

    /// <summary>Whether a workbook carries a second sheet with the control totals.</summary>
    public required bool Totals { get; init; }

    public required int Position { get; init; }

    /// <summary><c>xlsx</c> or <c>text</c>.</summary>
    public required string Format { get; init; }

    /// <summary>Of a text file; one of <see cref="TemplateWords.Encodings"/>.</summary>
    public required string Encoding { get; init; }

    /// <summary>Between the columns of a text file; one of <see cref="TemplateWords.Separators"/>.</summary>
    public required string Separator { get; init; }

    /// <summary>Whether the first row names the columns.</summary>
    public required bool Headings { get; init; }

    /// <summary>How amounts are written, here and in the bank's answer; one of <see cref="TemplateWords.Amounts"/>.</summary>
    public required string Amount { get; init; }

    /// <summary>Name of the file without its ending, with the marks of <see cref="TemplateWords.Marks"/>.</summary>
    public required string FileName { get; init; }

    /// <summary>What the bank calls the columns of its answer, besides the names every bank uses.</summary>
    public required IReadOnlyList<ReturnColumn> ReturnColumns { get; init; }

    /// <summary>What the bank writes for a payment that arrived, besides the usual words.</summary>
    public required IReadOnlyList<string> PaidWords { get; init; }

    /// <summary>What the bank writes for a payment that came back.</summary>
    public required IReadOnlyList<string> FailedWords { get; init; }

    public required DateTimeOffset RecordedAt { get; init; }

    public required string RecordedByName { get; init; }
}

internal sealed class BankTemplateMapping : IEntityTypeConfiguration<BankTemplate>
{
    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web)
    {
        Encoder = JavaScriptEncoder.Create(UnicodeRanges.All),
        Converters = { new JsonStringEnumConverter() },
    };

    public void Configure(EntityTypeBuilder<BankTemplate> entity)
    {
        entity.ToTable("bank_templates");
        entity.HasKey(t => new { t.Code, t.Version });
        entity.Property(t => t.Columns).HasColumnType("jsonb").HasConversion(Converter<BankColumn>());
        entity.Property(t => t.ReturnColumns).HasColumnType("jsonb").HasConversion(Converter<ReturnColumn>());
        entity.Property(t => t.PaidWords).HasColumnType("jsonb").HasConversion(Converter<string>());
        entity.Property(t => t.FailedWords).HasColumnType("jsonb").HasConversion(Converter<string>());
    }

    private static ValueConverter<IReadOnlyList<T>, string> Converter<T>() =>
        new(v => JsonSerializer.Serialize(v, Json), s => JsonSerializer.Deserialize<List<T>>(s, Json)!);
}
