using System.Globalization;
using SocialAssistance.Rules.Determinations;
using SocialAssistance.Rules.Standards;
using SocialAssistance.Rules.Values;
using Keys = SocialAssistance.Rules.Standards.ParameterCatalogue.PriceSubsidy;

namespace SocialAssistance.Rules.SpecialAssistance;

/// <summary>Price indices of the month in per cent, year on year: consumer prices, food, and the low-income basket (SCPI).</summary>
public readonly record struct PriceIndices(decimal Cpi, decimal FoodCpi, decimal? Scpi)
{
    /// <summary>SCPI is used where it is given (D-65).</summary>
    public decimal Rate => Scpi ?? Cpi;
}

/// <summary>A person and what he is recognised as; he is paid once, however many groups.</summary>
public sealed record PricePerson(string Id, Area Area, Choices<Category> Groups);

public sealed record PriceLine(string Member, Money Amount);

public sealed record PriceRefusal(string Member, string Reason);

public sealed record PriceResult(bool Triggered, decimal Rate, IReadOnlyList<PriceLine> Lines, IReadOnlyList<PriceRefusal> Refusals)
{
    public Money Total => Lines.Aggregate(Money.Zero, (sum, line) => sum + line.Amount);
}

/// <summary>EN-40: the temporary price subsidy (价格临时补贴).</summary>
public static class PriceSubsidy
{
    public static PriceResult Answer(PriceIndices indices, IReadOnlyList<PricePerson> persons, Inquiry inquiry)
    {
        var (lines, refusals) = (new List<PriceLine>(), new List<PriceRefusal>());
        var triggered = IsTriggered(indices, inquiry);
        var groups = inquiry.Need(Keys.Groups);
        var rounding = Rounding.On(inquiry.Figures, inquiry.Day);
        foreach (var person in persons)
        {
            if (!triggered)
            {
                refusals.Add(new(person.Id, "not-triggered"));
            }
            else if (groups is null || groups.Value.And(person.Groups).IsEmpty)
            {
                refusals.Add(new(person.Id, "group-not-covered"));
            }
            else if (inquiry.Need(ParameterCatalogue.MinimumLivingAllowance.Standard, person.Area) is not { } standard)
            {
                refusals.Add(new(person.Id, "not-configured"));
            }
            else
            {
                lines.Add(new(person.Id, Amount(person.Id, indices.Rate, standard, rounding, inquiry)));
            }
        }

        return new(triggered, indices.Rate, lines, refusals);
    }

    private static bool IsTriggered(PriceIndices indices, Inquiry inquiry)
    {
        var (cpi, food) = (inquiry.Need(Keys.CpiThreshold), inquiry.Need(Keys.FoodThreshold));
        var triggered = indices.Cpi >= cpi?.Value || indices.FoodCpi >= food?.Value;
        inquiry.Step(
            "价格补贴启动条件",
            string.Create(CultureInfo.InvariantCulture, $"CPI同比{indices.Cpi}%（启动{cpi?.Value}%），食品价格同比{indices.FoodCpi}%（启动{food?.Value}%）"),
            triggered ? "启动" : "未达到启动条件",
            cpi?.Cited ?? food?.Cited ?? "EN-40");
        return triggered;
    }

    private static Money Amount(string id, decimal rate, Figure<decimal> standard, Rounding rounding, Inquiry inquiry)
    {
        var share = Fraction.FromDecimal(Math.Max(0, rate)) / 100;
        var amount = rounding.Round(new Money(standard.Value).ToFraction() * share);
        if (inquiry.Find(Keys.MinimumAmount) is { } least)
        {
            amount = Money.Max(amount, new Money(least.Value));
        }

        inquiry.Step(new Step(
            "价格临时补贴",
            string.Create(CultureInfo.InvariantCulture, $"低保标准{new Money(standard.Value)} × {Math.Max(0, rate)}%"),
            amount.ToString(), standard.Cited, id, "price-subsidy"));
        return amount;
    }
}
