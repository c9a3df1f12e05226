using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using SocialAssistance.Platform.Data;

namespace SocialAssistance.Households.Registry;

/// <summary>A person of the registry (人员档案); found by identity number, so every application meets the same person.</summary>
internal sealed class Person : IInArea
{
    public required Guid Id { get; init; }

    public string? IdNumber { get; set; }

    public required string Name { get; set; }

    /// <summary>First letters of the pinyin, made by the database; for search.</summary>
    public string? NameInitials { get; private set; }

    public required bool Male { get; set; }

    public required DateOnly BirthDate { get; set; }

    public string? Phone { get; set; }

    public required string DivisionCode { get; set; }

    public DateOnly? DiedOn { get; set; }

    public int Version { get; set; }
}

internal sealed class PersonMapping : IEntityTypeConfiguration<Person>
{
    public void Configure(EntityTypeBuilder<Person> entity)
    {
        entity.HasIndex(p => p.IdNumber).IsUnique();
        entity.Property(p => p.NameInitials).HasComputedColumnSql("households.initials(name)", stored: true);
        entity.Property(p => p.DivisionCode).UseCollation("C");
        entity.Property(p => p.Version).IsConcurrencyToken();
        entity.HasIndex(p => p.Phone);
    }
}
