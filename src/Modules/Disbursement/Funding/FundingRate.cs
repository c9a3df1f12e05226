using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace SocialAssistance.Disbursement.Funding;

/// <summary>What one level of government pays per person and month for a programme (资金来源标准).</summary>
internal sealed class FundingRate
{
    public required Guid Id { get; init; }

    public required string Program { get; init; }

    /// <summary><c>urban</c> or <c>rural</c>.</summary>
    public required string Area { get; init; }

    /// <summary>One of <see cref="FundingLevels"/>.</summary>
    public required string Level { get; init; }

    /// <summary>Yuan per person and month, or year where <see cref="Yearly"/>.</summary>
    public required decimal PerPerson { get; init; }

    /// <summary>Whether the figure is per person and year; a month's part is a twelfth.</summary>
    public bool Yearly { get; init; }

    public required DateOnly FromMonth { get; init; }

    /// <summary>Number and article of the document (依据).</summary>
    public required string Document { get; init; }

    public required DateTimeOffset RecordedAt { get; init; }

    public required string RecordedByName { get; init; }
}

/// <summary>Levels of government that pay, from the top.</summary>
internal static class FundingLevels
{
    public static IReadOnlyDictionary<string, string> Names { get; } = new Dictionary<string, string>
    {
        ["central"] = "中央", ["province"] = "省级", ["prefecture"] = "市级", ["county"] = "县级", ["special"] = "专项资金",
    };

    public static IReadOnlyDictionary<string, string> Areas { get; } = new Dictionary<string, string> { ["urban"] = "城市", ["rural"] = "农村" };
}

internal sealed class FundingRateMapping : IEntityTypeConfiguration<FundingRate>
{
    public void Configure(EntityTypeBuilder<FundingRate> entity) => entity.ToTable("funding_rates");
}
