using SocialAssistance.Rules.Standards;
using SocialAssistance.Rules.Values;
using Keys = SocialAssistance.Rules.Standards.ParameterCatalogue.Medical;

namespace SocialAssistance.Rules.SpecialAssistance;

/// <summary>Who pays the insurance premium (资助参保).</summary>
internal static class MedicalPremium
{
    public static (PremiumSubsidy Subsidy, Money? Amount) Of(MedicalCase given, MedicalTier? tier, Inquiry inquiry)
    {
        var full = inquiry.Find(Keys.PremiumFullClasses);
        if (tier == MedicalTier.Key || (full is not null && full.Value.Contains(given.Class)))
        {
            return Say(PremiumSubsidy.Full, given.Premium, "全额资助参保", full?.Cited, inquiry);
        }

        var fixedClasses = inquiry.Find(Keys.PremiumFixedClasses);
        if (fixedClasses is null || !fixedClasses.Value.Contains(given.Class))
        {
            return Say(PremiumSubsidy.None, null, "不资助参保", fixedClasses?.Cited, inquiry);
        }

        var amount = inquiry.Need(Keys.PremiumFixedAmount);
        Money? paid = amount is null ? null : new Money(amount.Value);
        if (paid is { } known && given.Premium is { } premium)
        {
            paid = Money.Min(known, premium);
        }

        return Say(PremiumSubsidy.Fixed, paid, "定额资助参保", amount?.Cited ?? fixedClasses.Cited, inquiry);
    }

    private static (PremiumSubsidy Subsidy, Money? Amount) Say(PremiumSubsidy subsidy, Money? amount, string words, string? source, Inquiry inquiry)
    {
        inquiry.Step("资助参加基本医疗保险", words, amount?.ToString() ?? words, source ?? "EN-30");
        return (subsidy, amount);
    }
}
