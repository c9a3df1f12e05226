namespace SocialAssistance.Rules.Values;

/// <summary>Writes fen as yuan with two decimals. Every line of a working holds amounts, so this is done by hand.</summary>
internal static class MoneyText
{
    private const int Longest = 32;

    /// <summary>1200.00, or 1,200.00 with thousands separated.</summary>
    public static string Write(long fen, bool grouped, string prefix = "")
    {
        Span<char> text = stackalloc char[Longest];
        var rest = fen < 0 ? unchecked((ulong)-fen) : (ulong)fen;
        var at = Longest;
        for (var digits = 0; digits < 3 || rest > 0; digits++)
        {
            if (digits == 2)
            {
                text[--at] = '.';
            }
            else if (grouped && digits > 2 && (digits - 2) % 3 == 0)
            {
                text[--at] = ',';
            }

            text[--at] = (char)('0' + rest % 10);
            rest /= 10;
        }

        if (fen < 0)
        {
            text[--at] = '-';
        }

        return prefix.Length == 0 ? new string(text[at..]) : string.Concat(prefix, text[at..]);
    }
}
