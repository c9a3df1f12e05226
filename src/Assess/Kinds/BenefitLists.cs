using SocialAssistance.Assess.Answers;
using SocialAssistance.Rules.Households;

namespace SocialAssistance.Assess.Kinds;

/// <summary>Who gets what and who does not, written the same way by every kind of answer.</summary>
internal static class BenefitLists
{
    public static void Write(IReadOnlyList<Entitlement> entitlements, IReadOnlyList<Refusal> refusals, AnswerWriter answer)
    {
        answer.StartList("entitlements");
        foreach (var entitlement in entitlements)
        {
            answer.StartObject();
            answer.Text("member", entitlement.Member);
            answer.Enum("benefit", entitlement.Benefit);
            answer.Money("amount", entitlement.Amount);
            answer.Enum("basis", entitlement.Basis);
            answer.EndObject();
        }

        answer.EndList();
        answer.StartList("refusals");
        foreach (var refusal in refusals)
        {
            answer.StartObject();
            answer.Text("member", refusal.Member);
            answer.Enum("benefit", refusal.Benefit);
            answer.Enum("reason", refusal.Reason);
            answer.EndObject();
        }

        answer.EndList();
    }
}
