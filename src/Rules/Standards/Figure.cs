namespace SocialAssistance.Rules.Standards;

/// <summary>
/// A value as found: it never travels without its source.
/// <paramref name="Layer"/> is <c>request</c>, <c>policy</c> or <c>national</c>; <paramref name="Status"/> is
/// <c>stated</c> (printed), <c>derived</c>, <c>assumed</c> or <c>technical</c>.
/// </summary>
public sealed record Figure<T>(T Value, Citation? Source, string Layer, string Status, DateOnly? From, DateOnly? Published)
{
    /// <summary>Key of the parameter the value belongs to.</summary>
    public required string Key { get; init; }

    /// <summary>Last day in force (inclusive); null is open.</summary>
    public DateOnly? To { get; init; }

    /// <summary>The area the entry is limited to; null is both.</summary>
    public Area? Area { get; init; }

    /// <summary>Six-digit code of the division whose pack or local setting holds the entry; null for a request.</summary>
    public string? Division { get; init; }

    /// <summary>The source as steps show it: document and article, or that the request itself gave the value.</summary>
    public string Cited => Source is null ? $"request parameters: {Key}" : Source.ToString();
}

/// <summary>Names of the layers in which a value may be found (PA-01).</summary>
public static class LayerNames
{
    public const string Request = "request";
    public const string Policy = "policy";
    public const string National = "national";
}
