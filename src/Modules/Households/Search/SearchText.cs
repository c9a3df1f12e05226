using SocialAssistance.Rules.Values;

namespace SocialAssistance.Households.Search;

/// <summary>What the words in the search box mean.</summary>
internal enum SearchKind
{
    Nothing,
    IdNumber,
    IdNumberTail,
    Phone,
    CaseNumber,
    Initials,
    Name,
}

/// <summary>Reads the one search box (查找): full width becomes half width, blanks and hyphens inside numbers go.</summary>
internal sealed record SearchText(SearchKind Kind, string Value)
{
    public static SearchText Read(string? typed)
    {
        var text = FullWidth.Narrow(typed ?? "").Trim();
        if (text.Length == 0)
        {
            return new(SearchKind.Nothing, "");
        }

        if (text.StartsWith("SQ", StringComparison.OrdinalIgnoreCase))
        {
            return new(SearchKind.CaseNumber, text.ToUpperInvariant());
        }

        var compact = text.Replace(" ", "", StringComparison.Ordinal).Replace("-", "", StringComparison.Ordinal).ToUpperInvariant();
        return compact switch
        {
            { Length: 18 } when IsIdDigits(compact) => new(SearchKind.IdNumber, compact),
            { Length: 11 } when compact.All(char.IsAsciiDigit) => new(SearchKind.Phone, compact),
            { Length: 4 } when IsIdDigits(compact) => new(SearchKind.IdNumberTail, compact),
            _ when compact.All(char.IsAsciiLetter) => new(SearchKind.Initials, compact.ToLowerInvariant()),
            _ => new(SearchKind.Name, text),
        };
    }

    private static bool IsIdDigits(string text) => text[..^1].All(char.IsAsciiDigit) && (char.IsAsciiDigit(text[^1]) || text[^1] == 'X');
}
