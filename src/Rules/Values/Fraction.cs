namespace SocialAssistance.Rules.Values;

/// <summary>
/// An exact number, numerator over denominator. Quotients such as income ÷ members stay fractions, so that "equal to
/// the line" means equal and not "equal after the last printed digit".
/// </summary>
public readonly struct Fraction : IComparable<Fraction>, IEquatable<Fraction>
{
    private static readonly Int128 Large = (Int128)1 << 60;
    private readonly Int128 _denominator;

    /// <summary>The denominator may not be zero.</summary>
    public Fraction(Int128 numerator, Int128 denominator)
    {
        if (denominator == 0)
        {
            throw new DivideByZeroException();
        }

        (Numerator, _denominator) = denominator < 0 ? (-numerator, -denominator) : (numerator, denominator);
    }

    public Int128 Numerator { get; }

    /// <summary>Always positive.</summary>
    public Int128 Denominator => _denominator == 0 ? 1 : _denominator;

    public static implicit operator Fraction(long whole) => new(whole, 1);

    /// <summary>The exact value of a decimal.</summary>
    public static Fraction FromDecimal(decimal value)
    {
        Int128 denominator = 1;
        while (value != decimal.Truncate(value))
        {
            value *= 10m;
            denominator *= 10;
        }

        return new((Int128)value, denominator);
    }

    public static Fraction operator +(Fraction left, Fraction right) => left.Denominator == right.Denominator
        ? new(left.Numerator + right.Numerator, left.Denominator)
        : Kept(left.Numerator * right.Denominator + right.Numerator * left.Denominator, left.Denominator * right.Denominator);

    public static Fraction operator -(Fraction left, Fraction right) => left + new Fraction(-right.Numerator, right.Denominator);

    public static Fraction operator *(Fraction left, Fraction right) =>
        Kept(left.Numerator * right.Numerator, left.Denominator * right.Denominator);

    public static Fraction operator /(Fraction left, Fraction right) =>
        Kept(left.Numerator * right.Denominator, left.Denominator * right.Numerator);

    public static bool operator <(Fraction left, Fraction right) => left.CompareTo(right) < 0;

    public static bool operator >(Fraction left, Fraction right) => left.CompareTo(right) > 0;

    public static bool operator <=(Fraction left, Fraction right) => left.CompareTo(right) <= 0;

    public static bool operator >=(Fraction left, Fraction right) => left.CompareTo(right) >= 0;

    public static bool operator ==(Fraction left, Fraction right) => left.CompareTo(right) == 0;

    public static bool operator !=(Fraction left, Fraction right) => left.CompareTo(right) != 0;

    public int CompareTo(Fraction other) =>
        (Numerator * other.Denominator).CompareTo(other.Numerator * Denominator);

    public bool Equals(Fraction other) => CompareTo(other) == 0;

    public override bool Equals(object? obj) => obj is Fraction other && Equals(other);

    public override int GetHashCode()
    {
        var reduced = Reduced(Numerator, Denominator);
        return HashCode.Combine(reduced.Numerator, reduced.Denominator);
    }

    /// <summary>The greatest whole number not above the value.</summary>
    public Int128 Floor()
    {
        var (quotient, remainder) = Int128.DivRem(Numerator, Denominator);
        return remainder < 0 ? quotient - 1 : quotient;
    }

    /// <summary>The least whole number not below the value.</summary>
    public Int128 Ceiling()
    {
        var (quotient, remainder) = Int128.DivRem(Numerator, Denominator);
        return remainder > 0 ? quotient + 1 : quotient;
    }

    /// <summary>The nearest whole number, exact halves away from zero.</summary>
    public Int128 HalfUp()
    {
        var (quotient, remainder) = Int128.DivRem(Numerator, Denominator);
        return Int128.Abs(remainder) * 2 < Denominator ? quotient : quotient + Int128.Sign(Numerator);
    }

    /// <summary>For reading: two decimals, half up. Never used to decide.</summary>
    public override string ToString() => Money.RoundHalfUp(this).ToString();

    /// <summary>For reading aloud: thousands separated, two decimals, "≈" where digits were left out.</summary>
    public string ToDisplay()
    {
        var shown = Money.RoundHalfUp(this);
        return MoneyText.Write(shown.Fen, grouped: true, shown.ToFraction() == this ? "" : "≈");
    }

    // Reducing costs more than it saves until the terms grow large.
    private static Fraction Kept(Int128 numerator, Int128 denominator) =>
        Int128.Abs(numerator) < Large && Int128.Abs(denominator) < Large ? new(numerator, denominator) : Reduced(numerator, denominator);

    private static Fraction Reduced(Int128 numerator, Int128 denominator)
    {
        var (a, b) = (Int128.Abs(numerator), Int128.Abs(denominator));
        while (b != 0)
        {
            (a, b) = (b, a % b);
        }

        return a > 1 ? new(numerator / a, denominator / a) : new(numerator, denominator);
    }
}
