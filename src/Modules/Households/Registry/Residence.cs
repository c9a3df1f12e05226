using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace SocialAssistance.Households.Registry;

/// <summary>Where a household lives from a day on (居住地); the newest row that has begun counts, the others are its history.</summary>
internal sealed class Residence
{
    public required Guid Id { get; init; }

    public required Guid HouseholdId { get; init; }

    public required string DivisionCode { get; init; }

    public required string Area { get; init; }

    public required string Address { get; init; }

    public required DateOnly FromDay { get; init; }

    public required DateTimeOffset RecordedAt { get; init; }
}

internal sealed class ResidenceMapping : IEntityTypeConfiguration<Residence>
{
    public void Configure(EntityTypeBuilder<Residence> entity)
    {
        entity.Property(r => r.DivisionCode).UseCollation("C");
        entity.HasOne<Household>().WithMany().HasForeignKey(r => r.HouseholdId).OnDelete(DeleteBehavior.NoAction);
        entity.HasIndex(r => new { r.HouseholdId, r.FromDay, r.Id }).HasDatabaseName("ix_residences_household");
    }
}
