using SocialAssistance.Assess.Answers;
using SocialAssistance.Assess.Kinds.Oversight;
using SocialAssistance.Assess.Requests;
using SocialAssistance.Rules.Standards;

namespace SocialAssistance.Assess.Kinds;

/// <summary>监督指标: figures for supervision (section 8). A new measure is one line here.</summary>
internal sealed class OversightKind : IAssessKind
{
    private delegate void Measure(RequestReader data, Inquiry inquiry, AnswerWriter answer);

    private static readonly FieldSet Fields = new([.. Envelope.Fields, "date", "measure", "data"]);

    private static readonly Dictionary<string, Measure> Measures = new(StringComparer.Ordinal)
    {
        ["spot-check"] = ChecksMeasures.SpotCheck,
        ["on-time-rate"] = ChecksMeasures.OnTimeRate,
        ["staffing"] = StaffMeasures.Staffing,
        ["station"] = StaffMeasures.Station,
        ["social-work-posts"] = StaffMeasures.SocialWorkPosts,
        ["job-services"] = StaffMeasures.JobServices,
        ["purchased-service"] = MoneyMeasures.PurchasedService,
        ["fund-sheet"] = FundSheetMeasure.FundSheet,
        ["care-floor"] = MoneyMeasures.CareFloor,
        ["standard-check"] = MoneyMeasures.StandardCheck,
        ["disaster-trigger"] = ChecksMeasures.DisasterTrigger,
    };

    private static readonly string[] Names = [.. Measures.Keys];

    public string Kind => "oversight";

    public void Answer(RequestReader request, PolicyContext policy, AnswerWriter answer)
    {
        request.Only(Fields);
        var inquiry = new Inquiry(policy.Figures, request.Date("date"));
        var measure = request["measure"].Word(Names);
        answer.Text("measure", measure);
        Measures[measure](request.Object("data"), inquiry, answer);
        answer.Warnings(inquiry.Warnings);
        answer.Steps(inquiry.Steps);
    }
}
