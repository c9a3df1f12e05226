using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using SocialAssistance.Cases.CaseFiles;
using SocialAssistance.Platform.Audit;

namespace SocialAssistance.Cases.Verification;

/// <summary>A commission to check the household's finances (委托核对); a case sent back to investigation gets a new one.</summary>
internal sealed class VerificationOrder : IOfCase
{
    public required Guid Id { get; init; }

    public required Guid CaseId { get; init; }

    /// <summary>1 for the first investigation.</summary>
    public required int Round { get; init; }

    public required DateOnly CommissionedOn { get; init; }

    public required string CommissionedByName { get; init; }

    public DateOnly? CompletedOn { get; set; }

    public string? CompletedByName { get; set; }
}

/// <summary>One department's answer about one person or the household, and what the clerk made of it.</summary>
internal sealed class VerificationResult : IOfCase
{
    public required Guid Id { get; init; }

    public required Guid CaseId { get; init; }

    public required Guid OrderId { get; init; }

    /// <summary>The person asked about; the head for household items.</summary>
    public required Guid PersonId { get; init; }

    public required string PersonName { get; init; }

    /// <summary>Code of <see cref="VerificationItem"/>.</summary>
    public required string Item { get; init; }

    /// <summary>What the family declared when the check was commissioned; null: not known, or an item in words.</summary>
    public decimal? Declared { get; init; }

    /// <summary><c>same</c>, <c>different</c> or <c>silent</c>; null until the department answered.</summary>
    public string? Outcome { get; set; }

    /// <summary>Income per month, yuan or pieces of property.</summary>
    public decimal? Verified { get; set; }

    public string? Note { get; set; }

    /// <summary><c>accepted</c>, <c>kept</c> or <c>waived</c>; null: not decided.</summary>
    public string? Decision { get; set; }

    public string? DecisionReason { get; set; }

    public string? DecidedByName { get; set; }

    public DateTimeOffset? DecidedAt { get; set; }

    /// <summary>Version of the facts an accepted difference made.</summary>
    public int? FactVersion { get; set; }

    public decimal? AmountBefore { get; set; }

    public decimal? AmountAfter { get; set; }

    public bool IsResolved => Outcome == VerificationWords.Same || Decision is not null;
}

internal sealed class VerificationOrderMapping : IEntityTypeConfiguration<VerificationOrder>
{
    public void Configure(EntityTypeBuilder<VerificationOrder> entity)
    {
        entity.HasOne<CaseFile>().WithMany().HasForeignKey(o => o.CaseId).OnDelete(DeleteBehavior.NoAction);
        entity.HasIndex(o => new { o.CaseId, o.Round }).IsUnique();
    }
}

internal sealed class VerificationResultMapping : IEntityTypeConfiguration<VerificationResult>
{
    public void Configure(EntityTypeBuilder<VerificationResult> entity)
    {
        entity.Ignore(r => r.IsResolved);
        entity.HasOne<CaseFile>().WithMany().HasForeignKey(r => r.CaseId).OnDelete(DeleteBehavior.NoAction);
        entity.HasOne<VerificationOrder>().WithMany().HasForeignKey(r => r.OrderId).OnDelete(DeleteBehavior.NoAction);
        entity.HasIndex(r => new { r.OrderId, r.PersonId, r.Item }).IsUnique();
        entity.HasIndex(r => r.CaseId);
    }
}
