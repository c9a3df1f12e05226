using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace SocialAssistance.Disbursement.Hints;

/// <summary>Somebody may have died (死亡提示): the payment waits until a second person has looked.</summary>
internal sealed class DeathHint
{
    public required Guid Id { get; init; }

    public required string IdNumber { get; init; }

    /// <summary>Where the word came from, e.g. 殡葬信息.</summary>
    public required string Source { get; init; }

    public DateOnly? DiedOn { get; init; }

    public Guid? RecordedBy { get; init; }

    public required DateTimeOffset RecordedAt { get; init; }

    public required string RecordedByName { get; init; }

    public Guid? ClearedBy { get; private set; }

    public DateTimeOffset? ClearedAt { get; private set; }

    public string? ClearedByName { get; private set; }

    public string? ClearedReason { get; private set; }

    public void Clear(Guid? by, string name, DateTimeOffset at, string reason) => (ClearedBy, ClearedByName, ClearedAt, ClearedReason) = (by, name, at, reason);
}

internal sealed class DeathHintMapping : IEntityTypeConfiguration<DeathHint>
{
    public void Configure(EntityTypeBuilder<DeathHint> entity) => entity.ToTable("death_hints");
}
