using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using SocialAssistance.Cases.CaseFiles;
using SocialAssistance.Platform.Audit;
using SocialAssistance.Platform.Data;

namespace SocialAssistance.Cases.Uprating;

/// <summary>A case a published version did not reach (提标未落实); settled by the next confirmed change of the case.</summary>
internal sealed class UpratingWait : IInArea, IOfCase
{
    public required Guid VersionId { get; init; }

    /// <summary>The day of the version that did not reach the case.</summary>
    public required DateOnly FirstDay { get; init; }

    public required Guid CaseId { get; init; }

    /// <summary>版本号.</summary>
    public required int VersionNumber { get; init; }

    public required string CaseNumber { get; init; }

    public required string DivisionCode { get; init; }

    /// <summary>One of <see cref="UpratingWaits"/>.</summary>
    public required string Kind { get; init; }

    public required string Reason { get; init; }

    public required DateOnly NotedOn { get; init; }

    public required DateTimeOffset NotedAt { get; init; }
}

/// <summary>Why a version did not reach a case.</summary>
internal static class UpratingWaits
{
    /// <summary>Somebody would get less by it and is heard first.</summary>
    public const string Hearing = "hearing";

    /// <summary>The record pays otherwise than the facts say already without it.</summary>
    public const string Review = "review";

    /// <summary>The version was withdrawn, and the case still counts it in.</summary>
    public const string Withdrawn = "withdrawn";

    public static IReadOnlyDictionary<string, string> Names { get; } = new Dictionary<string, string> { [Hearing] = "提标待听取意见", [Review] = "提标需复核", [Withdrawn] = "撤销未恢复" };
}

internal sealed class UpratingWaitMapping : IEntityTypeConfiguration<UpratingWait>
{
    public void Configure(EntityTypeBuilder<UpratingWait> entity)
    {
        entity.ToTable("uprating_waits");
        entity.HasKey(w => new { w.VersionId, w.FirstDay, w.CaseId, w.Kind });
        entity.HasOne<CaseFile>().WithMany().HasForeignKey(w => w.CaseId).OnDelete(DeleteBehavior.NoAction);
        entity.Property(w => w.DivisionCode).UseCollation("C");
        entity.HasIndex(w => new { w.DivisionCode, w.NotedOn, w.CaseId }).HasDatabaseName("ix_uprating_waits_list");
        entity.HasIndex(w => w.CaseId).HasDatabaseName("ix_uprating_waits_case");
    }
}
