using SocialAssistance.Assess.Answers;
using SocialAssistance.Assess.Kinds.Entitlements;
using SocialAssistance.Assess.Requests;
using SocialAssistance.Rules.Values;

namespace SocialAssistance.Assess.Kinds;

/// <summary>专项救助待遇: what a person or household may have besides the monthly benefits (section 9).</summary>
internal sealed class EntitlementsKind : IAssessKind
{
    private delegate void Topic(RequestReader given, BenefitMonth month, PolicyContext policy, AnswerWriter answer);

    private static readonly FieldSet Fields = new([.. Envelope.Fields, "month", "topic", "case"]);

    private static readonly Dictionary<string, Topic> Topics = new(StringComparer.Ordinal)
    {
        ["education"] = AidTopics.Education,
        ["housing"] = AidTopics.Housing,
        ["medical"] = MedicalTopic.Medical,
        ["price-subsidy"] = PriceTopic.PriceSubsidy,
        ["disability"] = PersonTopics.Disability,
        ["children"] = PersonTopics.Children,
    };

    private static readonly string[] Names = [.. Topics.Keys];

    public string Kind => "entitlements";

    public void Answer(RequestReader request, PolicyContext policy, AnswerWriter answer)
    {
        request.Only(Fields);
        var month = request.Month("month");
        var topic = request["topic"].Word(Names);
        answer.Month("month", month);
        answer.Text("topic", topic);
        Topics[topic](request.Object("case"), month, policy, answer);
    }
}
