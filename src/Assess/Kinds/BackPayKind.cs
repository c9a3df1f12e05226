using SocialAssistance.Assess.Answers;
using SocialAssistance.Assess.Requests;
using SocialAssistance.Rules.BackPayments;
using SocialAssistance.Rules.Determinations;
using SocialAssistance.Rules.Households;

namespace SocialAssistance.Assess.Kinds;

/// <summary>补发: what past months are still owed after a retroactive standard (section 5).</summary>
internal sealed class BackPayKind : IAssessKind
{
    private static readonly FieldSet Fields = new([.. Envelope.Fields, "from", "through", "cases"]);

    public string Kind => "back-pay";

    public void Answer(RequestReader request, PolicyContext policy, AnswerWriter answer)
    {
        request.Only(Fields);
        var (from, through) = (request.Month("from"), request.Month("through"));
        if (through < from)
        {
            throw request.ErrorAt("through", ErrorCode.Inconsistent, "the range ends before it begins");
        }

        if (through - from >= 60)
        {
            throw request.ErrorAt("through", ErrorCode.TooLarge, "at most 60 months");
        }

        var asked = new BackPayRequest(from, through, BackPayReader.Read(request.List("cases", 500, 1)));
        try
        {
            Write(BackPayRun.Calculate(asked, policy.Figures, new Worksheet()), answer);
        }
        catch (BandNotFoundException)
        {
            throw new RequestException(ErrorCode.BandNotFound, "/parameters/minimum-living-allowance.bands", "no band covers the gap");
        }
    }

    private static void Write(BackPayResult result, AnswerWriter answer)
    {
        WriteLines(result, answer);
        WriteOverpayments(result, answer);
        answer.StartList("reexamine");
        foreach (var again in result.Reexamine)
        {
            answer.StartObject();
            answer.Text("case", again.Case);
            answer.Month("month", again.Month);
            answer.EndObject();
        }

        answer.EndList();
        answer.StartList("caseTotals");
        foreach (var total in result.CaseTotals)
        {
            answer.StartObject();
            answer.Text("case", total.Case);
            answer.Money("amount", total.Amount);
            answer.EndObject();
        }

        answer.EndList();
        answer.Money("total", result.Total);
        answer.Date("completeBy", result.CompleteBy);
        answer.Date("alsoReportAgainst", result.AlsoReportAgainst);
        WriteWarnings(result, answer);
        answer.Steps(result.Steps);
    }

    private static void WriteLines(BackPayResult result, AnswerWriter answer)
    {
        answer.StartList("lines");
        foreach (var line in result.Lines)
        {
            answer.StartObject();
            answer.Text("case", line.Case);
            answer.Text("member", line.Member);
            answer.Month("month", line.Month);
            answer.Enum("benefit", line.Benefit);
            answer.Money("due", line.Due);
            answer.Money("paid", line.Paid);
            answer.Money("difference", line.Difference);
            answer.Enum("payee", line.Payee);
            answer.EndObject();
        }

        answer.EndList();
        answer.StartList("unpaid");
        foreach (var claim in result.Unpaid)
        {
            answer.StartObject();
            answer.Text("case", claim.Case);
            answer.Text("member", claim.Member);
            answer.Month("month", claim.Month);
            answer.Enum("benefit", claim.Benefit);
            answer.Money("due", claim.Due);
            answer.EndObject();
        }

        answer.EndList();
    }

    private static void WriteOverpayments(BackPayResult result, AnswerWriter answer)
    {
        answer.StartList("overpayments");
        foreach (var over in result.Overpayments)
        {
            answer.StartObject();
            answer.Text("case", over.Case);
            answer.Text("member", over.Member);
            answer.Month("month", over.Month);
            answer.Enum("benefit", over.Benefit);
            answer.Money("due", over.Due);
            answer.Money("paid", over.Paid);
            answer.Money("excess", over.Excess);
            answer.Enum("recovery", over.Recovery);
            answer.EndObject();
        }

        answer.EndList();
    }

    private static void WriteWarnings(BackPayResult result, AnswerWriter answer)
    {
        answer.StartList("warnings");
        foreach (var warning in result.Warnings)
        {
            answer.StartObject();
            answer.Text("code", warning.Code);
            answer.Text("key", warning.Key);
            answer.EndObject();
        }

        foreach (var month in result.WithoutFacts)
        {
            answer.StartObject();
            answer.Text("code", "no-facts");
            answer.Text("case", month.Case);
            answer.Month("month", month.Month);
            answer.EndObject();
        }

        answer.EndList();
    }
}
