using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using SocialAssistance.Platform.Audit;

namespace SocialAssistance.Accounts.Data;

/// <summary>
/// A form that arrived after its session had ended. It waits for the same person to log in again; it is no act yet,
/// so nothing of it goes into the trail.
/// </summary>
[NotAudited]
internal sealed class InterruptedPost
{
    public Guid Id { get; init; }

    public Guid UserId { get; init; }

    /// <summary>Path and query the form was posted to.</summary>
    public required string Url { get; init; }

    /// <summary>JSON array of name and value, in the order of the form.</summary>
    public required string Fields { get; init; }

    /// <summary>Files came along; they are not kept and must be chosen again.</summary>
    public bool HadFiles { get; init; }

    public DateTimeOffset At { get; init; }

    internal sealed class Mapping : IEntityTypeConfiguration<InterruptedPost>
    {
        public void Configure(EntityTypeBuilder<InterruptedPost> post)
        {
            post.ToTable("interrupted_posts");
            post.Property(p => p.Fields).HasColumnType("jsonb");
            post.HasOne<User>().WithMany().HasForeignKey(p => p.UserId);
        }
    }
}
