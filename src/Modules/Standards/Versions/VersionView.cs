using Microsoft.EntityFrameworkCore;
using SocialAssistance.Contracts.Standards;
using SocialAssistance.Policies;
using SocialAssistance.Rules.Standards;
using SocialAssistance.Standards.Data;
using SocialAssistance.Standards.Documents;

namespace SocialAssistance.Standards.Versions;

/// <summary>A line as the screens show it: the value before it, the value it states, the difference and where it is printed.</summary>
internal sealed record LineView(VersionLine Line, Parameter Parameter, string Old, string OldSource, string New, string Change, string Period, string Source, string? SourceLink)
{
    public string Name => Parameter.Name + (Line.Area == AreaWords.All ? "" : $"（{Words.Of(AreaWords.Read(Line.Area))}）");

    public string Anchor => AnchorOf(Line.Key, Line.Area);

    public static string AnchorOf(string key, string area) => $"v-{key.Replace('.', '-')}-{area}";
}

/// <summary>Reads versions for screens and checks.</summary>
internal sealed class VersionDesk(StandardsDb db, ICountySettings county)
{
    public Task<StandardVersion?> FindAsync(Guid id, CancellationToken cancellationToken) => db.Versions.SingleOrDefaultAsync(v => v.Id == id, cancellationToken);

    public Task<StandardVersion?> ReadAsync(Guid id, CancellationToken cancellationToken) => db.Versions.AsNoTracking().SingleOrDefaultAsync(v => v.Id == id, cancellationToken);

    public async Task<IReadOnlyList<VersionLine>> LinesAsync(Guid id, CancellationToken cancellationToken)
    {
        var order = ParameterCatalogue.All.Select((p, i) => (p.Key, i)).ToDictionary(p => p.Key, p => p.i);
        var lines = await db.VersionLines.AsNoTracking().Where(l => l.VersionId == id).ToListAsync(cancellationToken);
        return [.. lines.OrderBy(l => order.GetValueOrDefault(l.Key)).ThenByDescending(l => l.Area, StringComparer.Ordinal).ThenBy(l => l.FromDay)];
    }

    public async Task<IReadOnlyDictionary<Guid, PolicyPaper>> PapersAsync(CancellationToken cancellationToken) =>
        await db.Papers.AsNoTracking().Select(p => new PolicyPaper { Id = p.Id, Number = p.Number, Title = p.Title, DivisionCode = p.DivisionCode, Status = p.Status, IssuedOn = p.IssuedOn, EffectiveOn = p.EffectiveOn })
            .ToDictionaryAsync(p => p.Id, cancellationToken);

    /// <summary>Lines against what is published; for a published version, against the moment before it.</summary>
    public async Task<IReadOnlyList<LineView>> ViewAsync(StandardVersion version, CancellationToken cancellationToken)
    {
        var papers = await PapersAsync(cancellationToken);
        var before = new Resolver(BookBefore(version));
        return [.. (await LinesAsync(version.Id, cancellationToken)).Select(l => View(l, before, papers))];
    }

    public PolicyBook BookBefore(StandardVersion version) =>
        version.PublishedAt is { } at ? county.Book(version.DivisionCode, at.AddMicroseconds(-1)) : county.Book(version.DivisionCode);

    private static LineView View(VersionLine line, Resolver before, IReadOnlyDictionary<Guid, PolicyPaper> papers)
    {
        var parameter = ParameterCatalogue.Find(line.Key)!;
        var old = before.FindEntry(parameter, line.FromDay, AreaWords.Read(line.Area));
        var value = line.Value is { } json ? FigureText.Read(parameter, json) : null;
        var paper = line.DocumentId is { } id ? papers[id] : null;
        return new(
            line, parameter, ValueText.Show(parameter, old?.Value), old?.Terms.Source?.ToString() ?? "",
            line.State == FigureStates.Stated ? ValueText.Show(parameter, value) : Words.OfState(line.State),
            line.State == FigureStates.Stated ? ValueText.Change(parameter, old?.Value, value) : "",
            Periods.Of(line.FromDay, line.ToDay), paper is null ? "" : $"{paper.Number} {line.Article}", paper is null ? null : PaperWords.Link(paper.Id, line.Quote));
    }
}
