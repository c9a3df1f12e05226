using SocialAssistance.Rules.Standards;

namespace SocialAssistance.Policies;

/// <summary>A document that packs cite, listed once. Its number (文号) is its name.</summary>
public sealed record PolicyDocument(string Number, string Title, DateOnly? Issued, DateOnly? Effective, string? Note)
{
    /// <summary>Division code of the pack that lists it.</summary>
    public required string Division { get; init; }

    /// <summary>File of the product that holds the document's text; null where only number and title are known.</summary>
    public string? TextFile { get; init; }
}

/// <summary>Whose figures a pack holds.</summary>
public sealed record PackHeader(string Code, string Slug, string Name, string English);

/// <summary>The cited, dated figures of one jurisdiction, checked.</summary>
public sealed record Pack(PackHeader Header, IReadOnlyDictionary<string, PolicyDocument> Documents, Layer Layer)
{
    /// <summary>The code of the whole nation; its pack holds the defaults every other pack rests on.</summary>
    public const string Nation = "000000";
}

/// <summary>A pack as bytes: an embedded file, or one given by a county or a test.</summary>
public sealed record PackSource(string File, Func<ReadOnlyMemory<byte>> Utf8);
