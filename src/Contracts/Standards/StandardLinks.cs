namespace SocialAssistance.Contracts.Standards;

/// <summary>Addresses of the register of documents that other modules may link to.</summary>
public static class StandardLinks
{
    /// <summary>From the source line of a working, e.g. 于民字〔2023〕30号 一（二）, to the sentence of the document; null where the source is a rule of the program.</summary>
    public static string? Clause(string source) =>
        source.Length > 0 && source[0] > '\u2E7F' ? $"/standards/clause?source={Uri.EscapeDataString(source)}" : null;
}
