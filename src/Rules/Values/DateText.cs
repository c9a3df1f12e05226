namespace SocialAssistance.Rules.Values;

/// <summary>Reads dates strictly: fixed width, ASCII digits, real calendar days, years 1900–2100.</summary>
public static class DateText
{
    /// <summary>Reads <c>YYYY-MM-DD</c>.</summary>
    public static bool TryParse(ReadOnlySpan<char> text, out DateOnly day)
    {
        day = default;
        if (text.Length != 10 || text[7] != '-' || !BenefitMonth.TryParse(text[..7], out var month)
            || !Digits(text[8..], out var number) || number < 1 || number > DateTime.DaysInMonth(month.Year, month.Month))
        {
            return false;
        }

        day = new(month.Year, month.Month, number);
        return true;
    }

    /// <summary>Reads <c>YYYY-MM-DDTHH:MM</c>, local time, 24 hours.</summary>
    public static bool TryParse(ReadOnlySpan<char> text, out DateTime moment)
    {
        moment = default;
        if (text.Length != 16 || text[10] != 'T' || text[13] != ':' || !TryParse(text[..10], out DateOnly day)
            || !Digits(text[11..13], out var hour) || !Digits(text[14..], out var minute) || hour > 23 || minute > 59)
        {
            return false;
        }

        moment = day.ToDateTime(new TimeOnly(hour, minute));
        return true;
    }

    internal static bool Digits(ReadOnlySpan<char> text, out int number)
    {
        number = 0;
        foreach (var character in text)
        {
            if (!char.IsAsciiDigit(character))
            {
                return false;
            }

            number = number * 10 + (character - '0');
        }

        return true;
    }
}
