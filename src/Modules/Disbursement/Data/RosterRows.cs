using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using SocialAssistance.Platform.Data;

namespace SocialAssistance.Disbursement.Data;

/// <summary>A ledger line: what was ordered for one person, benefit and month. Written by set-based SQL, never changed once sealed.</summary>
internal sealed class Payment : IInArea
{
    public Guid RosterId { get; init; }

    /// <summary>Which row of the bank list the line belongs to: the household, or the returned row it corrects.</summary>
    public Guid OrderKey { get; init; }

    /// <summary>The person, or the household for a line of the whole household.</summary>
    public Guid PersonKey { get; init; }

    public required string Benefit { get; init; }

    /// <summary>One of <see cref="Rosters.LineKinds"/>.</summary>
    public required string Kind { get; init; }

    public DateOnly ForMonth { get; init; }

    public Guid HouseholdId { get; init; }

    public Guid CaseId { get; init; }

    public required string CaseNumber { get; init; }

    public required string DivisionCode { get; init; }

    public required string HeadName { get; init; }

    public Guid? PersonId { get; init; }

    public required string PersonName { get; init; }

    public string? IdNumber { get; init; }

    public required string Area { get; init; }

    public decimal Amount { get; init; }

    public required string Explanation { get; init; }

    public Guid EntitlementId { get; init; }

    public Guid? CorrectsRosterId { get; init; }

    public int? CorrectsNumber { get; init; }
}

/// <summary>A row of the bank list: what one account receives.</summary>
internal sealed class RosterOrder : IInArea
{
    public Guid RosterId { get; init; }

    /// <summary>Place in the list, from 1; with the roster's number it is the line number the bank sends back.</summary>
    public int Number { get; init; }

    public Guid OrderKey { get; init; }

    public Guid HouseholdId { get; init; }

    public Guid CaseId { get; init; }

    public required string CaseNumber { get; init; }

    public required string DivisionCode { get; init; }

    public required string HeadName { get; init; }

    public string? Holder { get; init; }

    public string? HolderIdNumber { get; init; }

    public string? Bank { get; init; }

    public string? Account { get; init; }

    public decimal Amount { get; init; }

    public int Persons { get; init; }

    public required string Summary { get; init; }

    public required string RowHash { get; init; }

    public Guid? CorrectsRosterId { get; init; }

    public int? CorrectsNumber { get; init; }
}

/// <summary>What a check found.</summary>
internal sealed class RosterFinding : IInArea
{
    public Guid RosterId { get; init; }

    public int Number { get; init; }

    public required string Kind { get; init; }

    public bool Blocking { get; init; }

    public Guid HouseholdId { get; init; }

    public Guid CaseId { get; init; }

    public required string DivisionCode { get; init; }

    public required string HeadName { get; init; }

    public required string Text { get; init; }
}

/// <summary>A difference from the roster before, with what explains it.</summary>
internal sealed class RosterChange : IInArea
{
    public Guid RosterId { get; init; }

    public int Number { get; init; }

    /// <summary>One of <see cref="Causes"/>.</summary>
    public required string Cause { get; init; }

    public Guid HouseholdId { get; init; }

    public Guid CaseId { get; init; }

    public required string CaseNumber { get; init; }

    public required string DivisionCode { get; init; }

    public required string HeadName { get; init; }

    public decimal Before { get; init; }

    public decimal After { get; init; }

    public int PersonsBefore { get; init; }

    public int PersonsAfter { get; init; }

    public required string Event { get; init; }
}

/// <summary>A household taken out of a roster, with the reason.</summary>
internal sealed class RosterExclusion
{
    public required Guid RosterId { get; init; }

    public required Guid HouseholdId { get; init; }

    public required Guid CaseId { get; init; }

    public required string HeadName { get; init; }

    public required string Reason { get; init; }

    public required string ExcludedByName { get; init; }

    public required DateTimeOffset ExcludedAt { get; init; }
}

/// <summary>A township whose lines a generation has written.</summary>
internal sealed class RosterTownship
{
    public Guid RosterId { get; init; }

    public int Generation { get; init; }

    public required string Township { get; init; }

    public DateTimeOffset DoneAt { get; init; }
}

internal sealed class RosterRowsMapping :
    IEntityTypeConfiguration<Payment>, IEntityTypeConfiguration<RosterOrder>, IEntityTypeConfiguration<RosterFinding>,
    IEntityTypeConfiguration<RosterChange>, IEntityTypeConfiguration<RosterExclusion>, IEntityTypeConfiguration<RosterTownship>
{
    public void Configure(EntityTypeBuilder<Payment> entity)
    {
        entity.HasKey(p => new { p.RosterId, p.OrderKey, p.PersonKey, p.Benefit, p.Kind, p.ForMonth });
        entity.Property(p => p.DivisionCode).UseCollation("C");
        entity.Property(p => p.CaseNumber).UseCollation("C");
    }

    public void Configure(EntityTypeBuilder<RosterOrder> entity)
    {
        entity.HasKey(o => new { o.RosterId, o.Number });
        entity.Property(o => o.DivisionCode).UseCollation("C");
        entity.Property(o => o.CaseNumber).UseCollation("C");
    }

    public void Configure(EntityTypeBuilder<RosterFinding> entity)
    {
        entity.HasKey(f => new { f.RosterId, f.Number });
        entity.Property(f => f.DivisionCode).UseCollation("C");
    }

    public void Configure(EntityTypeBuilder<RosterChange> entity)
    {
        entity.HasKey(c => new { c.RosterId, c.Number });
        entity.Property(c => c.DivisionCode).UseCollation("C");
        entity.Property(c => c.CaseNumber).UseCollation("C");
    }

    public void Configure(EntityTypeBuilder<RosterExclusion> entity)
    {
        entity.HasKey(e => new { e.RosterId, e.HouseholdId });
        entity.HasOne<Roster>().WithMany().HasForeignKey(e => e.RosterId).OnDelete(DeleteBehavior.NoAction);
    }

    public void Configure(EntityTypeBuilder<RosterTownship> entity)
    {
        entity.HasKey(t => new { t.RosterId, t.Generation, t.Township });
        entity.Property(t => t.Township).UseCollation("C");
        entity.HasOne<Roster>().WithMany().HasForeignKey(t => t.RosterId).OnDelete(DeleteBehavior.NoAction);
    }
}
