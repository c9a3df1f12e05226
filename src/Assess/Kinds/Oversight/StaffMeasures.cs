using SocialAssistance.Assess.Answers;
using SocialAssistance.Assess.Requests;
using SocialAssistance.Rules.Oversight;
using SocialAssistance.Rules.Standards;

namespace SocialAssistance.Assess.Kinds.Oversight;

/// <summary>Staff, stations, posts and job services: OV-03, OV-04, OV-09, OV-10.</summary>
internal static class StaffMeasures
{
    private static readonly FieldSet StaffingFields = new("level", "recipients");
    private static readonly FieldSet StationFields = new("recipients", "persons");
    private static readonly FieldSet PostFields = new("professionalPosts", "socialWorkPosts");
    private static readonly FieldSet JobFields = new("registeredOn", "notices", "guidance", "training");

    public static void Staffing(RequestReader data, Inquiry inquiry, AnswerWriter answer)
    {
        data.Only(StaffingFields);
        var (strict, loose) = Rules.Oversight.Staffing.Answer(data.Enum<StaffingLevel>("level"), data.Count("recipients"), inquiry);
        WriteNeed("strict", strict, answer);
        WriteNeed("loose", loose, answer);
    }

    public static void Station(RequestReader data, Inquiry inquiry, AnswerWriter answer)
    {
        data.Only(StationFields);
        if (data.Has("recipients") == data.Has("persons"))
        {
            var both = data.Has("persons");
            throw data.ErrorAt("recipients", both ? ErrorCode.Inconsistent : ErrorCode.MissingField, "give either recipients or persons");
        }

        var need = ServiceStation.Answer(data.FindCount("recipients") ?? CountPersons(data), inquiry);
        answer.Integer("recipients", need.Recipients);
        answer.Boolean("required", need.Required);
        answer.Integer("assistantsMinimum", need.AssistantsMinimum);
        answer.Integer("assistantsMaximum", need.AssistantsMaximum);
    }

    public static void SocialWorkPosts(RequestReader data, Inquiry inquiry, AnswerWriter answer)
    {
        data.Only(PostFields);
        var (minimum, met) = Rules.Oversight.SocialWorkPosts.Answer(data.Count("professionalPosts"), data.FindCount("socialWorkPosts"), inquiry);
        answer.Integer("minimum", minimum);
        answer.Boolean("met", met);
    }

    public static void JobServices(RequestReader data, Inquiry inquiry, AnswerWriter answer)
    {
        data.Only(JobFields);
        var registeredOn = data.Date("registeredOn");
        var (notices, guidance, training) = (data.Count("notices"), data.Count("guidance"), data.Count("training"));
        if (registeredOn > inquiry.Day)
        {
            throw data.ErrorAt("registeredOn", ErrorCode.Inconsistent, "the registration is after the date");
        }

        var result = Rules.Oversight.JobServices.Answer(registeredOn, notices, guidance, training, inquiry);
        answer.Date("windowFrom", result.WindowFrom);
        answer.Date("windowTo", result.WindowTo);
        answer.Integer("daysLeft", result.DaysLeft);
        answer.StartObject("missing");
        answer.Integer("notices", result.Notices);
        answer.Integer("guidance", result.Guidance);
        answer.Integer("training", result.Training);
        answer.EndObject();
    }

    private static int CountPersons(RequestReader data)
    {
        var persons = new HashSet<string>(StringComparer.Ordinal);
        foreach (var item in data.List("persons", 5000))
        {
            persons.Add(item.Identifier());
        }

        return persons.Count;
    }

    private static void WriteNeed(string field, StaffNeed? need, AnswerWriter answer)
    {
        if (need is not null)
        {
            answer.StartObject(field);
            answer.Integer("dedicated", need.Dedicated);
            answer.Integer("staff", need.Staff);
            answer.EndObject();
        }
    }
}
