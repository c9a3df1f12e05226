namespace SocialAssistance.Rules.Standards;

/// <summary>When, where and why an entry holds. Both ends of the period are inside it; null is open.</summary>
public sealed record EntryTerms(string Layer)
{
    public Area? Area { get; init; }
    public DateOnly? From { get; init; }
    public DateOnly? To { get; init; }

    /// <summary>The day from which the value was known; null is always.</summary>
    public DateOnly? Published { get; init; }
    public Citation? Source { get; init; }
    public string Status { get; init; } = "stated";
    public string? Division { get; init; }
}

/// <summary>One dated value of one parameter in one layer.</summary>
public abstract class Entry(Parameter parameter, EntryTerms terms)
{
    public Parameter Parameter { get; } = parameter;

    public EntryTerms Terms { get; } = terms;

    /// <summary>The value; null means "explicitly not configured" (only in a request).</summary>
    public abstract object? Value { get; }

    /// <summary>Makes an entry of a value that has the parameter's type (or null).</summary>
    public static Entry Of(Parameter parameter, object? value, EntryTerms terms) => parameter.Entry(value, terms);

    internal bool Holds(DateOnly day, Area? area, DateOnly? knownAt) =>
        (Terms.From is not { } from || from <= day)
        && (Terms.To is not { } to || day <= to)
        && (Terms.Area is not { } only || only == area)
        && IsKnown(knownAt);

    internal bool IsKnown(DateOnly? knownAt) => knownAt is not { } known || Terms.Published is not { } published || published <= known;

    /// <summary>PA-01: latest start first, then the one that names an area, then the latest published.</summary>
    internal static int ByPrecedence(Entry a, Entry b)
    {
        var order = Nullable.Compare(b.Terms.From, a.Terms.From);
        order = order != 0 ? order : (b.Terms.Area is not null).CompareTo(a.Terms.Area is not null);
        return order != 0 ? order : Nullable.Compare(b.Terms.Published, a.Terms.Published);
    }
}

/// <summary>An entry with its typed figure.</summary>
public sealed class Entry<T>(Parameter<T> parameter, Figure<T>? figure, EntryTerms terms) : Entry(parameter, terms)
{
    public Figure<T>? Figure { get; } = figure;

    public override object? Value => Figure is null ? null : Figure.Value;
}
