using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using SocialAssistance.Standards.Documents;

namespace SocialAssistance.Standards.Delegations;

/// <summary>A township may confirm a programme up to an amount (委托下放), by a document, until it is revoked.</summary>
internal sealed class Delegation
{
    public required Guid Id { get; init; }

    /// <summary>Twelve-digit code of the township.</summary>
    public required string TownshipCode { get; init; }

    /// <summary>Code of the programme.</summary>
    public required string Program { get; init; }

    /// <summary>Largest monthly amount, yuan; null has no limit.</summary>
    public decimal? UpTo { get; init; }

    public required DateOnly FromDay { get; init; }

    public DateOnly? ToDay { get; init; }

    public required Guid DocumentId { get; init; }

    public string? Article { get; init; }

    public required string CreatedByName { get; init; }

    public required DateTimeOffset CreatedAt { get; init; }

    /// <summary>From this day it holds no more.</summary>
    public DateOnly? RevokedOn { get; private set; }

    public string? RevokedByName { get; private set; }

    public string? RevocationReason { get; private set; }

    public int Version { get; private set; } = 1;

    public void Revoke(DateOnly today, string by, string reason)
    {
        (RevokedOn, RevokedByName, RevocationReason) = (today, by, reason);
        Version++;
    }
}

internal sealed class DelegationMapping : IEntityTypeConfiguration<Delegation>
{
    public void Configure(EntityTypeBuilder<Delegation> entity)
    {
        entity.HasOne<PolicyPaper>().WithMany().HasForeignKey(d => d.DocumentId).OnDelete(DeleteBehavior.NoAction);
        entity.HasIndex(d => new { d.TownshipCode, d.Program });
        entity.Property(d => d.Version).IsConcurrencyToken();
    }
}
