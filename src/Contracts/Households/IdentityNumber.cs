using System.Globalization;
using System.Text;
using SocialAssistance.Rules.Values;

namespace SocialAssistance.Contracts.Households;

/// <summary>
/// A citizen identity number (公民身份号码, GB 11643-1999): region, date of birth, sequence with the sex in its last digit,
/// check character. Only a number that passes every check can be made; it prints masked.
/// </summary>
public readonly record struct IdentityNumber
{
    private static readonly int[] Weights = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2];
    private const string CheckCharacters = "10X98765432";

    // GB/T 2260: the first two digits name a province; 81–83 are residence permits of Hong Kong, Macao and Taiwan.
    private const string Provinces = " 11 12 13 14 15 21 22 23 31 32 33 34 35 36 37 41 42 43 44 45 46 50 51 52 53 54 61 62 63 64 65 71 81 82 83 ";

    private IdentityNumber(string value, DateOnly birthDate) => (Value, BirthDate) = (value, birthDate);

    /// <summary>Eighteen characters, the last one a digit or a capital X.</summary>
    public string Value { get; }

    /// <summary>Date of birth, digits 7 to 14.</summary>
    public DateOnly BirthDate { get; }

    /// <summary>True male, false female: the 17th digit is odd for men.</summary>
    public bool Male => (Value[16] - '0') % 2 == 1;

    /// <summary>Completed years of age (周岁) on a day; somebody turns a year older on the birthday itself.</summary>
    public int AgeOn(DateOnly day) => Ages.On(BirthDate, day);

    /// <summary>Takes out spaces and hyphens, narrows full-width characters, raises x; whatever else was typed stays.</summary>
    public static string Normalize(string? typed)
    {
        var text = FullWidth.Narrow(typed ?? "");
        var kept = new StringBuilder(text.Length);
        foreach (var c in text.Where(c => !char.IsWhiteSpace(c) && c is not ('-' or '‐' or '–' or '—')))
        {
            // A multiplication sign and the Cyrillic letter look the same in the input method's list.
            kept.Append(c is 'x' or '×' or 'Х' or 'х' ? 'X' : c);
        }

        return kept.ToString();
    }

    /// <summary>Reads a number as typed; when it cannot be one, <paramref name="problem"/> says in Chinese what is wrong and where to look.</summary>
    public static bool TryRead(string? typed, DateOnly today, out IdentityNumber number, out string? problem)
    {
        var text = Normalize(typed);
        number = default;
        problem = Problem(text, today, out var birthDate);
        if (problem is null)
        {
            number = new(text, birthDate);
        }

        return problem is null;
    }

    /// <summary>The check character of the first seventeen digits.</summary>
    public static char CheckCharacter(ReadOnlySpan<char> digits)
    {
        var sum = 0;
        for (var i = 0; i < 17; i++)
        {
            sum += (digits[i] - '0') * Weights[i];
        }

        return CheckCharacters[sum % 11];
    }

    /// <summary>Masked, so that a number in a log or message tells nobody who it is.</summary>
    public override string ToString() => Value is null ? "" : $"{Value[..6]}********{Value[14..]}";

    private static string? Problem(string text, DateOnly today, out DateOnly birthDate)
    {
        birthDate = default;
        if (text.Length == 0)
        {
            return "请填写身份证号，暂时没有的请选“暂无身份证号”";
        }

        if (text.Length != 18)
        {
            return $"身份证号应为 18 位，现在是 {text.Length} 位，请核对证件";
        }

        var strange = text.Select((c, i) => (c, place: i + 1)).FirstOrDefault(p => !(char.IsAsciiDigit(p.c) || (p.place == 18 && p.c == 'X')));
        if (strange.place > 0)
        {
            return $"身份证号第 {strange.place} 位是“{strange.c}”，应为数字，请核对证件";
        }

        if (!Provinces.Contains($" {text[..2]} ", StringComparison.Ordinal) || text[2..6] == "0000")
        {
            return $"身份证号前 6 位 {text[..6]} 不是行政区划代码，请核对第 1 至 6 位";
        }

        if (!DateOnly.TryParseExact(text.AsSpan(6, 8), "yyyyMMdd", CultureInfo.InvariantCulture, DateTimeStyles.None, out birthDate))
        {
            return $"身份证号中的出生日期 {text[6..14]} 不存在，请核对第 7 至 14 位";
        }

        if (birthDate > today)
        {
            return $"身份证号中的出生日期 {text[6..14]} 在今天之后，请核对第 7 至 14 位";
        }

        if (birthDate.Year < 1890)
        {
            return $"身份证号中的出生日期 {text[6..14]} 过早，请核对第 7 至 14 位";
        }

        return CheckCharacter(text) == text[17] ? null : $"身份证号最后一位与前 17 位对不上，请逐段核对：{text[..6]} {text[6..14]} {text[14..]}";
    }
}
