using SocialAssistance.Rules.Standards;
using static SocialAssistance.Rules.Standards.ParameterCatalogue;

namespace SocialAssistance.Rules.Households;

/// <summary>The figures of the category supplement (分类施保金, HM-22).</summary>
internal sealed class SupplementFigures
{
    public static readonly PersonGroup[] Order =
        [PersonGroup.Elderly, PersonGroup.Minor, PersonGroup.SevereDisability, PersonGroup.SeriousIllness];

    private static readonly Parameter<decimal>[] Keys =
    [
        CategorySupplement.Amount.Elderly, CategorySupplement.Amount.Minor, CategorySupplement.Amount.SevereDisability,
        CategorySupplement.Amount.SeriousIllness,
    ];

    private readonly Figure<decimal>?[] _amounts;

    public SupplementFigures(HouseholdMonthFigures.Look look)
    {
        Enabled = look.On(CategorySupplement.Enabled);
        Groups = look.Required(CategorySupplement.Groups).Value;
        ElderlyAge = look.Find(CategorySupplement.ElderlyAge);
        IsShareOfStandard = look.Required(CategorySupplement.Unit).Value == SupplementUnit.StandardRatio;
        AddsUp = look.Required(CategorySupplement.Stacking).Value == Stacking.Sum;
        _amounts = Array.ConvertAll(Keys, look.Find);
    }

    public bool Enabled { get; }
    public Choices<PersonGroup> Groups { get; }
    public Figure<int>? ElderlyAge { get; }
    public bool IsShareOfStandard { get; }
    public bool AddsUp { get; }

    public Figure<decimal>? Amount(int group) => _amounts[group];

    public static string Key(int group) => Keys[group].Key;
}
