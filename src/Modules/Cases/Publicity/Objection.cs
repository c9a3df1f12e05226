using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using SocialAssistance.Cases.CaseFiles;
using SocialAssistance.Platform.Audit;
using SocialAssistance.Platform.TagHelpers;

namespace SocialAssistance.Cases.Publicity;

/// <summary>An objection to a published family (异议). Who objects is protected: few roles see the name.</summary>
internal sealed class Objection : IOfCase
{
    public required Guid Id { get; init; }

    public required Guid CaseId { get; init; }

    public required Guid NoticeId { get; init; }

    public required DateOnly ReceivedOn { get; init; }

    public required string Channel { get; init; }

    public required string Content { get; init; }

    [NotAudited]
    public string? ObjectorName { get; init; }

    [NotAudited]
    public string? ObjectorPhone { get; init; }

    public required string RecordedByName { get; init; }

    public required DateTimeOffset RecordedAt { get; init; }

    /// <summary>What was done about it.</summary>
    public string? Handling { get; set; }

    public DateOnly? HandledOn { get; set; }

    public string? HandledByName { get; set; }
}

/// <summary>Words of objections.</summary>
internal static class ObjectionWords
{
    public static IReadOnlyList<Choice> Channels { get; } = [new("visit", "来访"), new("phone", "电话"), new("letter", "信函"), new("hotline", "12345 热线"), new("online", "网络")];

    /// <summary>How a dispute is taken up (民发〔2021〕57号 第十九条).</summary>
    public static IReadOnlyList<Choice> Handlings { get; } =
    [
        new("verify", "重新信息核对", "民发〔2021〕57号 第十九条"),
        new("visit", "重新入户调查", "民发〔2021〕57号 第十九条"),
        new("both", "重新信息核对和入户调查", "民发〔2021〕57号 第十九条"),
        new("appraise", "民主评议", "民发〔2021〕57号 第十九条"),
    ];
}

internal sealed class ObjectionMapping : IEntityTypeConfiguration<Objection>
{
    public void Configure(EntityTypeBuilder<Objection> entity)
    {
        entity.HasOne<CaseFile>().WithMany().HasForeignKey(o => o.CaseId).OnDelete(DeleteBehavior.NoAction);
        entity.HasIndex(o => o.CaseId);
    }
}
