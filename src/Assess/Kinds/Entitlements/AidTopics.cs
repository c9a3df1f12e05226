using SocialAssistance.Assess.Answers;
using SocialAssistance.Assess.Requests;
using SocialAssistance.Rules.SpecialAssistance;
using SocialAssistance.Rules.Standards;
using SocialAssistance.Rules.Values;

namespace SocialAssistance.Assess.Kinds.Entitlements;

/// <summary>Education (EN-10) and housing (EN-20).</summary>
internal static class AidTopics
{
    private static readonly FieldSet EducationFields = new("stage", "area", "categories", "disabled", "attending", "freshman", "outstanding");
    private static readonly FieldSet HousingFields = new("area", "categories", "careSetting", "housingDifficulty", "preference", "specialHardship");

    public static void Education(RequestReader given, BenefitMonth month, PolicyContext policy, AnswerWriter answer)
    {
        given.Only(EducationFields);
        var pupil = new EducationCase(given.Enum<EducationStage>("stage"), given.Enum<Area>("area"))
        {
            Categories = Categories.ReadList(given.ListOrEmpty("categories", 20), Categories.OfHouseholds),
            Disabled = given.Boolean("disabled", false),
            Attending = given.Boolean("attending", true),
            Freshman = given.Boolean("freshman", false),
            Outstanding = given.Boolean("outstanding", false),
        };
        var inquiry = new Inquiry(policy.Figures, month.FirstDay);
        var items = EducationAid.Answer(pupil, inquiry);
        answer.Boolean("eligible", items.Count > 0);
        answer.Texts("items", items.Select(i => i.Item));
        answer.Warnings(inquiry.Warnings);
        answer.Steps(inquiry.Steps);
    }

    public static void Housing(RequestReader given, BenefitMonth month, PolicyContext policy, AnswerWriter answer)
    {
        given.Only(HousingFields);
        var household = new HousingCase(given.Enum<Area>("area"), given.Boolean("housingDifficulty"))
        {
            Categories = Categories.ReadList(given.ListOrEmpty("categories", 20), Categories.OfHouseholds),
            CareSetting = given.Enum("careSetting", CareSetting.Scattered),
            Preference = given.Enum("preference", HousingPreference.PublicRental),
            SpecialHardship = given.Boolean("specialHardship", false),
        };
        var inquiry = new Inquiry(policy.Figures, month.FirstDay);
        var result = HousingAid.Answer(household, inquiry);
        answer.Boolean("eligible", result.Eligible);
        answer.Text("reason", result.Reason);
        answer.Text("form", result.Form);
        answer.Boolean("priority", result.Priority);
        answer.Enum("rentRule", result.RentRule);
        answer.Text("subsidyTier", result.SubsidyTier);
        answer.Text("allocation", result.Allocation);
        answer.Boolean("temporaryRentRelief", result.TemporaryRentRelief);
        answer.Warnings(inquiry.Warnings);
        answer.Steps(inquiry.Steps);
    }
}
