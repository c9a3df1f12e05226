using SocialAssistance.Rules.Standards;
using SocialAssistance.Rules.Values;
using Keys = SocialAssistance.Rules.Standards.ParameterCatalogue.Fund;

namespace SocialAssistance.Rules.Oversight;

/// <summary>Quantities of a year's sheet of county funds (县级资金测算); null where not given.</summary>
public sealed record FundQuantities
{
    public int? UrbanAllowanceMonths { get; init; }
    public int? RuralAllowanceMonths { get; init; }
    public int? UrbanExtremePovertyMonths { get; init; }
    public int? UrbanRetrenchedMonths { get; init; }
    public int? RuralRetrenchedMonths { get; init; }

    /// <summary>Head counts at the twelve month-ends; the yearly rate takes their average (D-69).</summary>
    public IReadOnlyList<int>? RuralInstitutionalMonthEnds { get; init; }
    public IReadOnlyList<int>? RuralScatteredMonthEnds { get; init; }
    public int? Residents { get; init; }
    public Money? UrbanPaid { get; init; }
    public Money? RuralPaid { get; init; }
}

/// <summary>One line: amount = rate × exact quantity; the quantity is shown with two decimals.</summary>
public sealed record FundLine(string Item, decimal Quantity, decimal Rate, decimal Amount);

/// <summary>Average payment per person-month against the indicator (财政月人均补差).</summary>
public sealed record FundAverage(Area Area, decimal Average, decimal? Target, bool? TargetMet);

/// <summary>OV-06: who pays what; a line whose rate is not configured is left out and named.</summary>
public static class FundSheet
{
    public static (IReadOnlyList<FundLine> Lines, IReadOnlyList<FundAverage> Averages) Answer(FundQuantities given, Inquiry inquiry)
    {
        var lines = new List<FundLine>();
        Add("county-minimum-living-allowance-urban", given.UrbanAllowanceMonths, Keys.CountyShare.MinimumLivingAllowance, Area.Urban);
        Add("county-minimum-living-allowance-rural", given.RuralAllowanceMonths, Keys.CountyShare.MinimumLivingAllowance, Area.Rural);
        if (given.UrbanExtremePovertyMonths is { } months)
        {
            Add("county-extreme-poverty-urban", months, Keys.CountyShare.ExtremePovertyUrban);
            Add("special-fund-extreme-poverty-urban", months, Keys.SpecialFund.ExtremePovertyUrban);
            AddUnassigned(months);
        }

        AddAverage("county-extreme-poverty-rural-institutional", given.RuralInstitutionalMonthEnds);
        AddAverage("county-extreme-poverty-rural-scattered", given.RuralScatteredMonthEnds);
        Add("county-temporary-assistance", given.Residents, Keys.CountyShare.TemporaryAssistanceYearly);
        Add("county-retrenched-increment-urban", given.UrbanRetrenchedMonths, Keys.CountyShare.RetrenchedIncrement, Area.Urban);
        Add("county-retrenched-increment-rural", given.RuralRetrenchedMonths, Keys.CountyShare.RetrenchedIncrement, Area.Rural);
        var averages = new List<FundAverage>();
        Compare(Area.Urban, given.UrbanPaid, given.UrbanAllowanceMonths);
        Compare(Area.Rural, given.RuralPaid, given.RuralAllowanceMonths);
        if (inquiry.Steps.Count == 0)
        {
            inquiry.Step("县级资金测算", "没有可计算的项目", "0项", "OV-06");
        }

        return (lines, averages);

        void Add(string item, int? quantity, Parameter<decimal> key, Area? area = null)
        {
            if (quantity is { } count && inquiry.Need(key, area) is { } rate)
            {
                Line(item, count, rate.Value, rate.Cited);
            }
        }

        void AddAverage(string item, IReadOnlyList<int>? monthEnds)
        {
            if (monthEnds is not null && inquiry.Need(Keys.CountyShare.ExtremePovertyRuralYearly) is { } rate)
            {
                Line(item, new Fraction(monthEnds.Sum(n => (long)n), monthEnds.Count), rate.Value, rate.Cited);
            }
        }

        void AddUnassigned(int quantity)
        {
            var standard = inquiry.Need(ParameterCatalogue.ExtremePoverty.Basic.SelfCaring, Area.Urban);
            if (standard is not null && inquiry.Find(Keys.CountyShare.ExtremePovertyUrban) is { } county && inquiry.Find(Keys.SpecialFund.ExtremePovertyUrban) is { } special)
            {
                Line("unassigned-extreme-poverty-urban", quantity, standard.Value - county.Value - special.Value, standard.Cited);
            }
        }

        void Line(string item, Fraction quantity, decimal rate, string source)
        {
            var line = new FundLine(item, Percentages.HalfUp(quantity), rate, Percentages.HalfUp(quantity * Fraction.FromDecimal(rate)));
            lines.Add(line);
            inquiry.Step(Name(item), $"{Percentages.Text(line.Quantity)} × {Percentages.Text(rate)}", Percentages.Text(line.Amount), source);
        }

        void Compare(Area area, Money? paid, int? personMonths)
        {
            if (paid is not { } total || personMonths is not > 0)
            {
                return;
            }

            var average = total.ToFraction() / personMonths.Value;
            var target = inquiry.Find(Keys.AveragePaymentTarget, area);
            bool? met = target is null ? null : average >= Fraction.FromDecimal(target.Value);
            averages.Add(new(area, Percentages.HalfUp(average), target?.Value, met));
            inquiry.Step("财政月人均补差", $"{total} ÷ {personMonths}人月", met switch { true => "达到目标", false => "未达到目标", null => "目标未配置" }, target?.Cited ?? "OV-06");
        }
    }

    private static string Name(string item) => item switch
    {
        "county-minimum-living-allowance-urban" => "县级城市低保资金",
        "county-minimum-living-allowance-rural" => "县级农村低保资金",
        "county-extreme-poverty-urban" => "县级城镇特困资金",
        "special-fund-extreme-poverty-urban" => "专项资金（城镇特困）",
        "unassigned-extreme-poverty-urban" => "未明确来源（城镇特困）",
        "county-extreme-poverty-rural-institutional" => "县级农村特困资金（集中）",
        "county-extreme-poverty-rural-scattered" => "县级农村特困资金（分散）",
        "county-temporary-assistance" => "县级临时救助资金",
        "county-retrenched-increment-urban" => "精简退职调标增量（城市）",
        _ => "精简退职调标增量（农村）",
    };
}
