namespace SocialAssistance.Rules.Values;

/// <summary>
/// The exact measure the household calculation reckons in. A yearly income is a twelfth of whole fen per month, a
/// published share has at most six decimals; so every income and deduction is a whole number of 1/12,000,000 fen and
/// nothing is ever rounded on the way. The largest request (60 members × 50 incomes × 999,999,999.99 yuan, times a
/// ratio of fifteen digits) stays below 10^36 and fits 128 bits.
/// </summary>
internal static class Exact
{
    public const long PerTwelfth = 1_000_000;
    public const long PerFen = 12 * PerTwelfth;

    /// <summary>Nearest whole fen of <paramref name="units"/> ÷ <paramref name="parts"/>, for showing.</summary>
    public static Money ToMoney(Int128 units, int parts = 1) =>
        Money.FromFen((long)new Fraction(units, (Int128)PerFen * parts).HalfUp());
}
