using System.Text.Json;
using SocialAssistance.Rules.Standards;
using SocialAssistance.Rules.Values;

namespace SocialAssistance.Assess.Requests;

/// <summary>
/// One value of the request with its place. Each reading checks type and form exactly as section 1.1 and 1.2 say and
/// otherwise throws a <see cref="RequestException"/>.
/// </summary>
internal readonly struct RequestValue(JsonElement element, RequestPath path)
{
    private const int Longest = 200;

    public JsonElement Element { get; } = element;

    public RequestPath Path { get; } = path;

    public bool IsNull => Element.ValueKind == JsonValueKind.Null;

    public RequestException Error(string code, string message) => new(code, Path.ToString(), message);

    /// <summary>An object, to be read field by field.</summary>
    public RequestReader Object() =>
        Element.ValueKind == JsonValueKind.Object ? new(Element, Path) : throw WrongType("an object");

    /// <summary>The elements of a list with at least <paramref name="min"/> and at most <paramref name="max"/> of them.</summary>
    public RequestList List(int max, int min = 0)
    {
        if (Element.ValueKind != JsonValueKind.Array)
        {
            throw WrongType("a list");
        }

        var count = Element.GetArrayLength();
        if (count > max)
        {
            throw Error(ErrorCode.TooLarge, $"the list has {count} elements, at most {max} are allowed");
        }

        return count < min ? throw Error(ErrorCode.InvalidValue, $"the list needs at least {min} element(s)") : new(Element, Path);
    }

    public bool Boolean() => Element.ValueKind switch
    {
        JsonValueKind.True => true,
        JsonValueKind.False => false,
        _ => throw WrongType("true or false"),
    };

    /// <summary>Any string of at most 200 UTF-16 units.</summary>
    public string Text()
    {
        if (Element.ValueKind != JsonValueKind.String)
        {
            throw WrongType("a string");
        }

        var text = JsonText.Read(Element);
        return text.Length <= Longest ? text : throw TooLong();
    }

    /// <summary>A string that is not empty.</summary>
    public string Identifier() => Text() is { Length: > 0 } text ? text : throw Error(ErrorCode.InvalidValue, "must not be empty");

    public T Enum<T>()
        where T : struct, Enum =>
        Vocabulary<T>.TryParse(Text(), out var value) ? value : throw NotOneOf(Vocabulary<T>.Words);

    /// <summary>A word of an open list of words.</summary>
    public string Word(IReadOnlyList<string> allowed)
    {
        var text = Text();
        return allowed.Contains(text) ? text : throw NotOneOf(allowed);
    }

    public Money Money()
    {
        var text = Text();
        return Rules.Values.Money.TryParse(text, out var amount) ? amount : throw NotAmount(text, "an amount such as \"123.45\"");
    }

    /// <summary>A decimal: up to nine digits and six decimals.</summary>
    public decimal Decimal()
    {
        var text = Text();
        return NumberText.TryParse(text, 9, 6, out var millionths) ? millionths / 1_000_000m : throw NotAmount(text, "a number such as \"0.30\"");
    }

    /// <summary>A percentage, perhaps negative: up to four digits and four decimals.</summary>
    public decimal Percentage()
    {
        var text = Text();
        var negative = text.StartsWith('-');
        return NumberText.TryParse(negative ? text.AsSpan(1) : text, 4, 4, out var value)
            ? (negative ? -value : value) / 10_000m
            : throw Error(ErrorCode.InvalidValue, "must be a percentage such as \"3.5\"");
    }

    /// <summary>A decimal, or a fraction such as 1/3.</summary>
    public Ratio Ratio()
    {
        var text = Text();
        var slash = text.IndexOf('/', StringComparison.Ordinal);
        if (slash < 0)
        {
            return NumberText.TryParse(text, 9, 6, out var millionths) ? new(millionths, 1_000_000) : throw NotAmount(text, "a number such as \"0.30\" or \"1/3\"");
        }

        return NumberText.TryParse(text.AsSpan(0, slash), 6, 0, out var numerator)
            && NumberText.TryParse(text.AsSpan(slash + 1), 6, 0, out var denominator) && numerator > 0 && denominator > 0
                ? new(numerator, denominator)
                : throw NotAmount(text, "a number such as \"0.30\" or \"1/3\"");
    }

    public int Integer(int min, int max)
    {
        if (Element.ValueKind != JsonValueKind.Number || JsonText.Raw(Element).ContainsAny(".eE"u8))
        {
            throw WrongType("a whole number");
        }

        return Element.TryGetInt32(out var number) && number >= min && number <= max
            ? number
            : throw Error(ErrorCode.InvalidValue, $"must be between {min} and {max}");
    }

    public DateOnly Date() =>
        DateText.TryParse(Text(), out DateOnly day) ? day : throw Error(ErrorCode.InvalidDate, "must be a real date, YYYY-MM-DD");

    public BenefitMonth Month() =>
        BenefitMonth.TryParse(Text(), out var month) ? month : throw Error(ErrorCode.InvalidDate, "must be a month, YYYY-MM");

    public DateTime DateTime() =>
        DateText.TryParse(Text(), out DateTime moment) ? moment : throw Error(ErrorCode.InvalidDate, "must be a date and time, YYYY-MM-DDTHH:MM");

    /// <summary>A date, or with a T a date and time.</summary>
    public (DateOnly Day, TimeOnly? Time) DateOrDateTime()
    {
        if (!Text().Contains('T', StringComparison.Ordinal))
        {
            return (Date(), null);
        }

        var moment = DateTime();
        return (DateOnly.FromDateTime(moment), TimeOnly.FromDateTime(moment));
    }

    // A string beyond the limit is too long before it is of the wrong type.
    private RequestException WrongType(string wanted) => Element.ValueKind == JsonValueKind.String && JsonText.Read(Element).Length > Longest
        ? TooLong()
        : Error(ErrorCode.WrongType, $"must be {wanted}");

    private RequestException TooLong() => Error(ErrorCode.TooLong, $"the text is longer than {Longest} characters");

    private RequestException NotOneOf(IReadOnlyList<string> allowed) =>
        Error(ErrorCode.InvalidValue, $"must be one of {string.Join(", ", allowed)}");

    private RequestException NotAmount(string text, string wanted) => text.StartsWith('-') && NumberText.LooksLikeNumber(text.AsSpan(1))
        ? Error(ErrorCode.NegativeAmount, "must not be negative")
        : Error(ErrorCode.InvalidValue, $"must be {wanted}");
}
