using SocialAssistance.Rules.Values;

namespace SocialAssistance.Rules.Standards;

/// <summary>
/// PA-04: computed amounts are rounded once, by unit (计量单位) and mode (舍入方式), from the exact number. Published,
/// frozen and floor amounts are never rounded. Independently of it, a lower bound that becomes an amount is rounded up
/// and an upper bound down (<see cref="Money.RoundUp"/>, <see cref="Money.RoundDown"/>, E-02).
/// </summary>
public readonly record struct Rounding(Money Unit, RoundingMode Mode, RoundingStage Stage)
{
    /// <summary>The rounding rules in force on a day.</summary>
    public static Rounding On(Resolver resolver, DateOnly day) => new(
        new Money(resolver.Required(ParameterCatalogue.Rounding.Unit, day).Value),
        resolver.Required(ParameterCatalogue.Rounding.Mode, day).Value,
        resolver.Required(ParameterCatalogue.Rounding.Stage, day).Value);

    /// <summary>Exact yuan ÷ unit, to a whole number by the mode (exact halves up), × unit.</summary>
    public Money Round(Fraction yuan)
    {
        var units = yuan / Unit.ToFraction();
        var whole = Mode switch
        {
            RoundingMode.Up => units.Ceiling(),
            RoundingMode.Down => units.Floor(),
            _ => (units + new Fraction(1, 2)).Floor(),
        };
        return Money.FromFen((long)(whole * Unit.Fen));
    }
}
