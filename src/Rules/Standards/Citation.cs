namespace SocialAssistance.Rules.Standards;

/// <summary>Where a value or a rule is printed: the document number (文号) and the article.</summary>
public sealed record Citation(string Document, string Article)
{
    /// <summary>Title of the document, where it has one besides its number.</summary>
    public string? Title { get; init; }

    /// <summary>The sentence of the document, copied as printed.</summary>
    public string? Quote { get; init; }

    /// <summary>What else the reader must know of the source, e.g. the county's own version (标准版本 3); null for a shipped figure.</summary>
    public string? Remark { get; init; }

    public override string ToString() => (Article.Length == 0 ? Document : $"{Document} {Article}") + (Remark is null ? "" : $"（{Remark}）");
}
