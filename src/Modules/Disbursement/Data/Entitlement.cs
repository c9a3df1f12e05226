using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using SocialAssistance.Platform.Audit;
using SocialAssistance.Platform.Data;

namespace SocialAssistance.Disbursement.Data;

/// <summary>
/// What a person is due per month over a stretch of months (保障待遇). Never changed: a change is an
/// <see cref="EntitlementEnding"/> and a new row, so any order of entry gives the same months.
/// </summary>
internal sealed class Entitlement : IInArea, IOfCase
{
    public required Guid Id { get; init; }

    public required Guid HouseholdId { get; init; }

    public required Guid CaseId { get; init; }

    public required string CaseNumber { get; init; }

    public required string DivisionCode { get; init; }

    public required string Program { get; init; }

    public required string HeadName { get; init; }

    /// <summary>The person; null for a line of the whole household.</summary>
    public Guid? PersonId { get; init; }

    public required string PersonName { get; init; }

    public string? IdNumber { get; init; }

    public required string Benefit { get; init; }

    public required string Area { get; init; }

    /// <summary>Yuan per month.</summary>
    public required decimal Amount { get; init; }

    public required string Basis { get; init; }

    /// <summary>Why it is that amount: formula and article, in one Chinese line.</summary>
    public required string Explanation { get; init; }

    public required DateOnly FromMonth { get; init; }

    /// <summary>Months up to this one were paid before this system took over.</summary>
    public DateOnly? SettledThrough { get; init; }

    /// <summary>One of <see cref="Causes"/>: what the row changes against the month before.</summary>
    public required string Cause { get; init; }

    public required Guid DeterminationId { get; init; }

    public required DateTimeOffset RecordedAt { get; init; }

    public required string RecordedByName { get; init; }
}

/// <summary>The last month of an entitlement; a last month before the first means it never was.</summary>
internal sealed class EntitlementEnding
{
    public required Guid Id { get; init; }

    public required Guid EntitlementId { get; init; }

    public required DateOnly LastMonth { get; init; }

    public required string Cause { get; init; }

    public required string Reason { get; init; }

    /// <summary>What allows the ending; see <see cref="Contracts.Cases.RevisionGrounds"/>, or <c>planned</c> with the row itself.</summary>
    public required string Ground { get; init; }

    /// <summary>The recorded hearing, with the ground <c>hearing</c>.</summary>
    public Guid? HearingId { get; init; }

    public required DateTimeOffset RecordedAt { get; init; }

    public required string RecordedByName { get; init; }
}

internal sealed class EntitlementMapping : IEntityTypeConfiguration<Entitlement>
{
    public void Configure(EntityTypeBuilder<Entitlement> entity)
    {
        entity.Property(e => e.DivisionCode).UseCollation("C");
        entity.Property(e => e.CaseNumber).UseCollation("C");
    }
}

internal sealed class EntitlementEndingMapping : IEntityTypeConfiguration<EntitlementEnding>
{
    public void Configure(EntityTypeBuilder<EntitlementEnding> entity)
    {
        entity.HasOne<Entitlement>().WithMany().HasForeignKey(e => e.EntitlementId).OnDelete(DeleteBehavior.NoAction);
        entity.HasIndex(e => new { e.EntitlementId, e.LastMonth });
    }
}
