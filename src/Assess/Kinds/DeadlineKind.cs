using System.Globalization;
using SocialAssistance.Assess.Answers;
using SocialAssistance.Assess.Requests;
using SocialAssistance.Rules.Deadlines;
using SocialAssistance.Rules.Standards;

namespace SocialAssistance.Assess.Kinds;

/// <summary>期限: when something is due (section 7).</summary>
internal sealed class DeadlineKind : IAssessKind
{
    private static readonly FieldSet Fields = new([.. Envelope.Fields, "rule", "start", "asOf", "calendar", "pauses", "facts"]);
    private static readonly FieldSet PauseFields = new("from", "to", "reason");

    public string Kind => "deadline";

    public void Answer(RequestReader request, PolicyContext policy, AnswerWriter answer)
    {
        request.Only(Fields);
        var rule = request.Enum<DeadlineRule>("rule");
        var (day, time) = request["start"].DateOrDateTime();
        if (rule == DeadlineRule.UrgentPayFirst && time is null)
        {
            throw request.ErrorAt("start", ErrorCode.InvalidValue, "the clock in hours starts at a date and time");
        }

        var question = new DeadlineQuestion(rule, day)
        {
            StartTime = time,
            Calendar = CalendarReader.Find(request),
            Pauses = ReadPauses(request),
            Facts = DeadlineFactsReader.Read(rule, request),
        };
        Write(DeadlineCalculation.Answer(question, policy.Figures, request.FindDate("asOf")), answer);
    }

    private static List<Pause> ReadPauses(RequestReader request)
    {
        var pauses = new List<Pause>();
        foreach (var item in request.ListOrEmpty("pauses", 100))
        {
            var given = item.Object();
            given.Only(PauseFields);
            var (from, to) = (given.Date("from"), given.Date("to"));
            pauses.Add(to < from
                ? throw given.ErrorAt("to", ErrorCode.Inconsistent, "the pause ends before it begins")
                : new(from, to, given.Enum<PauseReason>("reason")));
        }

        return pauses;
    }

    private static void Write(Deadline deadline, AnswerWriter answer)
    {
        answer.Enum("rule", deadline.Rule);
        answer.Date("due", deadline.Day);
        answer.DateTime("due", deadline.Moment);
        if (deadline.Month is { } month)
        {
            answer.Month("due", month);
        }

        answer.Text("unit", deadline.Unit);
        answer.Integer("count", deadline.Count);
        answer.Date("alsoReportAgainst", deadline.AlsoReportAgainst);
        answer.Date("birthday", deadline.Birthday);
        if (deadline.Reminders.Count > 0)
        {
            answer.Texts("reminders", deadline.Reminders.Select(r => r.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture)));
        }

        answer.Warnings(deadline.Warnings);
        answer.Steps(deadline.Steps);
    }
}
