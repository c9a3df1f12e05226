using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using SocialAssistance.Cases.CaseFiles;
using SocialAssistance.Platform.Audit;

namespace SocialAssistance.Cases.Changes;

/// <summary>What a person said before a benefit falls or stops (听取意见, 社会救助法 第四十八条); appended, never edited.</summary>
internal sealed class Hearing : IOfCase
{
    public required Guid Id { get; init; }

    public required Guid CaseId { get; init; }

    public required Guid ChangeId { get; init; }

    /// <summary>Day the notice with reasons was delivered.</summary>
    public required DateOnly ToldOn { get; init; }

    public required string ToldHow { get; init; }

    public required DateOnly HeardOn { get; init; }

    public required string HeardHow { get; init; }

    public string? Statement { get; init; }

    /// <summary>Last day of the reply period.</summary>
    public required DateOnly ReplyUntil { get; init; }

    /// <summary>The person gave up the rest of the reply period.</summary>
    public required bool Waived { get; init; }

    public required Guid RecordedBy { get; init; }

    public required string RecordedByName { get; init; }

    public required DateTimeOffset RecordedAt { get; init; }

    /// <summary>Whether a decision may follow: the reply period is over or given up.</summary>
    public bool IsOver(DateOnly today) => Waived || ReplyUntil < today;
}

/// <summary>How people are told and heard.</summary>
internal static class HearingWords
{
    /// <summary>The article.</summary>
    public const string Basis = "《中华人民共和国社会救助法》第四十八条";

    public static IReadOnlyDictionary<string, string> Told { get; } = new Dictionary<string, string>
    {
        ["in-person"] = "当面送达", ["village"] = "村（居）委会转交", ["post"] = "邮寄送达", ["phone"] = "电话告知并记录",
    };

    public static IReadOnlyDictionary<string, string> Heard { get; } = new Dictionary<string, string>
    {
        ["in-person"] = "当面听取", ["visit"] = "入户听取", ["phone"] = "电话听取", ["written"] = "书面意见", ["silent"] = "期限内没有提出意见",
    };
}

internal sealed class HearingMapping : IEntityTypeConfiguration<Hearing>
{
    public void Configure(EntityTypeBuilder<Hearing> entity)
    {
        entity.HasOne<CaseFile>().WithMany().HasForeignKey(h => h.CaseId).OnDelete(DeleteBehavior.NoAction);
        entity.HasOne<BenefitChange>().WithMany().HasForeignKey(h => h.ChangeId).OnDelete(DeleteBehavior.NoAction);
        entity.HasIndex(h => new { h.ChangeId, h.RecordedAt }).HasDatabaseName("ix_hearings_change");
    }
}
