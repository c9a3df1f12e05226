using Microsoft.EntityFrameworkCore;
using SocialAssistance.Standards.Data;

namespace SocialAssistance.Standards.Impact;

/// <summary>Cases of one kind.</summary>
internal sealed record KindSum(string Kind, int Cases, int Persons, decimal PerMonth);

/// <summary>What a programme and area costs more.</summary>
internal sealed record ProgramSum(string Program, string Area, int Cases, int PersonsBefore, int PersonsAfter, decimal Before, decimal After, decimal BackPay)
{
    public decimal PerMonth => After - Before;

    public decimal PerYear => 12 * PerMonth;
}

/// <summary>What a source pays more, over all programmes.</summary>
internal sealed record SourceSum(string Name, decimal Before, decimal After)
{
    public decimal PerMonth => After - Before;

    public decimal PerYear => 12 * PerMonth;
}

/// <summary>What a township costs more.</summary>
internal sealed record TownshipSum(string Township, int Cases, decimal PerMonth, decimal BackPay);

/// <summary>A run and how far it has come.</summary>
internal sealed record ImpactProgress(ImpactRun Run, int ChunksDone);

/// <summary>The sums of a run that is done; its lines are read page by page.</summary>
internal sealed record ImpactSummary(
    ImpactRun Run, IReadOnlyList<KindSum> Kinds, IReadOnlyList<ProgramSum> Programs, IReadOnlyList<TownshipSum> Townships, IReadOnlyList<ImpactFunding> Funding, int BackMonths, IReadOnlyList<ImpactLine> Samples)
{
    /// <summary>The sources over all programmes, what nothing explains last.</summary>
    public IReadOnlyList<SourceSum> Sources => [.. Funding.GroupBy(f => (f.Level, f.LevelName)).OrderBy(g => g.Key.Level == ImpactFunding.Unexplained)
        .Select(g => new SourceSum(g.Key.LevelName, g.Sum(f => f.Before), g.Sum(f => f.After)))];

    public decimal PerMonth => Programs.Sum(p => p.PerMonth);

    public decimal BackPay => Programs.Sum(p => p.BackPay);
}

/// <summary>A page of a run's lines.</summary>
internal sealed record ImpactPageOf(IReadOnlyList<ImpactLine> Lines, string? After);

/// <summary>Reads runs.</summary>
internal sealed class ImpactQuery(StandardsDb db)
{
    private const int Samples = 20;
    private const int PageSize = 50;

    /// <summary>The newest run of a version; null before the first.</summary>
    public async Task<ImpactProgress?> LatestAsync(Guid versionId, CancellationToken cancellationToken) =>
        await db.ImpactRuns.AsNoTracking().Where(r => r.VersionId == versionId).OrderByDescending(r => r.AskedAt)
            .Select(r => new ImpactProgress(r, db.ImpactChunks.Count(c => c.RunId == r.Id))).FirstOrDefaultAsync(cancellationToken);

    /// <summary>How many cases of one kind, or of all.</summary>
    public Task<int> CountAsync(Guid runId, string? kind, CancellationToken cancellationToken) =>
        db.ImpactLines.CountAsync(l => l.RunId == runId && (kind == null || l.Kind == kind), cancellationToken);

    /// <summary>Adds a run up.</summary>
    public async Task<ImpactSummary> SumAsync(ImpactRun run, CancellationToken cancellationToken)
    {
        var lines = db.ImpactLines.AsNoTracking().Where(l => l.RunId == run.Id);
        var kinds = await lines.GroupBy(l => l.Kind).Select(g => new KindSum(g.Key, g.Count(), g.Sum(l => l.Persons), g.Sum(l => l.After - l.Before))).ToListAsync(cancellationToken);
        var paid = Paid(run.Id);
        var programs = await ProgramsAsync(run.Id, cancellationToken);
        var funding = await db.ImpactFunding.AsNoTracking().Where(f => f.RunId == run.Id).OrderBy(f => f.Program).ThenBy(f => f.Area).ThenBy(f => f.Level == ImpactFunding.Unexplained).ThenBy(f => f.Level).ToListAsync(cancellationToken);
        var townships = await paid.GroupBy(l => l.DivisionCode.Substring(0, 9)).OrderBy(g => g.Key)
            .Select(g => new TownshipSum(g.Key, g.Count(), g.Sum(l => l.Kind == ImpactKinds.Gain ? l.After - l.Before : 0), g.Sum(l => l.BackPay))).ToListAsync(cancellationToken);
        var months = await paid.MaxAsync(l => (int?)l.BackMonths, cancellationToken) ?? 0;
        // The identifiers are spread evenly, so their order picks families of every kind and place.
        var samples = await lines.Where(l => l.Kind != ImpactKinds.Unchanged && l.Kind != ImpactKinds.Review).OrderBy(l => l.CaseId).Take(Samples).ToListAsync(cancellationToken);
        return new(run, kinds, programs, townships, funding, months, samples);
    }

    /// <summary>What every programme and area costs, now and with the version.</summary>
    public Task<List<ProgramSum>> ProgramsAsync(Guid runId, CancellationToken cancellationToken) =>
        Paid(runId).GroupBy(l => new { l.Program, l.Area }).OrderBy(g => g.Key.Program).ThenBy(g => g.Key.Area)
            .Select(g => new ProgramSum(
                g.Key.Program, g.Key.Area, g.Count(), g.Sum(l => l.PersonsBefore), g.Sum(l => l.Kind == ImpactKinds.Gain ? l.PersonsAfter : l.PersonsBefore),
                g.Sum(l => l.Before), g.Sum(l => l.Kind == ImpactKinds.Gain ? l.After : l.Before), g.Sum(l => l.BackPay)))
            .ToListAsync(cancellationToken);

    // Families that may qualify are not paid; those who are heard or looked at again first go on as they are.
    private IQueryable<ImpactLine> Paid(Guid runId) => db.ImpactLines.AsNoTracking().Where(l => l.RunId == runId && l.Kind != ImpactKinds.Qualifies);

    public async Task<ImpactPageOf> PageAsync(Guid runId, string? kind, string? after, CancellationToken cancellationToken)
    {
        var lines = db.ImpactLines.AsNoTracking().Where(l => l.RunId == runId);
        lines = kind is not null ? lines.Where(l => l.Kind == kind) : lines;
        lines = after is not null ? lines.Where(l => string.Compare(l.CaseNumber, after) > 0) : lines;
        var read = await lines.OrderBy(l => l.CaseNumber).Take(PageSize + 1).ToListAsync(cancellationToken);
        return new(read.Count > PageSize ? read[..PageSize] : read, read.Count > PageSize ? read[PageSize - 1].CaseNumber : null);
    }

    public IAsyncEnumerable<ImpactLine> AllAsync(Guid runId) => db.ImpactLines.AsNoTracking().Where(l => l.RunId == runId).OrderBy(l => l.CaseNumber).AsAsyncEnumerable();
}
