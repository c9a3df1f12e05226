using System.Globalization;
using SocialAssistance.Rules.Values;

namespace SocialAssistance.Rules.Standards;

/// <summary>
/// An exact share or multiple: 0.30 or 1/6. Never a rounded quotient; comparisons multiply across. The terms are those
/// of the text as published (0.30 is 30/100), because the text is what a step shows.
/// </summary>
public readonly record struct Ratio : IComparable<Ratio>
{
    private readonly long _denominator;

    public Ratio(long numerator, long denominator)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(numerator);
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(denominator);
        var divisor = GreatestCommonDivisor(numerator, denominator);
        Numerator = numerator / divisor;
        _denominator = denominator / divisor;
    }

    public long Numerator { get; }

    public long Denominator => _denominator == 0 ? 1 : _denominator;

    public bool IsZero => Numerator == 0;

    /// <summary>Exact: the product is not rounded.</summary>
    public static Fraction operator *(Ratio share, Money amount) => new((Int128)share.Numerator * amount.Fen, (Int128)share.Denominator * 100);

    /// <summary>From a number of at most six decimals.</summary>
    public static Ratio From(decimal number) => new(decimal.ToInt64(number * 1_000_000m), 1_000_000);

    /// <summary>Is <paramref name="part"/> ÷ <paramref name="whole"/> at least this ratio? Exact for six decimals.</summary>
    public bool IsReachedBy(decimal part, decimal whole) => Compare(part, whole) >= 0;

    /// <summary>Is <paramref name="part"/> ÷ <paramref name="whole"/> above this ratio? A whole of zero is exceeded by any part.</summary>
    public bool IsExceededBy(decimal part, decimal whole) => Compare(part, whole) > 0;

    public int CompareTo(Ratio other) =>
        ((Int128)Numerator * other.Denominator).CompareTo((Int128)other.Numerator * Denominator);

    public override string ToString()
    {
        var decimals = Denominator;
        foreach (var factor in (ReadOnlySpan<int>)[2, 5])
        {
            while (decimals % factor == 0)
            {
                decimals /= factor;
            }
        }

        return decimals == 1
            ? ((decimal)Numerator / Denominator).ToString("0.############", CultureInfo.InvariantCulture)
            : $"{Numerator}/{Denominator}";
    }

    private int Compare(decimal part, decimal whole) =>
        (Micro(part) * Denominator).CompareTo(Micro(whole) * Numerator);

    private static Int128 Micro(decimal number) => (Int128)decimal.Truncate(number * 1_000_000m);

    private static long GreatestCommonDivisor(long a, long b)
    {
        while (b != 0)
        {
            (a, b) = (b, a % b);
        }

        return a == 0 ? 1 : a;
    }
}
