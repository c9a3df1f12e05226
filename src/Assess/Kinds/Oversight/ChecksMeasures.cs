using SocialAssistance.Assess.Answers;
using SocialAssistance.Assess.Requests;
using SocialAssistance.Rules.Oversight;
using SocialAssistance.Rules.Standards;

namespace SocialAssistance.Assess.Kinds.Oversight;

/// <summary>Spot checks, on-time rates and the disaster trigger: OV-01, OV-02, OV-11.</summary>
internal static class ChecksMeasures
{
    private static readonly FieldSet SpotCheckFields = new("programme", "units", "yearToDate");
    private static readonly FieldSet ConfirmedFields = new("unit", "confirmed");
    private static readonly FieldSet YearFields = new("confirmed", "checked");
    private static readonly FieldSet RateFields = new("units", "month", "asOf", "items");
    private static readonly FieldSet WorkFields = new("unit", "due", "onTime");
    private static readonly FieldSet ItemFields = new("unit", "limit", "finished");
    private static readonly FieldSet DisasterFields = new("value", "threshold");

    public static void SpotCheck(RequestReader data, Inquiry inquiry, AnswerWriter answer)
    {
        data.Only(SpotCheckFields);
        var programme = data.Enum<SpotCheckProgramme>("programme");
        var names = new HashSet<string>(StringComparer.Ordinal);
        var units = new List<ConfirmedCases>();
        foreach (var item in data.List("units", 1000, 1))
        {
            var unit = item.Object();
            unit.Only(ConfirmedFields);
            units.Add(new(unit.UniqueIdentifier("unit", names), unit.Count("confirmed")));
        }

        var result = Rules.Oversight.SpotCheck.Answer(programme, units, ReadYear(data), inquiry);
        answer.StartList("units");
        foreach (var sample in result.Units)
        {
            answer.StartObject();
            answer.Text("unit", sample.Unit);
            answer.Integer("sample", sample.Sample);
            answer.EndObject();
        }

        answer.EndList();
        answer.Integer("totalSample", result.TotalSample);
        answer.Integer("townshipsToCheck", result.TownshipsToCheck);
        answer.Money("yearShare", result.YearShare);
        answer.Boolean("yearShareMet", result.YearShareMet);
    }

    public static void OnTimeRate(RequestReader data, Inquiry inquiry, AnswerWriter answer)
    {
        data.Only(RateFields);
        var hasItems = data.Has("month") || data.Has("asOf") || data.Has("items");
        if (data.Has("units") == hasItems)
        {
            throw data.ErrorAt("units", hasItems ? ErrorCode.Inconsistent : ErrorCode.MissingField, "give either units, or month, asOf and items");
        }

        var units = hasItems
            ? Rules.Oversight.OnTimeRate.Count(data.Month("month"), data.Date("asOf"), ReadItems(data))
            : ReadWork(data);
        answer.StartList("units");
        foreach (var rate in Rules.Oversight.OnTimeRate.Answer(units, inquiry))
        {
            answer.StartObject();
            answer.Text("unit", rate.Unit);
            answer.Integer("due", rate.Due);
            answer.Integer("onTime", rate.OnTime);
            answer.Money("rate", rate.Rate);
            answer.Boolean("triggered", rate.Triggered);
            answer.EndObject();
        }

        answer.EndList();
    }

    public static void DisasterTrigger(RequestReader data, Inquiry inquiry, AnswerWriter answer)
    {
        data.Only(DisasterFields);
        var (value, threshold) = (data["value"].Decimal(), data["threshold"].Decimal());
        if (threshold == 0)
        {
            throw data.ErrorAt("threshold", ErrorCode.InvalidValue, "the threshold must be more than nothing");
        }

        var (share, propose) = Rules.Oversight.DisasterTrigger.Answer(value, threshold, inquiry);
        answer.Money("share", share);
        answer.Boolean("proposeActivation", propose);
    }

    private static (int Confirmed, int Checked)? ReadYear(RequestReader data)
    {
        if (data.FindObject("yearToDate") is not { } year)
        {
            return null;
        }

        year.Only(YearFields);
        var (confirmed, done) = (year.Count("confirmed"), year.Count("checked"));
        return done <= confirmed ? (confirmed, done) : throw year.ErrorAt("checked", ErrorCode.Inconsistent, "more were checked than confirmed");
    }

    private static List<UnitWork> ReadWork(RequestReader data)
    {
        var names = new HashSet<string>(StringComparer.Ordinal);
        var units = new List<UnitWork>();
        foreach (var item in data.List("units", 1000, 1))
        {
            var unit = item.Object();
            unit.Only(WorkFields);
            var (name, due, onTime) = (unit.UniqueIdentifier("unit", names), unit.Count("due"), unit.Count("onTime"));
            units.Add(onTime <= due ? new(name, due, onTime) : throw unit.ErrorAt("onTime", ErrorCode.Inconsistent, "more were on time than due"));
        }

        return units;
    }

    private static List<WorkItem> ReadItems(RequestReader data)
    {
        var items = new List<WorkItem>();
        foreach (var entry in data.List("items", 5000, 1))
        {
            var item = entry.Object();
            item.Only(ItemFields);
            items.Add(new(item.Identifier("unit"), item.Date("limit"), item["finished"].IsNull ? null : item.Date("finished")));
        }

        return items;
    }
}
