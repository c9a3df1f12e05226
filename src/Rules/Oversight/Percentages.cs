using System.Globalization;
using SocialAssistance.Rules.Values;

namespace SocialAssistance.Rules.Oversight;

/// <summary>Exact numbers for display: two decimals, halves up. Never used to decide.</summary>
internal static class Percentages
{
    /// <summary>83.33 for 5 ÷ 6.</summary>
    public static decimal Of(decimal part, decimal whole) => HalfUp(Fraction.FromDecimal(part) / Fraction.FromDecimal(whole) * 100);

    public static decimal HalfUp(Fraction number) => (decimal)(number * 100).HalfUp() / 100m;

    public static string Text(decimal number) => number.ToString("F2", CultureInfo.InvariantCulture);
}
