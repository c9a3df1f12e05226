using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using SocialAssistance.Cases.CaseFiles;
using SocialAssistance.Platform.Audit;
using SocialAssistance.Platform.TagHelpers;

namespace SocialAssistance.Cases.Appraisals;

/// <summary>A meeting of villagers about a disputed case (民主评议): who came, how they voted, the minutes as photographed.</summary>
internal sealed class Appraisal : IOfCase
{
    public required Guid Id { get; init; }

    public required Guid CaseId { get; init; }

    public Guid? ObjectionId { get; init; }

    public required DateOnly HeldOn { get; init; }

    /// <summary>Why it was held, with the article.</summary>
    public required string Trigger { get; init; }

    public required string[] Attendees { get; init; }

    public required int VotesFor { get; init; }

    public required int VotesAgainst { get; init; }

    public string? Opinion { get; init; }

    public required Guid[] Minutes { get; init; }

    public required string RecordedByName { get; init; }

    public required DateTimeOffset RecordedAt { get; init; }
}

/// <summary>When an appraisal is held, and why it is not otherwise.</summary>
internal static class AppraisalWords
{
    /// <summary>The rule that keeps the meeting for disputes.</summary>
    public const string OnlyOnDispute = "没有争议的申请家庭不再进行民主评议（中办国办《关于改革完善社会救助制度的意见》；公示有异议的，按民发〔2021〕57号 第十九条重新调查或者民主评议）";

    public static IReadOnlyList<Choice> Triggers { get; } =
    [
        new("objection", "公示期间有异议", "民发〔2021〕57号 第十九条"),
        new("unclear", "重新调查后家庭经济状况仍有争议", "民发〔2021〕57号 第十九条"),
    ];
}

internal sealed class AppraisalMapping : IEntityTypeConfiguration<Appraisal>
{
    public void Configure(EntityTypeBuilder<Appraisal> entity)
    {
        entity.HasOne<CaseFile>().WithMany().HasForeignKey(a => a.CaseId).OnDelete(DeleteBehavior.NoAction);
        entity.HasIndex(a => a.CaseId);
    }
}
