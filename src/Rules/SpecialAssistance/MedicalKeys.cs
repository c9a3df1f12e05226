using SocialAssistance.Rules.Standards;
using Keys = SocialAssistance.Rules.Standards.ParameterCatalogue.Medical;

namespace SocialAssistance.Rules.SpecialAssistance;

/// <summary>The figures of a class of persons; expenditure-hardship households have none.</summary>
internal sealed record MedicalKeys(Parameter<Ratio> DeductibleShare, Parameter<Ratio> AidRatio, Parameter<decimal> AidCeiling)
{
    public static MedicalKeys? Of(Category personClass) => personClass switch
    {
        Category.ExtremePoverty => new(Keys.DeductibleShare.ExtremePoverty, Keys.AidRatio.ExtremePoverty, Keys.AidCeiling.ExtremePoverty),
        Category.MinimumLivingAllowance => new(Keys.DeductibleShare.MinimumLivingAllowance, Keys.AidRatio.MinimumLivingAllowance, Keys.AidCeiling.MinimumLivingAllowance),
        Category.Orphan => new(Keys.DeductibleShare.Orphan, Keys.AidRatio.Orphan, Keys.AidCeiling.Orphan),
        Category.Margin => new(Keys.DeductibleShare.Margin, Keys.AidRatio.Margin, Keys.AidCeiling.Margin),
        Category.IllnessPoverty => new(Keys.DeductibleShare.IllnessPoverty, Keys.AidRatio.IllnessPoverty, Keys.AidCeiling.IllnessPoverty),
        _ => null,
    };
}
