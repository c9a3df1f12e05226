using SocialAssistance.Assess.Answers;
using SocialAssistance.Assess.Kinds.Oversight;
using SocialAssistance.Assess.Requests;
using SocialAssistance.Rules.SpecialAssistance;
using SocialAssistance.Rules.Standards;
using SocialAssistance.Rules.Values;

namespace SocialAssistance.Assess.Kinds.Entitlements;

/// <summary>The temporary price subsidy (EN-40).</summary>
internal static class PriceTopic
{
    private static readonly FieldSet Fields = new("indices", "persons");
    private static readonly FieldSet IndexFields = new("cpi", "foodCpi", "scpi");
    private static readonly FieldSet PersonFields = new("id", "area", "groups");

    public static void PriceSubsidy(RequestReader given, BenefitMonth month, PolicyContext policy, AnswerWriter answer)
    {
        given.Only(Fields);
        var indices = given.Object("indices");
        indices.Only(IndexFields);
        var read = new PriceIndices(indices["cpi"].Percentage(), indices["foodCpi"].Percentage(), indices.Find("scpi")?.Percentage());
        var inquiry = new Inquiry(policy.Figures, month.FirstDay);
        var result = Rules.SpecialAssistance.PriceSubsidy.Answer(read, ReadPersons(given), inquiry);
        answer.Boolean("triggered", result.Triggered);
        answer.Money("rate", result.Rate);
        answer.StartList("lines");
        foreach (var line in result.Lines)
        {
            answer.StartObject();
            answer.Text("member", line.Member);
            answer.Text("benefit", "price-subsidy");
            answer.Money("amount", line.Amount);
            answer.EndObject();
        }

        answer.EndList();
        answer.StartList("refusals");
        foreach (var refusal in result.Refusals)
        {
            answer.StartObject();
            answer.Text("member", refusal.Member);
            answer.Text("reason", refusal.Reason);
            answer.EndObject();
        }

        answer.EndList();
        answer.Money("total", result.Total);
        answer.Warnings(inquiry.Warnings);
        answer.Steps(inquiry.Steps);
    }

    private static List<PricePerson> ReadPersons(RequestReader given)
    {
        var ids = new HashSet<string>(StringComparer.Ordinal);
        var persons = new List<PricePerson>();
        foreach (var item in given.List("persons", 1000, 1))
        {
            var person = item.Object();
            person.Only(PersonFields);
            persons.Add(new(
                person.UniqueIdentifier("id", ids),
                person.Enum<Area>("area"),
                Categories.ReadList(person.List("groups", 20), ParameterCatalogue.PriceSubsidy.Groups.Allowed)));
        }

        return persons;
    }
}
