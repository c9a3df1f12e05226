using SocialAssistance.Assess.Answers;
using SocialAssistance.Assess.Requests;
using SocialAssistance.Rules.Standards;
using SocialAssistance.Rules.TemporaryAssistance;
using SocialAssistance.Rules.Values;

namespace SocialAssistance.Assess.Kinds;

/// <summary>临时救助: how one approval is routed (section 6).</summary>
internal sealed class TemporaryAssistanceKind : IAssessKind
{
    private static readonly FieldSet Fields = new([.. Envelope.Fields, "date", "calendar", "case"]);
    private static readonly FieldSet CaseFields = new(
        "type", "amount", "instalments", "area", "cause", "applicantClass", "place", "emergency", "caseByCase", "registeredAt", "previous");
    private static readonly FieldSet PreviousFields = new("date", "amount", "cause");
    private static readonly string[] Classes = ["minimum-living-allowance", "extreme-poverty", "margin", "expenditure-hardship", "none"];

    public string Kind => "temporary-assistance";

    public void Answer(RequestReader request, PolicyContext policy, AnswerWriter answer)
    {
        request.Only(Fields);
        var date = request.Date("date");
        var application = ReadCase(request.Object("case"), date) with { Calendar = CalendarReader.Find(request) };
        Write(AssistanceCalculation.Decide(application, date, policy.Figures), answer);
    }

    private static AssistanceCase ReadCase(RequestReader given, DateOnly date)
    {
        given.Only(CaseFields);
        Vocabulary<Category>.TryParse(given["applicantClass"].Word(Classes), out var applicantClass);
        var instalments = new List<Money>();
        if (given.Has("instalments"))
        {
            foreach (var item in given.List("instalments", 24, 1))
            {
                instalments.Add(item.Money());
            }
        }

        var amount = given.FindMoney("amount");
        if (amount is null && instalments.Count == 0)
        {
            throw given.ErrorAt("amount", ErrorCode.MissingField, "an amount or instalments are required");
        }

        if (amount is { } whole && instalments.Count > 0 && instalments.Aggregate(Money.Zero, (sum, part) => sum + part) != whole)
        {
            throw given.ErrorAt("instalments", ErrorCode.Inconsistent, "the instalments do not add up to the amount");
        }

        return new(given.Enum<AssistanceType>("type"), given.Enum<Area>("area"), given.Enum<AssistanceCause>("cause"), applicantClass, given.Enum<AssistancePlace>("place"))
        {
            Amount = amount,
            Instalments = instalments,
            Emergency = given.Boolean("emergency", false),
            CaseByCase = given.Boolean("caseByCase", false),
            RegisteredAt = given.Find("registeredAt")?.DateTime(),
            Previous = ReadPrevious(given, date),
        };
    }

    private static List<PreviousApproval> ReadPrevious(RequestReader given, DateOnly date)
    {
        var previous = new List<PreviousApproval>();
        foreach (var item in given.ListOrEmpty("previous", 200))
        {
            var approval = item.Object();
            approval.Only(PreviousFields);
            var day = approval.Date("date");
            previous.Add(day > date
                ? throw approval.ErrorAt("date", ErrorCode.Inconsistent, "an earlier approval cannot be later than the day of approval")
                : new(day, approval.Money("amount"), approval.Enum<AssistanceCause>("cause")));
        }

        return previous;
    }

    private static void Write(AssistanceDecision decision, AnswerWriter answer)
    {
        answer.Money("total", decision.Total);
        answer.Money("testedAmount", decision.TestedAmount);
        answer.Money("limit", decision.Limit);
        answer.Enum("decisionLevel", decision.DecisionLevel);
        answer.Boolean("coordinationRequired", decision.CoordinationRequired);
        answer.Boolean("verificationWaived", decision.VerificationWaived);
        answer.Boolean("publicityRequired", decision.PublicityRequired);
        answer.Enum("payFirst", decision.PayFirst);
        answer.Boolean("fastLane", decision.FastLane);
        answer.Enum("stagedPayment", decision.StagedPayment);
        answer.Enum("placeOutcome", decision.PlaceOutcome);
        if (decision.Deadline is { } deadline)
        {
            answer.StartObject("deadline");
            answer.Text("unit", deadline.Unit);
            answer.Integer("count", deadline.Count);
            answer.Date("due", deadline.Day);
            answer.DateTime("due", deadline.Moment);
            answer.EndObject();
        }

        if (decision.FollowUp is { } visit)
        {
            answer.StartObject("followUp");
            answer.Integer("tier", visit.Tier);
            answer.Texts("visitors", visit.Visitors);
            answer.Date("due", visit.Due);
            answer.EndObject();
        }

        answer.Warnings(decision.Warnings);
        answer.Steps(decision.Steps);
    }
}
