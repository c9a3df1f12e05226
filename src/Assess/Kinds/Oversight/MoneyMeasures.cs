using SocialAssistance.Assess.Answers;
using SocialAssistance.Assess.Requests;
using SocialAssistance.Rules.Oversight;
using SocialAssistance.Rules.Standards;

namespace SocialAssistance.Assess.Kinds.Oversight;

/// <summary>Purchased services, care floors and the check of standards: OV-05, OV-07, OV-08.</summary>
internal static class MoneyMeasures
{
    private static readonly FieldSet ServiceFields = new(
        "paidFrom", "fundTotal", "committed", "paid", "newOrder", "beneficiaryFinanced", "balance", "unpaidBenefits");
    private static readonly FieldSet FloorFields = new("careSetting", "area");
    private static readonly FieldSet StandardFields = new(
        "area", "allowanceStandard", "extremePovertyStandard", "provincialAllowanceGuidance", "prefecturalAllowanceGuidance",
        "provincialExtremePovertyGuidance", "prefecturalExtremePovertyGuidance", "allowanceEffective", "extremePovertyEffective");

    public static void PurchasedService(RequestReader data, Inquiry inquiry, AnswerWriter answer)
    {
        data.Only(ServiceFields);
        var order = new ServiceOrder(data.Enum<ServiceFund>("paidFrom"), data.Money("fundTotal"), data.Money("committed"), data.Money("paid"), data.Money("newOrder"))
        {
            BeneficiaryFinanced = data.Boolean("beneficiaryFinanced", true),
            Balance = data.FindMoney("balance"),
            UnpaidBenefits = data.FindMoney("unpaidBenefits"),
        };
        var result = Rules.Oversight.PurchasedService.Answer(order, inquiry);
        answer.Boolean("allowed", result.Allowed);
        answer.Money("cap", result.Cap);
        answer.Money("used", result.Used);
        answer.Money("remaining", result.Remaining);
        answer.Texts("reasons", result.Reasons);
    }

    public static void CareFloor(RequestReader data, Inquiry inquiry, AnswerWriter answer)
    {
        data.Only(FloorFields);
        answer.StartList("floors");
        foreach (var floor in CareFloors.Answer(data.Enum<CareSetting>("careSetting"), data.Enum<Area>("area"), inquiry))
        {
            answer.StartObject();
            answer.Enum("grade", floor.Grade);
            answer.Money("floor", floor.Floor);
            answer.Enum("rule", floor.Rule);
            answer.EndObject();
        }

        answer.EndList();
    }

    public static void StandardCheck(RequestReader data, Inquiry inquiry, AnswerWriter answer)
    {
        data.Only(StandardFields);
        var proposed = new ProposedStandards(data.Enum<Area>("area"), data.Money("allowanceStandard"))
        {
            ExtremePovertyStandard = data.FindMoney("extremePovertyStandard"),
            ProvincialAllowanceGuidance = data.FindMoney("provincialAllowanceGuidance"),
            PrefecturalAllowanceGuidance = data.FindMoney("prefecturalAllowanceGuidance"),
            ProvincialExtremePovertyGuidance = data.FindMoney("provincialExtremePovertyGuidance"),
            PrefecturalExtremePovertyGuidance = data.FindMoney("prefecturalExtremePovertyGuidance"),
            AllowanceEffective = data.FindDate("allowanceEffective"),
            ExtremePovertyEffective = data.FindDate("extremePovertyEffective"),
        };
        var (findings, proposal) = Rules.Oversight.StandardCheck.Answer(proposed, inquiry);
        answer.StartList("findings");
        foreach (var finding in findings)
        {
            answer.StartObject();
            answer.Text("code", finding.Code);
            answer.Text("severity", finding.Severity);
            answer.Money("shortfall", finding.Shortfall);
            answer.EndObject();
        }

        answer.EndList();
        answer.Money("proposal", proposal);
    }
}
