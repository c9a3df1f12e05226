using System.Collections.Concurrent;
using SocialAssistance.Policies;
using SocialAssistance.Rules.Standards;

namespace SocialAssistance.Standards.Figures;

/// <summary>Every figure ever published, as read at one moment; the books made from it are kept.</summary>
internal sealed class FigureSnapshot
{
    private readonly ILookup<string, LocalFigure> _byDivision;
    private readonly DateTimeOffset[] _moments;
    private readonly ConcurrentDictionary<(string Code, int Epoch), PolicyBook> _books = new();

    public FigureSnapshot(IReadOnlyList<LocalFigure> figures)
    {
        _byDivision = figures.ToLookup(f => f.Division, StringComparer.Ordinal);
        _moments = [.. figures.SelectMany(f => f.KnownTo is { } until ? new[] { f.KnownFrom, until } : [f.KnownFrom]).Distinct().Order()];
    }

    /// <summary>What the county knows now, or knew at a moment.</summary>
    public IEnumerable<LocalFigure> Of(string code, DateTimeOffset? knownAt = null) =>
        _byDivision[code].Where(f => knownAt is { } moment ? f.IsKnownAt(moment) : f.KnownTo is null);

    /// <summary>Every row of the county, those replaced since too.</summary>
    public IEnumerable<LocalFigure> History(string code) => _byDivision[code];

    /// <summary>Between two publications every moment has the same book.</summary>
    public PolicyBook Book(PolicyLibrary library, string code, DateTimeOffset? knownAt = null)
    {
        var packs = library.BookOf(code);
        if (!_byDivision.Contains(code))
        {
            return packs;
        }

        var epoch = knownAt is { } moment ? Epoch(moment) : _moments.Length;
        return _books.GetOrAdd((code, epoch), key => LocalLayer.Over(packs, [.. Of(code, key.Epoch == _moments.Length ? null : knownAt)]));
    }

    /// <summary>How many publications and withdrawals had happened.</summary>
    private int Epoch(DateTimeOffset moment)
    {
        var index = Array.BinarySearch(_moments, moment);
        return index >= 0 ? index + 1 : ~index;
    }
}
