using System.Reflection;
using SocialAssistance.Rules.Standards;

namespace SocialAssistance.Rules.Tests.Standards;

public sealed class ParameterCatalogueTests
{
    [Fact]
    public void Every_declared_parameter_is_listed_once()
    {
        var declared = typeof(ParameterCatalogue).GetNestedTypes()
            .SelectMany(t => t.GetNestedTypes().Append(t))
            .SelectMany(t => t.GetFields(BindingFlags.Public | BindingFlags.Static))
            .Select(f => ((Parameter)f.GetValue(null)!).Key)
            .Order(StringComparer.Ordinal);

        Assert.Equal(declared, ParameterCatalogue.All.Select(p => p.Key).Order(StringComparer.Ordinal));
        Assert.Equal(211, ParameterCatalogue.All.Count);
    }

    [Fact]
    public void Every_parameter_has_a_Chinese_name_of_its_own_and_an_English_line()
    {
        Assert.All(ParameterCatalogue.All, p => Assert.Contains(p.Name, c => c is >= '\u4e00' and <= '\u9fff'));
        Assert.All(ParameterCatalogue.All, p => Assert.NotEmpty(p.English));
        Assert.Empty(ParameterCatalogue.All.GroupBy(p => p.Name).Where(g => g.Count() > 1).Select(g => g.Key));
    }

    [Fact]
    public void Amounts_counts_and_shares_have_a_unit_and_words_have_a_list()
    {
        Assert.All(ParameterCatalogue.All, p => Assert.Equal(
            p.Form is ValueForm.Boolean or ValueForm.Date or ValueForm.Enumeration or ValueForm.EnumerationList, p.Unit is null));
        Assert.All(ParameterCatalogue.All, p => Assert.Equal(
            p.Form is ValueForm.Enumeration or ValueForm.EnumerationList, p.Allowed.Count > 0));
    }

    [Fact]
    public void A_key_finds_its_parameter()
    {
        Assert.Same(ParameterCatalogue.MinimumLivingAllowance.Standard, ParameterCatalogue.Find("minimum-living-allowance.standard"));
        Assert.Same(ParameterCatalogue.SevereDisabilityNursingSubsidy.Grade3IntellectualMental, ParameterCatalogue.Find("severe-disability-nursing-subsidy.grade-3-intellectual-mental"));
        Assert.Null(ParameterCatalogue.Find("minimum-living-allowance.standart"));
    }
}
