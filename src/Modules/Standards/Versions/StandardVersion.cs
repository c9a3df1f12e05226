using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using SocialAssistance.Platform.Messaging;
using SocialAssistance.Standards.Documents;

namespace SocialAssistance.Standards.Versions;

internal enum VersionStatus { Draft, Submitted, Published, Withdrawn }

/// <summary>
/// A version of the county's figures (标准版本): written by one or more people, submitted, and published by somebody who had
/// no part in it. From then it is fixed; a later version follows it, or it is taken back before its first day.
/// </summary>
internal sealed class StandardVersion
{
    public required Guid Id { get; init; }

    /// <summary>Number people know it by (版本号).</summary>
    public required int Number { get; init; }

    /// <summary>Six-digit code of the county whose layer it changes.</summary>
    public required string DivisionCode { get; init; }

    public required string Title { get; set; }

    public VersionStatus Status { get; private set; }

    /// <summary>The document most of the figures come from; each line may name another.</summary>
    public Guid? DocumentId { get; set; }

    /// <summary>First day of most of the figures; each line may have another.</summary>
    public DateOnly? EffectiveOn { get; set; }

    /// <summary>Day by which back payments must have arrived (到位截止日), where the document names one.</summary>
    public DateOnly? CompleteBy { get; set; }

    public string? Notes { get; set; }

    public Guidance? Guidance { get; set; }

    public int RowVersion { get; private set; } = 1;

    /// <summary>Everybody who entered something; none of them may publish.</summary>
    public List<Guid> AuthorIds { get; private set; } = [];

    public required string CreatedByName { get; init; }

    public required DateTimeOffset CreatedAt { get; init; }

    public Guid? SubmittedBy { get; private set; }

    public string? SubmittedByName { get; private set; }

    public DateTimeOffset? SubmittedAt { get; private set; }

    /// <summary>Why it is right in spite of the warnings.</summary>
    public string? WarningReason { get; private set; }

    public Guid? PublishedBy { get; private set; }

    public string? PublishedByName { get; private set; }

    public DateTimeOffset? PublishedAt { get; private set; }

    public string? WithdrawnByName { get; private set; }

    public DateTimeOffset? WithdrawnAt { get; private set; }

    public string? WithdrawalReason { get; private set; }

    /// <summary>Whether the form that posted saw this state of the version; the sentence says who was quicker.</summary>
    public Refusal? Require(int expected, VersionStatus status) =>
        Status != status ? new("version-status", $"这个版本{Words.Of(Status)}{By}，没有保存。请核对现在的内容")
        : RowVersion != expected ? new("version-changed", "这个版本刚才被别人改过，没有保存。下面列出现在的内容和你填写的内容，核对后可以再次保存")
        : null;

    /// <summary>Whether this person had a part in it and so cannot be the second one.</summary>
    public bool IsOwn(Guid? person) => person is not { } id || AuthorIds.Contains(id) || SubmittedBy == id;

    public void Touch(Guid author)
    {
        RowVersion++;
        if (!AuthorIds.Contains(author))
        {
            AuthorIds = [.. AuthorIds, author];
        }
    }

    public void Submit(Guid by, string name, DateTimeOffset at, string? warningReason)
    {
        RowVersion++;
        (Status, SubmittedBy, SubmittedByName, SubmittedAt, WarningReason) = (VersionStatus.Submitted, by, name, at, warningReason);
    }

    public void Return()
    {
        RowVersion++;
        (Status, SubmittedBy, SubmittedByName, SubmittedAt) = (VersionStatus.Draft, null, null, null);
    }

    public void Publish(Guid by, string name, DateTimeOffset at)
    {
        RowVersion++;
        (Status, PublishedBy, PublishedByName, PublishedAt) = (VersionStatus.Published, by, name, at);
    }

    public void Withdraw(string name, DateTimeOffset at, string reason)
    {
        RowVersion++;
        (Status, WithdrawnByName, WithdrawnAt, WithdrawalReason) = (VersionStatus.Withdrawn, name, at, reason);
    }

    private string By => Status switch
    {
        VersionStatus.Submitted => $"（{SubmittedByName}提交）",
        VersionStatus.Published => $"（{PublishedByName}发布）",
        VersionStatus.Withdrawn => $"（{WithdrawnByName}撤销）",
        _ => "",
    };
}

internal sealed class StandardVersionMapping : IEntityTypeConfiguration<StandardVersion>
{
    public void Configure(EntityTypeBuilder<StandardVersion> entity)
    {
        entity.ToTable("versions");
        entity.HasIndex(v => v.Number).IsUnique();
        entity.Property(v => v.RowVersion).IsConcurrencyToken();
        entity.Property(v => v.Guidance).HasColumnType("jsonb").HasConversion(Guidance.Json, Guidance.Same);
        entity.HasOne<PolicyPaper>().WithMany().HasForeignKey(v => v.DocumentId).OnDelete(DeleteBehavior.NoAction);
    }
}
