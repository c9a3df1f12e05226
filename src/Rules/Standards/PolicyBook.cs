namespace SocialAssistance.Rules.Standards;

/// <summary>
/// The layers of one jurisdiction, nearest first: local setting, county, prefecture, province, nation.
/// </summary>
public sealed class PolicyBook(string slug, string code, string name, IReadOnlyList<Layer> layers)
{
    /// <summary>Short name that results echo, e.g. <c>yudu</c>.</summary>
    public string Slug { get; } = slug;

    /// <summary>Six-digit division code (行政区划代码).</summary>
    public string Code { get; } = code;

    /// <summary>Chinese name of the jurisdiction.</summary>
    public string Name { get; } = name;

    public IReadOnlyList<Layer> Layers { get; } = layers;

    /// <summary>The book with one nearer layer, for example the figures a county published itself.</summary>
    public PolicyBook With(Layer nearest) => new(Slug, Code, Name, [nearest, .. Layers]);

    /// <summary>The book as if nothing changed after a day: what holds on it holds on, and what begins later is not there.</summary>
    public PolicyBook StandingAt(DateOnly day) => new(Slug, Code, Name, [.. Layers.Select(l => l.StandingAt(day))]);
}
