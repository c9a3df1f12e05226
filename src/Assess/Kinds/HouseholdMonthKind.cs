using SocialAssistance.Assess.Answers;
using SocialAssistance.Assess.Requests;
using SocialAssistance.Rules.Determinations;
using SocialAssistance.Rules.Households;

namespace SocialAssistance.Assess.Kinds;

/// <summary>All monthly cash benefits of one household for one month (section 4).</summary>
internal sealed class HouseholdMonthKind : IAssessKind
{
    private static readonly FieldSet Fields = new([.. Envelope.Fields, "month", "household", "standing", "events"]);

    private readonly MonthFiguresCache _figures = new();

    public string Kind => "household-month";

    public void Answer(RequestReader request, PolicyContext policy, AnswerWriter answer)
    {
        request.Only(Fields);
        var month = request.Month("month");
        var household = HouseholdReader.Read(request.Object("household"), month.LastDay);
        var facts = new HouseholdMonthRequest(month, household)
        {
            Standing = request.FindObject("standing") is { } standing ? StandingReader.Read(standing, month, household.Members) : null,
            Events = EventReader.Read(request.ListOrEmpty("events", 100), household.Members),
        };
        try
        {
            Write(HouseholdMonth.Determine(in facts, _figures.For(policy, month), new Worksheet()), answer);
        }
        catch (BandNotFoundException)
        {
            throw new RequestException(ErrorCode.BandNotFound, "/parameters/minimum-living-allowance.bands", "no band covers the gap");
        }
    }

    private static void Write(HouseholdMonthResult result, AnswerWriter answer)
    {
        answer.Month("month", result.Month);
        answer.Enum("area", result.Area);
        answer.Texts("countedMembers", result.CountedMembers);
        WriteIncome(result, answer);
        answer.Money("householdIncome", result.HouseholdIncome);
        answer.Money("perCapitaIncome", result.PerCapitaIncome);
        answer.Money("standard", result.Standard);
        answer.Enum("class", result.Class);
        BenefitLists.Write(result.Entitlements, result.Refusals, answer);
        answer.StartList("phaseOuts");
        foreach (var phaseOut in result.PhaseOuts)
        {
            answer.StartObject();
            answer.Enum("cause", phaseOut.Cause);
            answer.Integer("month", phaseOut.Month);
            answer.Integer("months", phaseOut.Months);
            answer.EndObject();
        }

        answer.EndList();
        answer.Boolean("hearingRequired", result.HearingRequired);
        answer.Money("total", result.Total);
        answer.Warnings(result.Warnings);
        answer.Steps(result.Steps);
    }

    private static void WriteIncome(HouseholdMonthResult result, AnswerWriter answer)
    {
        answer.StartList("notCounted");
        foreach (var absent in result.NotCounted)
        {
            answer.StartObject();
            answer.Text("member", absent.Member);
            answer.Enum("reason", absent.Reason);
            answer.EndObject();
        }

        answer.EndList();
        answer.StartList("incomeLines");
        foreach (var line in result.IncomeLines)
        {
            answer.StartObject();
            answer.Text("member", line.Member);
            answer.Enum("type", line.Type);
            answer.Money("monthly", line.Monthly);
            answer.Boolean("counted", line.Counted);
            answer.Enum("reason", line.Reason == IncomeReason.None ? null : (IncomeReason?)line.Reason);
            answer.EndObject();
        }

        answer.EndList();
        answer.StartList("deductions");
        foreach (var deduction in result.Deductions)
        {
            answer.StartObject();
            answer.Text("member", deduction.Member);
            answer.Enum("type", deduction.Type);
            answer.Money("monthly", deduction.Monthly);
            answer.EndObject();
        }

        answer.EndList();
    }
}
