using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using SocialAssistance.Cases.CaseFiles;
using SocialAssistance.Platform.Audit;
using SocialAssistance.Platform.Data;

namespace SocialAssistance.Cases.Changes;

/// <summary>
/// Something that happened to a family in benefit (变更事项). Never edited: a second person's decision is added, and a
/// mistake is corrected by another change that takes its place.
/// </summary>
internal sealed class BenefitChange : IInArea, IOfCase
{
    public required Guid Id { get; init; }

    public required Guid CaseId { get; init; }

    public required string DivisionCode { get; init; }

    /// <summary>See <see cref="ChangeKinds"/>.</summary>
    public required string Kind { get; init; }

    public Guid? PersonId { get; init; }

    public string? PersonName { get; init; }

    public required DateOnly HappenedOn { get; init; }

    public required DateOnly KnownOn { get; init; }

    public required string ReportedBy { get; init; }

    public string? Note { get; init; }

    /// <summary>What it changes in the facts.</summary>
    public required FactPatch Patch { get; init; }

    /// <summary>The village the family moved to.</summary>
    public string? NewDivision { get; init; }

    /// <summary>The change this one takes the place of.</summary>
    public Guid? Supersedes { get; init; }

    public string? SupersedeReason { get; init; }

    /// <summary>A correction counts from when the corrected change was decided.</summary>
    public DateOnly? CountsAsDecidedOn { get; init; }

    /// <summary>See <see cref="ChangeStatus"/>.</summary>
    public string Status { get; private set; } = ChangeStatus.Proposed;

    public required Guid ProposedBy { get; init; }

    public required string ProposedByName { get; init; }

    public required DateTimeOffset ProposedAt { get; init; }

    public DateOnly? DecidedOn { get; private set; }

    public Guid? DecidedBy { get; private set; }

    public string? DecidedByName { get; private set; }

    public string? DecisionNote { get; private set; }

    /// <summary>First day of the first month that changes.</summary>
    public DateOnly? EffectiveMonth { get; private set; }

    /// <summary>Somebody gets less by it.</summary>
    public bool Loses { get; private set; }

    /// <summary>See <see cref="Contracts.Cases.RevisionGrounds"/>.</summary>
    public string? Ground { get; private set; }

    public Guid? HearingId { get; private set; }

    /// <summary>Yuan a month before and from the effective month on.</summary>
    public decimal? TotalBefore { get; private set; }

    public decimal? TotalAfter { get; private set; }

    /// <summary>First day of the first and the last month of a phase-out it opens.</summary>
    public DateOnly? PhaseOutFrom { get; private set; }

    public DateOnly? PhaseOutUntil { get; private set; }

    /// <summary>First day of the first month in which nothing is paid any more.</summary>
    public DateOnly? EndsMonth { get; private set; }

    public Guid? DeterminationId { get; private set; }

    /// <summary>The day the change counts as decided on.</summary>
    public DateOnly? CountsFrom => CountsAsDecidedOn ?? DecidedOn;

    /// <summary>What it would do, as of the day it was entered.</summary>
    public void Expect(ChangeEffect effect) => (TotalBefore, TotalAfter) = (effect.TotalBefore, effect.TotalAfter);

    /// <summary>A second person confirms it.</summary>
    public void Confirm(DateOnly today, Guid by, string byName, string? note, ChangeEffect effect, string ground, Guid? hearingId, Guid determinationId)
    {
        (Status, DecidedOn, DecidedBy, DecidedByName, DecisionNote) = (ChangeStatus.Confirmed, today, by, byName, note);
        (EffectiveMonth, Loses, Ground, HearingId) = (effect.From.FirstDay, effect.Losses.Count > 0, ground, hearingId);
        (TotalBefore, TotalAfter, DeterminationId) = (effect.TotalBefore, effect.TotalAfter, determinationId);
        (PhaseOutFrom, PhaseOutUntil, EndsMonth) = (effect.PhaseOut.FirstOrDefault()?.Month.FirstDay, effect.PhaseOut.LastOrDefault()?.Month.FirstDay, effect.EndsWith?.FirstDay);
    }

    /// <summary>A second person sends it back with a reason.</summary>
    public void Return(DateOnly today, Guid by, string byName, string note) =>
        (Status, DecidedOn, DecidedBy, DecidedByName, DecisionNote) = (ChangeStatus.Returned, today, by, byName, note);

    /// <summary>A correction took its place.</summary>
    public void Supersede() => Status = ChangeStatus.Superseded;
}

/// <summary>States of a change and their words.</summary>
internal static class ChangeStatus
{
    public const string Proposed = "proposed";
    public const string Confirmed = "confirmed";
    public const string Returned = "returned";
    public const string Superseded = "superseded";

    public static IReadOnlyDictionary<string, string> Names { get; } = new Dictionary<string, string>
    {
        [Proposed] = "待确认", [Confirmed] = "已确认", [Returned] = "已退回", [Superseded] = "已更正",
    };
}

internal sealed class BenefitChangeMapping : IEntityTypeConfiguration<BenefitChange>
{
    public void Configure(EntityTypeBuilder<BenefitChange> entity)
    {
        entity.Ignore(c => c.CountsFrom);
        entity.HasOne<CaseFile>().WithMany().HasForeignKey(c => c.CaseId).OnDelete(DeleteBehavior.NoAction);
        entity.HasOne<BenefitChange>().WithMany().HasForeignKey(c => c.Supersedes).OnDelete(DeleteBehavior.NoAction);
        entity.Property(c => c.DivisionCode).UseCollation("C");
        entity.Property(c => c.NewDivision).UseCollation("C");
        entity.Property(c => c.Patch).HasColumnType("jsonb").HasConversion(JsonColumn.Of<FactPatch>());
        entity.HasIndex(c => new { c.CaseId, c.ProposedAt }).HasDatabaseName("ix_benefit_changes_case");
        entity.HasIndex(c => new { c.Status, c.DivisionCode, c.ProposedAt, c.Id }).HasDatabaseName("ix_benefit_changes_desk");
        entity.HasIndex(c => c.Supersedes).IsUnique().HasDatabaseName("ux_benefit_changes_supersedes").HasFilter("status <> 'returned' and supersedes is not null");
        entity.HasIndex(c => new { c.PhaseOutUntil, c.DivisionCode, c.Id }).HasDatabaseName("ix_benefit_changes_phase_out").HasFilter("status = 'confirmed' and phase_out_until is not null");
        entity.HasIndex(c => new { c.EndsMonth, c.DivisionCode, c.Id }).HasDatabaseName("ix_benefit_changes_ends").HasFilter("status = 'confirmed' and ends_month is not null");
    }
}
