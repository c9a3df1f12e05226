using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using SocialAssistance.Contracts.Disbursement;

namespace SocialAssistance.Standards.Impact;

/// <summary>What one source pays of a programme and area, now and with the version (资金来源).</summary>
internal sealed class ImpactFunding
{
    /// <summary>未说明来源: what no share explains.</summary>
    public const string Unexplained = "unexplained";

    public required Guid RunId { get; init; }

    public required string Program { get; init; }

    public required string Area { get; init; }

    /// <summary>Level of government, or <see cref="Unexplained"/>.</summary>
    public required string Level { get; init; }

    public required string LevelName { get; init; }

    public required int PersonsBefore { get; init; }

    public required int PersonsAfter { get; init; }

    /// <summary>Yuan per person and month; null where no document states one.</summary>
    public decimal? PerPersonBefore { get; init; }

    public decimal? PerPersonAfter { get; init; }

    /// <summary>Yuan a month now; of the remainder, negative where the shares bring more than is paid.</summary>
    public required decimal Before { get; init; }

    public required decimal After { get; init; }

    /// <summary>Documents the shares rest on.</summary>
    public string? Source { get; init; }

    public decimal PerMonth => After - Before;

    public decimal PerYear => 12 * PerMonth;

    /// <summary>Splits what a programme and area costs. The parts always add up to the sum: what no document explains is a part of its own.</summary>
    public static IEnumerable<ImpactFunding> Split(Guid runId, ProgramSum sum, IReadOnlyList<FundingShare> now, IReadOnlyList<FundingShare> tried)
    {
        var (before, after) = (Shares(now), Shares(tried));
        var parts = before.Keys.Union(after.Keys).Select(level => Part(before.GetValueOrDefault(level), after.GetValueOrDefault(level))).ToArray();
        return
        [
            .. parts,
            new()
            {
                RunId = runId, Program = sum.Program, Area = sum.Area, Level = Unexplained, LevelName = "未说明来源", PersonsBefore = sum.PersonsBefore, PersonsAfter = sum.PersonsAfter,
                Before = sum.Before - parts.Sum(p => p.Before), After = sum.After - parts.Sum(p => p.After),
            },
        ];

        Dictionary<string, FundingShare> Shares(IReadOnlyList<FundingShare> all) => all.Where(s => s.Area == sum.Area).ToDictionary(s => s.Level);

        ImpactFunding Part(FundingShare? was, FundingShare? becomes) => new()
        {
            RunId = runId, Program = sum.Program, Area = sum.Area, Level = (becomes ?? was)!.Level, LevelName = (becomes ?? was)!.LevelName,
            PersonsBefore = sum.PersonsBefore, PersonsAfter = sum.PersonsAfter, PerPersonBefore = was?.Of(1), PerPersonAfter = becomes?.Of(1),
            Before = was?.Of(sum.PersonsBefore) ?? 0, After = becomes?.Of(sum.PersonsAfter) ?? 0, Source = (becomes ?? was)!.Source,
        };
    }
}

internal sealed class ImpactFundingMapping : IEntityTypeConfiguration<ImpactFunding>
{
    public void Configure(EntityTypeBuilder<ImpactFunding> entity)
    {
        entity.ToTable("impact_funding");
        entity.HasKey(f => new { f.RunId, f.Program, f.Area, f.Level });
        entity.HasOne<ImpactRun>().WithMany().HasForeignKey(f => f.RunId).OnDelete(DeleteBehavior.NoAction);
        entity.Ignore(f => f.PerMonth);
        entity.Ignore(f => f.PerYear);
    }
}
