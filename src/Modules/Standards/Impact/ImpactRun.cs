using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using SocialAssistance.Contracts.Programs;
using SocialAssistance.Standards.Versions;

namespace SocialAssistance.Standards.Impact;

/// <summary>Whether an impact run goes on or is done.</summary>
internal enum ImpactStatus
{
    Running,
    Done,
}

/// <summary>One run of a version over the whole caseload (影响测算). It stays with the version.</summary>
internal sealed class ImpactRun
{
    public required Guid Id { get; init; }

    public required Guid VersionId { get; init; }

    /// <summary>State of the version that was tried; a later change makes the run a thing of the past.</summary>
    public required int VersionRow { get; init; }

    /// <summary>First month the version's figures are in force.</summary>
    public required DateOnly FromMonth { get; init; }

    /// <summary>Last month that has been paid by the old figures; up to it differences are back pay.</summary>
    public required DateOnly PaidThrough { get; init; }

    /// <summary>The month whose amounts are compared.</summary>
    public required DateOnly Month { get; init; }

    public ImpactStatus Status { get; private set; } = ImpactStatus.Running;

    /// <summary>Programmes times townships.</summary>
    public required int Chunks { get; init; }

    public required string AskedByName { get; init; }

    public required DateTimeOffset AskedAt { get; init; }

    public DateTimeOffset? FinishedAt { get; private set; }

    public void Finish(DateTimeOffset now) => (Status, FinishedAt) = (ImpactStatus.Done, now);
}

/// <summary>A programme and township that is done.</summary>
internal sealed class ImpactChunk
{
    public required Guid RunId { get; init; }

    public required string Program { get; init; }

    public required string Township { get; init; }

    public required int Cases { get; init; }

    public required DateTimeOffset DoneAt { get; init; }
}

/// <summary>What the version does to one case. No name: whoever enters standards has no business with families.</summary>
internal sealed class ImpactLine
{
    public required Guid RunId { get; init; }

    public required Guid CaseId { get; init; }

    public required string CaseNumber { get; init; }

    public required string Program { get; init; }

    public required string DivisionCode { get; init; }

    public required string Area { get; init; }

    public required int Persons { get; init; }

    /// <summary>Persons paid in the month compared, by the record and with the version.</summary>
    public required int PersonsBefore { get; init; }

    public required int PersonsAfter { get; init; }

    /// <summary>One of <see cref="ImpactKinds"/>.</summary>
    public required string Kind { get; init; }

    /// <summary>Yuan a month by today's figures.</summary>
    public required decimal Before { get; init; }

    /// <summary>Yuan a month by the version.</summary>
    public required decimal After { get; init; }

    /// <summary>Past months in which more is due.</summary>
    public required int BackMonths { get; init; }

    /// <summary>Yuan due for them.</summary>
    public required decimal BackPay { get; init; }

    /// <summary>Why the version does not reach the case; null where it does.</summary>
    public string? Reason { get; init; }
}

/// <summary>What happens to a case.</summary>
internal static class ImpactKinds
{
    public const string Gain = "gain";
    public const string Unchanged = "unchanged";
    public const string Loss = "loss";
    public const string Review = "review";
    public const string Qualifies = "qualifies";

    public static string Of(OrderEffect effect) => effect switch
    {
        OrderEffect.Raises => Gain,
        OrderEffect.Waits => Loss,
        OrderEffect.Review => Review,
        _ => Unchanged,
    };

    /// <summary>For lists.</summary>
    public static IReadOnlyDictionary<string, string> Short { get; } = new Dictionary<string, string>
    {
        [Gain] = "增发", [Unchanged] = "不变", [Loss] = "低于现在发放", [Review] = "需复核", [Qualifies] = "新增可能符合",
    };

    /// <summary>With what follows from it.</summary>
    public static IReadOnlyDictionary<string, string> Names { get; } = new Dictionary<string, string>
    {
        [Gain] = "增发", [Unchanged] = "不变", [Loss] = "测算低于现在发放（须先听取意见，不自动改动）",
        [Review] = "需复核（现有情况与发放不一致，没有提标）", [Qualifies] = "新增可能符合（重新核查）",
    };
}

internal sealed class ImpactMapping : IEntityTypeConfiguration<ImpactRun>, IEntityTypeConfiguration<ImpactChunk>, IEntityTypeConfiguration<ImpactLine>
{
    public void Configure(EntityTypeBuilder<ImpactRun> entity)
    {
        entity.ToTable("impact_runs");
        entity.HasOne<StandardVersion>().WithMany().HasForeignKey(r => r.VersionId).OnDelete(DeleteBehavior.NoAction);
        entity.HasIndex(r => r.VersionId).IsUnique().HasFilter("status = 'Running'").HasDatabaseName("ux_impact_runs_open");
        entity.HasIndex(r => new { r.VersionId, r.AskedAt }).HasDatabaseName("ix_impact_runs_version");
    }

    public void Configure(EntityTypeBuilder<ImpactChunk> entity)
    {
        entity.ToTable("impact_chunks");
        entity.HasKey(c => new { c.RunId, c.Program, c.Township });
        entity.HasOne<ImpactRun>().WithMany().HasForeignKey(c => c.RunId).OnDelete(DeleteBehavior.NoAction);
    }

    public void Configure(EntityTypeBuilder<ImpactLine> entity)
    {
        entity.ToTable("impact_lines");
        entity.HasKey(l => new { l.RunId, l.CaseId });
        entity.HasOne<ImpactRun>().WithMany().HasForeignKey(l => l.RunId).OnDelete(DeleteBehavior.NoAction);
        entity.Property(l => l.CaseNumber).UseCollation("C");
        entity.Property(l => l.DivisionCode).UseCollation("C");
        entity.HasIndex(l => new { l.RunId, l.Kind, l.CaseNumber }).HasDatabaseName("ix_impact_lines_list");
    }
}
