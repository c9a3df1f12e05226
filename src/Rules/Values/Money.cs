namespace SocialAssistance.Rules.Values;

/// <summary>
/// An amount of money: a whole number of fen (分), so that sums are exact and comparisons have no last digit to argue about.
/// What lies between two fen is a <see cref="Fraction"/> until a rule rounds it by name.
/// </summary>
public readonly record struct Money : IComparable<Money>
{
    /// <summary>An amount of yuan (元) with at most two decimals; anything finer must be rounded by a rule first.</summary>
    public Money(decimal yuan)
    {
        var fen = yuan * 100m;
        Fen = fen == decimal.Truncate(fen)
            ? (long)fen
            : throw new ArgumentOutOfRangeException(nameof(yuan), "Money has two decimals. Round by a named rule first.");
    }

    /// <summary>No money.</summary>
    public static Money Zero => default;

    /// <summary>The amount in fen (分), a hundredth of a yuan.</summary>
    public long Fen { get; init; }

    /// <summary>The amount in yuan (元).</summary>
    public decimal Yuan
    {
        get
        {
            var digits = Fen < 0 ? unchecked((ulong)-Fen) : (ulong)Fen;
            return new decimal(unchecked((int)digits), unchecked((int)(digits >> 32)), 0, Fen < 0, 2);
        }
    }

    /// <summary>True for more than nothing.</summary>
    public bool IsPositive => Fen > 0;

    /// <summary>An amount given in fen.</summary>
    public static Money FromFen(long fen) => new() { Fen = fen };

    /// <summary>Rounds exact yuan to the nearest fen, exact halves away from zero (四舍五入).</summary>
    public static Money RoundHalfUp(Fraction yuan) => FromFen((long)(yuan * 100).HalfUp());

    /// <summary>Rounds exact yuan up to a whole fen: for a lower bound that becomes an amount.</summary>
    public static Money RoundUp(Fraction yuan) => FromFen((long)(yuan * 100).Ceiling());

    /// <summary>Rounds exact yuan down to a whole fen: for an upper bound that becomes an amount.</summary>
    public static Money RoundDown(Fraction yuan) => FromFen((long)(yuan * 100).Floor());

    public static Money operator +(Money left, Money right) => FromFen(left.Fen + right.Fen);

    public static Money operator -(Money left, Money right) => FromFen(left.Fen - right.Fen);

    public static Money operator -(Money amount) => FromFen(-amount.Fen);

    public static Money operator *(Money amount, int times) => FromFen(amount.Fen * times);

    public static bool operator <(Money left, Money right) => left.Fen < right.Fen;

    public static bool operator >(Money left, Money right) => left.Fen > right.Fen;

    public static bool operator <=(Money left, Money right) => left.Fen <= right.Fen;

    public static bool operator >=(Money left, Money right) => left.Fen >= right.Fen;

    /// <summary>The greater of two amounts.</summary>
    public static Money Max(Money left, Money right) => left.Fen >= right.Fen ? left : right;

    /// <summary>The lesser of two amounts.</summary>
    public static Money Min(Money left, Money right) => left.Fen <= right.Fen ? left : right;

    public int CompareTo(Money other) => Fen.CompareTo(other.Fen);

    /// <summary>The amount in yuan as an exact number.</summary>
    public Fraction ToFraction() => new(Fen, 100);

    /// <summary>For reading aloud, with thousands separated: 1,200.00.</summary>
    public string ToDisplay() => MoneyText.Write(Fen, grouped: true);

    /// <summary>Yuan with exactly two decimals: 1200.00.</summary>
    public override string ToString() => MoneyText.Write(Fen, grouped: false);

    /// <summary>
    /// Reads the form <c>(0|[1-9][0-9]{0,8})(\.[0-9]{1,2})?</c>: yuan, never negative, ASCII digits only.
    /// </summary>
    public static bool TryParse(ReadOnlySpan<char> text, out Money amount)
    {
        amount = default;
        if (!NumberText.TryParse(text, 9, 2, out var scaled))
        {
            return false;
        }

        amount = FromFen(scaled);
        return true;
    }
}
