using SocialAssistance.Assess.Answers;
using SocialAssistance.Assess.Requests;
using SocialAssistance.Rules.SpecialAssistance;
using SocialAssistance.Rules.Standards;
using SocialAssistance.Rules.Values;

namespace SocialAssistance.Assess.Kinds.Entitlements;

/// <summary>Medical assistance (EN-30).</summary>
internal static class MedicalTopic
{
    private static readonly FieldSet Fields = new("class", "area", "premium", "poor", "costs", "eligibleCost", "aidUsed");
    private static readonly FieldSet CostFields = new("total", "basicInsurance", "seriousIllnessInsurance", "medicalAid", "otherCover");

    public static void Medical(RequestReader given, BenefitMonth month, PolicyContext policy, AnswerWriter answer)
    {
        given.Only(Fields);
        var person = new MedicalCase(Categories.Read(given["class"], Categories.OfMedicalAid), given.Enum<Area>("area"))
        {
            Premium = given.FindMoney("premium"),
            Poor = given.Boolean("poor", true),
            Costs = ReadCosts(given),
            EligibleCost = given.FindMoney("eligibleCost"),
            AidUsed = given.FindMoney("aidUsed") ?? Money.Zero,
        };
        var inquiry = new Inquiry(policy.Figures, month.FirstDay);
        var result = MedicalAid.Answer(person, inquiry);
        answer.Enum("premium", result.Premium);
        answer.Money("premiumAmount", result.PremiumAmount);
        answer.Enum("tier", result.Tier);
        answer.Money("deductibleShare", result.DeductibleShare is { } share ? Money.RoundHalfUp(share * Money.FromFen(10_000)) : null);
        answer.Money("deductible", result.Deductible);
        answer.Money("aid", result.Aid);
        answer.Money("residualCover", result.ResidualCover);
        answer.Boolean("seriousIllnessCeilingRemoved", result.SeriousIllnessCeilingRemoved);
        answer.Warnings(inquiry.Warnings);
        answer.Steps(inquiry.Steps);
    }

    private static MedicalCosts? ReadCosts(RequestReader given)
    {
        if (given.FindObject("costs") is not { } costs)
        {
            return null;
        }

        costs.Only(CostFields);
        return new(costs.Money("total"), Or("basicInsurance"), Or("seriousIllnessInsurance"), Or("medicalAid"), Or("otherCover"));

        Money Or(string field) => costs.FindMoney(field) ?? Money.Zero;
    }
}
