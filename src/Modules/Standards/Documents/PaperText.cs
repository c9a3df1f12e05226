namespace SocialAssistance.Standards.Documents;

/// <summary>A piece of a paragraph; <paramref name="Marked"/>: the sentence looked for.</summary>
internal sealed record TextPiece(string Text, bool Marked);

/// <summary>Finds the sentence a figure quotes in a document's text; spaces and line ends do not count.</summary>
internal static class PaperText
{
    public static IReadOnlyList<IReadOnlyList<TextPiece>> Paragraphs(string text, string? quote)
    {
        var found = false;
        var paragraphs = new List<IReadOnlyList<TextPiece>>();
        foreach (var paragraph in text.ReplaceLineEndings("\n").Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries))
        {
            if (!found && Find(paragraph, quote) is { } place)
            {
                found = true;
                paragraphs.Add([.. new TextPiece[] { new(paragraph[..place.Start], false), new(paragraph[place.Start..place.End], true), new(paragraph[place.End..], false) }.Where(p => p.Text.Length > 0)]);
            }
            else
            {
                paragraphs.Add([new(paragraph, false)]);
            }
        }

        return paragraphs;
    }

    public static bool Contains(string text, string quote) => Find(text, quote) is not null;

    private static (int Start, int End)? Find(string text, string? quote)
    {
        var wanted = Plain(quote ?? "");
        if (wanted.Length == 0)
        {
            return null;
        }

        var at = Plain(text).IndexOf(wanted, StringComparison.Ordinal);
        return at < 0 ? null : (Place(text, at), Place(text, at + wanted.Length - 1) + 1);
    }

    private static string Plain(string text) => string.Concat(text.Where(c => !char.IsWhiteSpace(c)));

    /// <summary>Where the n-th visible character stands.</summary>
    private static int Place(string text, int visible)
    {
        for (var i = 0; i < text.Length; i++)
        {
            if (!char.IsWhiteSpace(text[i]) && visible-- == 0)
            {
                return i;
            }
        }

        return text.Length;
    }
}
