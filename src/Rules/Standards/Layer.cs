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
        foreach (var group in entries.GroupBy(e => e.Parameter.Ordinal))
        {
            // The later in the list wins a tie: reverse, then sort stably.
            _entries[group.Key] = [.. group.Reverse().Order(Comparer<Entry>.Create(Entry.ByPrecedence))];
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
