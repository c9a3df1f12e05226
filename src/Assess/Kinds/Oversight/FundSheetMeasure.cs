using SocialAssistance.Assess.Answers;
using SocialAssistance.Assess.Requests;
using SocialAssistance.Rules.Oversight;
using SocialAssistance.Rules.Standards;

namespace SocialAssistance.Assess.Kinds.Oversight;

/// <summary>The sheet of county funds: OV-06.</summary>
internal static class FundSheetMeasure
{
    private static readonly FieldSet Fields = new("personMonths", "ruralExtremePovertyMonthEnds", "residents", "paid");
    private static readonly FieldSet MonthFields = new(
        "urbanMinimumLivingAllowance", "ruralMinimumLivingAllowance", "urbanExtremePoverty", "urbanRetrenched", "ruralRetrenched");
    private static readonly FieldSet MonthEndFields = new("institutional", "scattered");
    private static readonly FieldSet PaidFields = new("urban", "rural");

    public static void FundSheet(RequestReader data, Inquiry inquiry, AnswerWriter answer)
    {
        data.Only(Fields);
        var (lines, averages) = Rules.Oversight.FundSheet.Answer(ReadPaid(data, ReadMonths(data)), inquiry);
        answer.StartList("lines");
        foreach (var line in lines)
        {
            answer.StartObject();
            answer.Text("item", line.Item);
            answer.Money("quantity", line.Quantity);
            answer.Money("rate", line.Rate);
            answer.Money("amount", line.Amount);
            answer.EndObject();
        }

        answer.EndList();
        answer.StartList("averages");
        foreach (var average in averages)
        {
            answer.StartObject();
            answer.Enum("area", average.Area);
            answer.Money("average", average.Average);
            answer.Money("target", average.Target);
            answer.Boolean("targetMet", average.TargetMet);
            answer.EndObject();
        }

        answer.EndList();
    }

    private static FundQuantities ReadMonths(RequestReader data)
    {
        var quantities = new FundQuantities { Residents = data.FindCount("residents") };
        if (data.FindObject("personMonths") is { } months)
        {
            months.Only(MonthFields);
            quantities = quantities with
            {
                UrbanAllowanceMonths = months.FindCount("urbanMinimumLivingAllowance"),
                RuralAllowanceMonths = months.FindCount("ruralMinimumLivingAllowance"),
                UrbanExtremePovertyMonths = months.FindCount("urbanExtremePoverty"),
                UrbanRetrenchedMonths = months.FindCount("urbanRetrenched"),
                RuralRetrenchedMonths = months.FindCount("ruralRetrenched"),
            };
        }

        if (data.FindObject("ruralExtremePovertyMonthEnds") is { } ends)
        {
            ends.Only(MonthEndFields);
            quantities = quantities with
            {
                RuralInstitutionalMonthEnds = ReadTwelve(ends, "institutional"),
                RuralScatteredMonthEnds = ReadTwelve(ends, "scattered"),
            };
        }

        return quantities;
    }

    private static FundQuantities ReadPaid(RequestReader data, FundQuantities quantities)
    {
        if (data.FindObject("paid") is not { } paid)
        {
            return quantities;
        }

        paid.Only(PaidFields);
        return quantities with { UrbanPaid = paid.FindMoney("urban"), RuralPaid = paid.FindMoney("rural") };
    }

    private static List<int> ReadTwelve(RequestReader ends, string field)
    {
        var counts = new List<int>();
        foreach (var item in ends.List(field, 12, 12))
        {
            counts.Add(item.Count());
        }

        return counts;
    }
}
