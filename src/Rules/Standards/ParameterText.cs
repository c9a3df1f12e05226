using SocialAssistance.Rules.Values;

namespace SocialAssistance.Rules.Standards;

/// <summary>Why a text is not a value of its parameter; the names are the error codes of requests.</summary>
public enum TextFault { None, InvalidValue, NegativeAmount, InvalidDate }

/// <summary>Reads and writes single values of a parameter as packs and requests spell them.</summary>
public static class ParameterText
{
    /// <summary>Reads a money, decimal, ratio, date or word; the result has the parameter's type.</summary>
    public static TextFault Read(Parameter parameter, string text, out object? value)
    {
        value = parameter.Form switch
        {
            ValueForm.Money or ValueForm.MoneyList when Money.TryParse(text, out var amount) => amount.Yuan,
            ValueForm.Decimal when NumberText.TryParse(text, 9, 6, out var millionths) => millionths / 1_000_000m,
            ValueForm.Ratio when TryReadRatio(text, out var ratio) => ratio,
            ValueForm.Date when DateText.TryParse(text, out DateOnly day) => day,
            ValueForm.Enumeration when parameter.Allowed.Contains(text) => parameter.Word!(text),
            _ => null,
        };
        if (value is not null)
        {
            return TextFault.None;
        }

        return parameter.Form switch
        {
            ValueForm.Date => TextFault.InvalidDate,
            ValueForm.Enumeration => TextFault.InvalidValue,
            _ => text.StartsWith('-') && NumberText.LooksLikeNumber(text.AsSpan(1)) ? TextFault.NegativeAmount : TextFault.InvalidValue,
        };
    }

    private static bool TryReadRatio(ReadOnlySpan<char> text, out Ratio ratio)
    {
        var slash = text.IndexOf('/');
        if (slash < 0)
        {
            var isNumber = NumberText.TryParse(text, 9, 6, out var millionths);
            ratio = new(millionths, 1_000_000);
            return isNumber;
        }

        var isFraction = NumberText.TryParse(text[..slash], 6, 0, out var numerator) & NumberText.TryParse(text[(slash + 1)..], 6, 0, out var denominator)
            && numerator > 0 && denominator > 0;
        ratio = isFraction ? new(numerator, denominator) : default;
        return isFraction;
    }

    /// <summary>The set of words of an enumeration list; every word must be allowed.</summary>
    public static object ReadSet(Parameter parameter, IEnumerable<string> words) => parameter.WordSet!(words);

    /// <summary>A value as packs spell it; money with two decimals.</summary>
    public static string Write(Parameter parameter, object value) => value switch
    {
        decimal amount when parameter.Form is ValueForm.Money => new Money(amount).ToString(),
        decimal number => number.ToString("0.######", System.Globalization.CultureInfo.InvariantCulture),
        bool flag => flag ? "true" : "false",
        DateOnly day => day.ToString("yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture),
        IReadOnlyList<decimal> amounts => string.Join(", ", amounts.Select(a => new Money(a))),
        IReadOnlyList<Band> bands => string.Join("; ", bands.Select(b => $"[{new Money(b.GapFrom)}, {(b.GapTo is { } end ? new Money(end).ToString() : "∞")}) → {new Money(b.Amount)}")),
        Enum word => Vocabulary.Kebab(word.ToString()),
        _ => $"{value}",
    };
}
