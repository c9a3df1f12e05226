using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace SocialAssistance.Cases.Uprating;

/// <summary>A programme and township through which an order was carried, or taken back.</summary>
internal sealed class UpratingChunk
{
    /// <summary>Carried into the cases (落实).</summary>
    public const string Carry = "carry";

    /// <summary>Carried into those that came into benefit since, on the day itself.</summary>
    public const string Late = "late";

    /// <summary>Taken out of them again (撤销).</summary>
    public const string TakeBack = "take-back";

    public required Guid VersionId { get; init; }

    public required DateOnly FirstDay { get; init; }

    /// <summary><see cref="Carry"/>, <see cref="Late"/> or <see cref="TakeBack"/>.</summary>
    public required string Step { get; init; }

    public required string Program { get; init; }

    public required string Township { get; init; }

    /// <summary>Cases in benefit that were determined anew.</summary>
    public required int LookedAt { get; init; }

    /// <summary>Cases that get more, or whose raise was taken back.</summary>
    public required int Raised { get; init; }

    /// <summary>Cases that would get less and wait for a hearing; nothing was changed.</summary>
    public required int Waiting { get; init; }

    /// <summary>Cases the record pays otherwise than their facts say; nothing was changed.</summary>
    public required int Review { get; init; }

    public required DateTimeOffset DoneAt { get; init; }
}

internal sealed class UpratingChunkMapping : IEntityTypeConfiguration<UpratingChunk>
{
    public void Configure(EntityTypeBuilder<UpratingChunk> entity)
    {
        entity.ToTable("uprating_chunks");
        entity.HasKey(c => new { c.VersionId, c.FirstDay, c.Step, c.Program, c.Township });
    }
}
