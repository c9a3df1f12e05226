using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using SocialAssistance.Platform.Data;

namespace SocialAssistance.Households.Registry;

/// <summary>A household (家庭) that lives together; its members have dates, so yesterday's household can still be read.</summary>
internal sealed class Household : IInArea
{
    public required Guid Id { get; init; }

    public required string DivisionCode { get; set; }

    public required Guid HeadPersonId { get; set; }

    public required string HeadName { get; set; }

    public required string Area { get; set; }

    public required string Address { get; set; }

    public required int MemberCount { get; set; }

    public int Version { get; set; }
}

/// <summary>A person's membership of a household from a day on; the last day is inside, null while it lasts.</summary>
internal sealed class Member
{
    public required Guid Id { get; init; }

    public required Guid HouseholdId { get; init; }

    public required Guid PersonId { get; init; }

    public required string Relation { get; init; }

    public required DateOnly FromDay { get; init; }

    public DateOnly? ToDay { get; set; }

    /// <summary>The household whose newcomer he became, where that alone ended the membership.</summary>
    public Guid? TakenBy { get; set; }
}

internal sealed class HouseholdMapping : IEntityTypeConfiguration<Household>
{
    public void Configure(EntityTypeBuilder<Household> entity)
    {
        entity.Property(h => h.DivisionCode).UseCollation("C");
        entity.Property(h => h.Version).IsConcurrencyToken();
        entity.HasOne<Person>().WithMany().HasForeignKey(h => h.HeadPersonId).OnDelete(DeleteBehavior.NoAction);
        entity.HasIndex(h => h.HeadPersonId).HasDatabaseName("ix_households_head");
        entity.HasIndex(h => new { h.DivisionCode, h.Id }).HasDatabaseName("ix_households_division_code");
    }
}

internal sealed class MemberMapping : IEntityTypeConfiguration<Member>
{
    public void Configure(EntityTypeBuilder<Member> entity)
    {
        entity.HasOne<Household>().WithMany().HasForeignKey(m => m.HouseholdId).OnDelete(DeleteBehavior.NoAction);
        entity.HasOne<Person>().WithMany().HasForeignKey(m => m.PersonId).OnDelete(DeleteBehavior.NoAction);
        entity.HasIndex(m => m.HouseholdId).HasDatabaseName("ix_members_household");
        entity.HasIndex(m => m.PersonId).HasDatabaseName("ix_members_person");
        entity.HasIndex(m => m.PersonId, "current").IsUnique().HasDatabaseName("ix_members_current").HasFilter("to_day is null");
    }
}
