using SocialAssistance.Policies;
using SocialAssistance.Rules.Standards;

namespace SocialAssistance.Rules.Tests.Policies;

public sealed class PackTests
{
    private static readonly PolicyLibrary Library = PolicyLibrary.Load();

    [Theory]
    [InlineData("national", "000000", 142)]
    [InlineData("fuliang", "360222", 32)]
    [InlineData("yudu", "360731", 65)]
    [InlineData("xinxiang", "410700", 34)]
    [InlineData("maguan", "532625", 18)]
    [InlineData("ningxia", "640000", 25)]
    public void A_jurisdiction_is_found_by_name_and_by_code(string slug, string code, int values)
    {
        Assert.Equal(code, Library.Find(slug)!.Code);
        Assert.Equal(slug, Library.Find(code)!.Slug);
        Assert.Equal(values, Library.PackOf(code)!.Layer.Entries.Count());
    }

    [Fact]
    public void An_unknown_jurisdiction_is_not_found() => Assert.Null(Library.Find("atlantis"));

    [Theory]
    [InlineData("national", "rounding.unit", "2023-01-01", null, "0.01", "系统默认规则 E-01")]
    [InlineData("yudu", "minimum-living-allowance.standard", "2022-12-31", Area.Urban, "825.00", "于民字〔2023〕30号 一（一）")]
    [InlineData("yudu", "minimum-living-allowance.standard", "2023-01-01", Area.Urban, "885.00", "于民字〔2023〕30号 一（一）")]
    [InlineData("yudu", "minimum-living-allowance.floor", "2023-06-01", Area.Rural, "220.00", "于民字〔2023〕30号 三（二）")]
    [InlineData("xinxiang", "extreme-poverty.care-wage-share.full-loss", "2022-01-01", null, "1/3", "新办〔2021〕20号 一（三）")]
    [InlineData("ningxia", "extreme-poverty.care-wage-share.partial-loss", "2022-01-01", null, "0.45", "宁党办〔2021〕14号 二（二）5")]
    [InlineData("maguan", "temporary-assistance.urgent-hours", "2022-01-01", null, "48", "马办通〔2021〕63号 二（三）1")]
    [InlineData("fuliang", "housing.groups", "2026-07-01", null, "minimum-living-allowance, extreme-poverty, margin, expenditure-hardship, registered-poverty", "社会救助法 第二十六条")]
    [InlineData("yudu", "back-pay.complete-by", "2023-01-01", null, "2023-05-15", "于民字〔2023〕30号 三（三）")]
    [InlineData("yudu", "temporary-assistance.follow-up-tiers", "2023-01-01", null, "2000.00, 5000.00, 10000.00", "于民字〔2023〕18号 二（二）6")]
    [InlineData("maguan", "margin.income-multiple", "2022-01-01", null, "1.5", "民发〔2021〕57号 第八条")]
    public void A_value_is_found_with_its_sentence(string slug, string key, string day, Area? area, string value, string source)
    {
        var figure = FigureText.Find(new Resolver(Library.Find(slug)!), ParameterCatalogue.Find(key)!, DateOnly.ParseExact(day, "yyyy-MM-dd"), area);

        Assert.Equal((value, source), figure);
    }

    [Theory]
    [InlineData("yudu", "minimum-living-allowance.standard", "2021-12-31")]
    [InlineData("fuliang", "minimum-living-allowance.standard", "2023-01-01")]
    [InlineData("ningxia", "old-age-subsidy.amount", "2023-01-01")]
    public void What_no_document_prints_is_not_configured(string slug, string key, string day) =>
        Assert.Null(FigureText.Find(new Resolver(Library.Find(slug)!), ParameterCatalogue.Find(key)!, DateOnly.ParseExact(day, "yyyy-MM-dd"), Area.Urban));

    [Fact]
    public void A_required_parameter_has_a_national_value_on_every_day()
    {
        var nation = new Resolver(Library.Find("national")!);
        foreach (var parameter in ParameterCatalogue.All.Where(p => p.IfUnset == IfUnset.Required))
        {
            for (var day = new DateOnly(1900, 1, 1); day < new DateOnly(2101, 1, 1); day = day.AddMonths(1))
            {
                Assert.True(FigureText.Find(nation, parameter, day, null) is not null, $"{parameter.Key} has no value on {day:yyyy-MM-dd}");
            }
        }
    }

    [Fact]
    public void A_county_without_a_pack_has_the_values_of_its_province()
    {
        var county = Library.BookOf("640106");

        Assert.Equal(["640000", "000000"], county.Layers.Select(l => l.Division));
        Assert.True(new Resolver(county).Find(ParameterCatalogue.RigidExpenditure.Deduct, new DateOnly(2022, 1, 1))!.Value);
    }

    [Fact]
    public void A_local_setting_comes_before_the_pack()
    {
        var standard = ParameterCatalogue.MinimumLivingAllowance.Standard;
        var local = new Layer("policy", [Entry.Of(standard, 900m, new EntryTerms("policy") { From = new DateOnly(2024, 1, 1), Source = new Citation("于民字〔2024〕1号", "一") })]);
        var resolver = new Resolver(Library.Find("yudu")!.With(local));

        Assert.Equal(885m, resolver.Find(standard, new DateOnly(2023, 12, 31), Area.Urban)!.Value);
        Assert.Equal(900m, resolver.Find(standard, new DateOnly(2024, 1, 1), Area.Urban)!.Value);
    }
}
