using SocialAssistance.Rules.Households;
using SocialAssistance.Rules.Standards;

namespace SocialAssistance.Rules.MinimumLiving;

/// <summary>PA-04 on exact quotients: x ÷ unit to a whole number by the county's mode, times the unit.</summary>
internal static class AmountRounding
{
    /// <summary>Rounds <paramref name="numerator"/> ÷ <paramref name="denominator"/> fen (not negative) to whole units.</summary>
    public static long Round(HouseholdMonthFigures figures, Int128 numerator, Int128 denominator)
    {
        unchecked
        {
            var divisor = denominator * figures.RoundingFen;
            var whole = Divide(numerator, divisor);
            var rest = numerator - whole * divisor;
            var up = figures.Rounding.Mode switch
            {
                RoundingMode.Up => rest > 0,
                RoundingMode.HalfUp => rest * 2 >= divisor,
                _ => false,
            };
            return (long)((up ? whole + 1 : whole) * figures.RoundingFen);
        }
    }

    // Nearly every amount fits: one machine division instead of a wide one.
    private static Int128 Divide(Int128 numerator, Int128 divisor) => numerator <= long.MaxValue && divisor <= long.MaxValue
        ? (long)numerator / (long)divisor
        : numerator / divisor;
}
