namespace SocialAssistance.Rules.Values;

/// <summary>Reads plain decimal numbers strictly: no sign, no leading zero, no exponent, ASCII digits only.</summary>
public static class NumberText
{
    /// <summary>The value times 10^<paramref name="decimals"/>, exact.</summary>
    public static bool TryParse(ReadOnlySpan<char> text, int wholeDigits, int decimals, out long scaled)
    {
        scaled = 0;
        var i = 0;
        while (i < text.Length && char.IsAsciiDigit(text[i]))
        {
            if (i == wholeDigits || (i == 1 && text[0] == '0'))
            {
                return false;
            }

            scaled = scaled * 10 + (text[i++] - '0');
        }

        if (i == 0)
        {
            return false;
        }

        var places = 0;
        if (i < text.Length)
        {
            if (text[i++] != '.' || i == text.Length)
            {
                return false;
            }

            for (; i < text.Length; i++, places++)
            {
                if (places == decimals || !char.IsAsciiDigit(text[i]))
                {
                    return false;
                }

                scaled = scaled * 10 + (text[i] - '0');
            }
        }

        for (; places < decimals; places++)
        {
            scaled *= 10;
        }

        return true;
    }

    /// <summary>Digits, perhaps with decimals or as a fraction: what a minus sign would make a negative number.</summary>
    public static bool LooksLikeNumber(ReadOnlySpan<char> text)
    {
        var i = 0;
        while (i < text.Length && char.IsAsciiDigit(text[i]))
        {
            i++;
        }

        if (i == 0 || i == text.Length)
        {
            return i > 0;
        }

        var tail = text[(i + 1)..];
        return text[i] is '.' or '/' && tail.Length > 0 && !tail.ContainsAnyExceptInRange('0', '9');
    }
}
