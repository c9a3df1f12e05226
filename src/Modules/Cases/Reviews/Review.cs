using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using SocialAssistance.Cases.CaseFiles;
using SocialAssistance.Platform.Audit;
using SocialAssistance.Platform.Data;

namespace SocialAssistance.Cases.Reviews;

/// <summary>A review that was done (定期核查); appended, never edited.</summary>
internal sealed class Review : IOfCase
{
    public required Guid Id { get; init; }

    public required Guid CaseId { get; init; }

    /// <summary>See <see cref="ReviewKinds"/>.</summary>
    public required string Kind { get; init; }

    public Guid? PersonId { get; init; }

    public required DateOnly DueOn { get; init; }

    /// <summary><c>no-change</c>: no obvious change, the amount stays (民发〔2021〕57号 第三十一条).</summary>
    public required string Result { get; init; }

    public string? Note { get; init; }

    public required DateOnly DoneOn { get; init; }

    public required Guid DoneBy { get; init; }

    public required string DoneByName { get; init; }

    public required DateTimeOffset DoneAt { get; init; }
}

/// <summary>Something to look at by a day; derived, and made anew whenever its grounds change. It only reminds.</summary>
[NotAudited]
internal sealed class ReviewDue : IInArea
{
    public required Guid Id { get; init; }

    public required Guid CaseId { get; init; }

    public required string DivisionCode { get; init; }

    public required string Kind { get; init; }

    public Guid? PersonId { get; init; }

    public string? PersonName { get; init; }

    public required DateOnly DueOn { get; init; }
}

/// <summary>What is looked at, and why.</summary>
internal static class ReviewKinds
{
    public const string Periodic = "review";

    /// <summary>A recognition of hardship ends (HARD 第十条); the family applies anew, nothing can be ticked off.</summary>
    public const string Hardship = "hardship";

    public static IReadOnlyDictionary<string, string> Names { get; } = new Dictionary<string, string>
    {
        [Periodic] = "定期核查", ["age-16"] = "满 16 周岁", ["age-18"] = "满 18 周岁", ["age-60"] = "满 60 周岁", ["age-70"] = "满 70 周岁",
        ["certificate"] = "残疾证到期", ["graduation"] = "毕业核实", [Hardship] = "刚性支出困难认定期满",
    };
}

internal sealed class ReviewMapping : IEntityTypeConfiguration<Review>
{
    public void Configure(EntityTypeBuilder<Review> entity)
    {
        entity.HasOne<CaseFile>().WithMany().HasForeignKey(r => r.CaseId).OnDelete(DeleteBehavior.NoAction);
        entity.HasIndex(r => new { r.CaseId, r.DoneAt }).HasDatabaseName("ix_reviews_case");
    }
}

internal sealed class ReviewDueMapping : IEntityTypeConfiguration<ReviewDue>
{
    public void Configure(EntityTypeBuilder<ReviewDue> entity)
    {
        entity.HasOne<CaseFile>().WithMany().HasForeignKey(r => r.CaseId).OnDelete(DeleteBehavior.NoAction);
        entity.Property(r => r.DivisionCode).UseCollation("C");
        entity.HasIndex(r => new { r.DivisionCode, r.DueOn, r.Id }).HasDatabaseName("ix_review_dues_desk");
        entity.HasIndex(r => r.CaseId).HasDatabaseName("ix_review_dues_case");
    }
}
