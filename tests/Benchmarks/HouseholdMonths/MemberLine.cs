using System.Text.Json;
using SocialAssistance.Rules.Households;
using SocialAssistance.Rules.Standards;

namespace SocialAssistance.Benchmarks.HouseholdMonths;

/// <summary>One person of a request line.</summary>
internal static class MemberLine
{
    public static void Write(Utf8JsonWriter json, Member member)
    {
        json.WriteStartObject();
        json.WriteString("id", member.Id);
        Date(json, "birthDate", member.BirthDate);
        json.WriteString("relation", Vocabulary.Word(member.Relation));
        json.WriteBoolean("livesTogether", member.LivesTogether);
        json.WriteBoolean("dependent", member.Dependent);
        json.WriteString("absence", Vocabulary.Word(member.Absence));
        json.WriteBoolean("seriousIllness", member.SeriousIllness);
        json.WriteBoolean("specialHardship", member.SpecialHardship);
        json.WriteBoolean("employed", member.Employed);
        json.WriteBoolean("supportedByParentsOrSiblings", member.SupportedByParentsOrSiblings);
        json.WriteBoolean("appliesAlone", member.AppliesAlone);
        json.WriteBoolean("ownPropertyWithinLimit", member.OwnPropertyWithinLimit);
        json.WriteString("allowanceClass", Vocabulary.Word(member.AllowanceClass));
        json.WriteNumber("jobRefusals", member.JobRefusals);
        json.WriteBoolean("workInjuryNursing", member.WorkInjuryNursing);
        json.WriteString("careSetting", Vocabulary.Word(member.CareSetting));
        Recognised(json, member);
        if (member.Disability is { } disability)
        {
            json.WriteStartObject("disability");
            json.WriteString("category", Vocabulary.Word(disability.Category));
            json.WriteNumber("grade", disability.Grade);
            Date(json, "validUntil", disability.ValidUntil);
            json.WriteEndObject();
        }

        if (member.Education is { } education)
        {
            json.WriteStartObject("education");
            json.WriteString("stage", Vocabulary.Word(education.Stage));
            json.WriteBoolean("enrolled", education.Enrolled);
            json.WriteBoolean("admissionNotice", education.AdmissionNotice);
            json.WriteBoolean("suspended", education.Suspended);
            json.WriteEndObject();
        }

        json.WriteStartArray("income");
        foreach (var income in member.Income)
        {
            json.WriteStartObject();
            json.WriteString("type", Vocabulary.Word(income.Type));
            json.WriteString("amount", income.Amount.ToString());
            json.WriteString("period", Vocabulary.Word(income.Period));
            json.WriteEndObject();
        }

        json.WriteEndArray();
        json.WriteEndObject();
    }

    public static void Date(Utf8JsonWriter json, string field, DateOnly? day)
    {
        if (day is { } date)
        {
            json.WriteString(field, date.ToString("yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture));
        }
    }

    private static void Recognised(Utf8JsonWriter json, Member member)
    {
        json.WriteStartArray("statuses");
        foreach (var status in member.Statuses)
        {
            json.WriteStringValue(Vocabulary.Word(status));
        }

        json.WriteEndArray();
        if (member is { ExtremePovertyGround: { } ground, SelfCareItemsFailed: { } failed })
        {
            json.WriteString("extremePovertyGround", Vocabulary.Word(ground));
            json.WriteNumber("selfCareItemsFailed", failed);
        }
    }
}
