namespace SocialAssistance.Rules.Standards;

/// <summary>
/// Finds values (PA-01): request, then the jurisdiction's layers, then the nation. The nearest layer that has an entry for
/// the day, area and knowledge decides; outside its period a value is unset, never a neighbour's.
/// </summary>
public sealed class Resolver
{
    private readonly Layer[] _layers;

    public Resolver(PolicyBook book, IReadOnlyList<Override>? overrides = null, DateOnly? knownAt = null)
    {
        Book = book;
        KnownAt = knownAt;
        _layers = overrides is { Count: > 0 }
            ? [new Layer(LayerNames.Request, overrides.Select(o => o.Entry)), .. book.Layers]
            : [.. book.Layers];
    }

    public PolicyBook Book { get; }

    /// <summary>Only values published by this day are used; null is all that is known.</summary>
    public DateOnly? KnownAt { get; }

    /// <summary>The figure in force on the day; null is unset (not configured).</summary>
    public Figure<T>? Find<T>(Parameter<T> parameter, DateOnly day, Area? area = null)
    {
        foreach (var layer in _layers)
        {
            if (layer.Find(parameter.Ordinal, day, area, KnownAt) is { } entry)
            {
                return ((Entry<T>)entry).Figure;
            }
        }

        return null;
    }

    /// <summary>The deciding entry of a parameter whose type is known only at run time; its value may be "explicitly not configured".</summary>
    public Entry? FindEntry(Parameter parameter, DateOnly day, Area? area = null)
    {
        foreach (var layer in _layers)
        {
            if (layer.Find(parameter.Ordinal, day, area, KnownAt) is { } entry)
            {
                return entry;
            }
        }

        return null;
    }

    /// <summary>The value in force on the day, or the fallback: for switches whose absence is "off".</summary>
    public T ValueOr<T>(Parameter<T> parameter, T fallback, DateOnly day, Area? area = null) =>
        Find(parameter, day, area) is { } figure ? figure.Value : fallback;

    /// <summary>The figure of a parameter that cannot be unset.</summary>
    public Figure<T> Required<T>(Parameter<T> parameter, DateOnly day, Area? area = null) =>
        Find(parameter, day, area) ?? throw new InvalidOperationException($"{parameter.Key} has no value on {day:yyyy-MM-dd} in {Book.Slug}, though a national one is required.");

    /// <summary>HM-08: is there a known entry, in any layer, that switched this on and ended before the day?</summary>
    public bool HasEnded(Parameter<bool> parameter, DateOnly day)
    {
        foreach (var layer in _layers)
        {
            foreach (var entry in layer.Of(parameter))
            {
                if (entry.Terms.To is { } to && to < day && entry.IsKnown(KnownAt) && entry.Value is true)
                {
                    return true;
                }
            }
        }

        return false;
    }
}
