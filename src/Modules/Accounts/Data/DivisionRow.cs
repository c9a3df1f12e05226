using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using SocialAssistance.Contracts.Accounts;

namespace SocialAssistance.Accounts.Data;

/// <summary>A division as stored; everybody else sees <see cref="Division"/>.</summary>
internal sealed class DivisionRow(string code, string name, DivisionLevel level, string? parent)
{
    public string Code { get; private set; } = code;

    public string Name { get; private set; } = name;

    public DivisionLevel Level { get; private set; } = level;

    public string? Parent { get; private set; } = parent;

    public void Rename(string name) => Name = name;

    internal sealed class Mapping : IEntityTypeConfiguration<DivisionRow>
    {
        public void Configure(EntityTypeBuilder<DivisionRow> division)
        {
            division.ToTable("divisions", t => t.HasCheckConstraint("ck_divisions_code", "code ~ '^[0-9]{12}$'"));
            division.HasKey(d => d.Code);
            division.Property(d => d.Code).UseCollation("C");
            division.Property(d => d.Parent).UseCollation("C");
            division.HasOne<DivisionRow>().WithMany().HasForeignKey(d => d.Parent).OnDelete(DeleteBehavior.Restrict);
        }
    }
}
