using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using SocialAssistance.Cases.CaseFiles;
using SocialAssistance.Platform.Audit;

namespace SocialAssistance.Cases.Materials;

/// <summary>A paper of the checklist in one case (材料).</summary>
internal sealed class CaseMaterial : IOfCase
{
    public required Guid CaseId { get; init; }

    public required string Code { get; init; }

    public required string Title { get; init; }

    /// <summary>See <see cref="MaterialStatus"/>.</summary>
    public required string Status { get; set; }

    public string? Reason { get; set; }

    public DateOnly? ReceivedOn { get; set; }
}

/// <summary>States of a paper and their words.</summary>
internal static class MaterialStatus
{
    public const string Received = "received";
    public const string Missing = "missing";
    public const string Exempt = "exempt";
    public const string NotApplicable = "not-applicable";

    public static IReadOnlyDictionary<string, string> Words { get; } = new Dictionary<string, string>
    {
        [Received] = "已收", [Missing] = "缺", [Exempt] = "免提交", [NotApplicable] = "不适用",
    };
}

/// <summary>One person's consent to the check of income and property (核对授权).</summary>
internal sealed class Authorisation : IOfCase
{
    public required Guid CaseId { get; init; }

    public required Guid PersonId { get; init; }

    public required string Name { get; init; }

    /// <summary><c>signed</c> or <c>guardian</c>; a refusal never becomes a case.</summary>
    public required string Status { get; init; }

    public string? Guardian { get; init; }

    public required DateOnly SignedOn { get; init; }
}

internal sealed class CaseMaterialMapping : IEntityTypeConfiguration<CaseMaterial>
{
    public void Configure(EntityTypeBuilder<CaseMaterial> entity)
    {
        entity.HasKey(m => new { m.CaseId, m.Code });
        entity.HasOne<CaseFile>().WithMany().HasForeignKey(m => m.CaseId).OnDelete(DeleteBehavior.NoAction);
    }
}

internal sealed class AuthorisationMapping : IEntityTypeConfiguration<Authorisation>
{
    public void Configure(EntityTypeBuilder<Authorisation> entity)
    {
        entity.HasKey(a => new { a.CaseId, a.PersonId });
        entity.HasOne<CaseFile>().WithMany().HasForeignKey(a => a.CaseId).OnDelete(DeleteBehavior.NoAction);
    }
}
