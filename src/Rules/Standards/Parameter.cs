namespace SocialAssistance.Rules.Standards;

/// <summary>What a missing value means: a warning, the feature silently off, or impossible.</summary>
public enum IfUnset { Warn, Off, Required }

/// <summary>The form of a parameter's values.</summary>
public enum ValueForm { Money, Decimal, Ratio, Integer, Boolean, Enumeration, EnumerationList, MoneyList, Bands, Date }

/// <summary>A unit in Chinese as screens show it, and in English as the specification writes it.</summary>
public sealed record Unit(string Chinese, string English);

/// <summary>
/// The name of a value the rules use: key, Chinese name, unit, and what it means when nobody has published one.
/// All of them are declared in <see cref="ParameterCatalogue"/>.
/// </summary>
public abstract class Parameter
{
    private static int _declared;

    private protected Parameter(string key, string name, string english, ValueForm form, Unit? unit, bool byArea, IfUnset ifUnset)
    {
        Key = key;
        Name = name;
        English = english;
        Form = form;
        Measure = unit;
        ByArea = byArea;
        IfUnset = ifUnset;
        Ordinal = Interlocked.Increment(ref _declared) - 1;
    }

    /// <summary>Dotted stable name, e.g. <c>minimum-living-allowance.standard</c>.</summary>
    public string Key { get; }

    /// <summary>Chinese name, used on screens and in the rulebook.</summary>
    public string Name { get; }

    /// <summary>What it means, in one English line.</summary>
    public string English { get; }

    public ValueForm Form { get; }

    /// <summary>The unit in both languages; null for switches, words and dates.</summary>
    public Unit? Measure { get; }

    /// <summary>The unit as screens show it, e.g. 元/人·月.</summary>
    public string? Unit => Measure?.Chinese;

    /// <summary>Do values differ by urban and rural area?</summary>
    public bool ByArea { get; }

    public IfUnset IfUnset { get; }

    /// <summary>The words allowed, for enumerations and lists of them.</summary>
    public IReadOnlyList<string> Allowed { get; init; } = [];

    /// <summary>Position in the tables of a layer.</summary>
    internal int Ordinal { get; }

    internal static int Declared => Volatile.Read(ref _declared);

    /// <summary>Turns a value read from a pack or a request into an entry; the value has this parameter's type or is null.</summary>
    internal abstract Entry Entry(object? value, EntryTerms terms);

    /// <summary>Makes the value of one allowed word; only for enumerations.</summary>
    internal Func<string, object>? Word { get; init; }

    /// <summary>Makes the set of allowed words; only for lists of them.</summary>
    internal Func<IEnumerable<string>, object>? WordSet { get; init; }

    public override string ToString() => Key;
}

/// <summary>A parameter whose values are of type <typeparamref name="T"/>.</summary>
public sealed class Parameter<T> : Parameter
{
    internal Parameter(string key, string name, string english, ValueForm form, Unit? unit, bool byArea, IfUnset ifUnset)
        : base(key, name, english, form, unit, byArea, ifUnset)
    {
    }

    internal override Entry Entry(object? value, EntryTerms terms) => new Entry<T>(this, value is null ? null : Figure((T)value, terms), terms);

    private Figure<T> Figure(T value, EntryTerms terms) =>
        new(value, terms.Source, terms.Layer, terms.Status, terms.From, terms.Published)
        {
            Key = Key, To = terms.To, Area = terms.Area, Division = terms.Division,
        };
}
