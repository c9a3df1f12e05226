using SocialAssistance.Rules.Standards;
using SocialAssistance.Rules.Values;

namespace SocialAssistance.Rules.Tests.Standards;

[Trait("Rule", "PA-04")]
public sealed class RoundingTests
{
    [Theory]
    [InlineData("1", 3, "0.01", RoundingMode.HalfUp, "0.33")]
    [InlineData("2", 3, "0.01", RoundingMode.HalfUp, "0.67")]
    [InlineData("1.23", 2, "0.01", RoundingMode.HalfUp, "0.62")]
    [InlineData("1.25", 2, "0.01", RoundingMode.Down, "0.62")]
    [InlineData("1.25", 2, "0.01", RoundingMode.Up, "0.63")]
    [InlineData("1.24", 2, "0.01", RoundingMode.Up, "0.62")]
    [InlineData("631.33", 1, "1", RoundingMode.Up, "632.00")]
    [InlineData("631.50", 1, "1", RoundingMode.HalfUp, "632.00")]
    [InlineData("631.49", 1, "1", RoundingMode.HalfUp, "631.00")]
    [InlineData("634.99", 1, "5", RoundingMode.Down, "630.00")]
    [InlineData("0", 7, "0.01", RoundingMode.Up, "0.00")]
    public void A_quotient_is_rounded_once_from_the_exact_number(string yuan, int persons, string unit, RoundingMode mode, string rounded)
    {
        var exact = Fraction.FromDecimal(decimal.Parse(yuan, System.Globalization.CultureInfo.InvariantCulture)) / persons;
        var rule = new Rounding(new Money(decimal.Parse(unit, System.Globalization.CultureInfo.InvariantCulture)), mode, RoundingStage.Person);

        Assert.Equal(rounded, rule.Round(exact).ToString());
    }
}
