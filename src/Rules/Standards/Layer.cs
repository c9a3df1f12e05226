namespace SocialAssistance.Rules.Standards;

/// <summary>
/// The entries of one jurisdiction (or of one request), per parameter and in the order in which they decide.
/// Immutable; built once and asked often.
/// </summary>
public sealed class Layer
{
    private readonly Entry[]?[] _entries;

    public Layer(string name, IEnumerable<Entry> entries)
    {
        Name = name;
        _entries = new Entry[]?[ParameterCatalogue.All.Count];
        foreach (var entry in entries)
        {
            ref var known = ref _entries[entry.Parameter.Ordinal];
            known = known is null ? [entry] : Ranked(known, entry);
        }
    }

    /// <summary><c>request</c>, <c>policy</c> or <c>national</c>.</summary>
    public string Name { get; }

    /// <summary>Six-digit division code of the pack, where it is one.</summary>
    public string? Division { get; init; }

    /// <summary>Chinese name of the jurisdiction.</summary>
    public string? Title { get; init; }

    public IEnumerable<Entry> Entries => _entries.Where(e => e is not null).SelectMany(e => e!);

    /// <summary>The entries of one parameter, the deciding ones first.</summary>
    public IReadOnlyList<Entry> Of(Parameter parameter) => _entries[parameter.Ordinal] ?? [];

    /// <summary>The layer as if nothing changed after a day.</summary>
    public Layer StandingAt(DateOnly day) => new(
        Name,
        from parameter in _entries
        where parameter is not null
        from entry in parameter.Reverse()
        where entry.Terms.From is not { } begins || begins <= day
        select entry.Terms.To >= day ? Entry.Of(entry.Parameter, entry.Value, entry.Terms with { To = null }) : entry)
    {
        Division = Division, Title = Title,
    };

    /// <summary>The deciding ones first; the later in the list wins a tie, so it goes before its equals.</summary>
    private static Entry[] Ranked(Entry[] known, Entry entry)
    {
        var at = 0;
        while (at < known.Length && Entry.ByPrecedence(known[at], entry) < 0)
        {
            at++;
        }

        return [.. known.AsSpan(0, at), entry, .. known.AsSpan(at)];
    }

    internal Entry? Find(int ordinal, DateOnly day, Area? area, DateOnly? knownAt)
    {
        if (_entries[ordinal] is { } entries)
        {
            foreach (var entry in entries)
            {
                if (entry.Holds(day, area, knownAt))
                {
                    return entry;
                }
            }
        }

        return null;
    }
}
