using System.Text;
using System.Text.Json;
using SocialAssistance.Rules.Households;
using SocialAssistance.Rules.Standards;

namespace SocialAssistance.Benchmarks.HouseholdMonths;

/// <summary>A household month as one line of <c>assess</c>, with the fields that differ from their defaults.</summary>
internal static class RequestLine
{
    public static string Write(in HouseholdMonthRequest request)
    {
        using var bytes = new MemoryStream();
        using (var json = new Utf8JsonWriter(bytes))
        {
            json.WriteStartObject();
            json.WriteString("id", request.Household.Members[0].Id);
            json.WriteString("kind", "household-month");
            json.WriteString("policy", "yudu");
            json.WriteString("month", request.Month.ToString());
            Household(json, request.Household);
            if (request.Standing is { } standing)
            {
                Standing(json, standing);
            }

            json.WriteStartArray("events");
            foreach (var happened in request.Events)
            {
                Event(json, happened);
            }

            json.WriteEndArray();
            json.WriteEndObject();
        }

        return Encoding.UTF8.GetString(bytes.ToArray());
    }

    private static void Household(Utf8JsonWriter json, Household household)
    {
        json.WriteStartObject("household");
        json.WriteString("area", Vocabulary.Word(household.Area));
        json.WriteString("property", Vocabulary.Word(household.Property));
        json.WriteBoolean("registeredPoverty", household.RegisteredPoverty);
        json.WriteStartArray("members");
        foreach (var member in household.Members)
        {
            MemberLine.Write(json, member);
        }

        json.WriteEndArray();
        json.WriteStartArray("expenditures");
        foreach (var line in household.Expenditures)
        {
            json.WriteStartObject();
            json.WriteString("type", Vocabulary.Word(line.Type));
            json.WriteString("amount", line.Amount.ToString());
            json.WriteString("period", Vocabulary.Word(line.Period));
            if (line.Member is { } member)
            {
                json.WriteString("member", member);
            }

            json.WriteEndObject();
        }

        json.WriteEndArray();
        json.WriteEndObject();
    }

    private static void Standing(Utf8JsonWriter json, Standing standing)
    {
        json.WriteStartObject("standing");
        MemberLine.Date(json, "confirmedOn", standing.ConfirmedOn);
        MemberLine.Date(json, "reviewDue", standing.ReviewDue);
        if (standing.LastVerified is { } verified)
        {
            json.WriteStartObject("lastVerified");
            json.WriteString("month", verified.Month.ToString());
            json.WriteString("income", verified.Income.ToString());
            json.WriteEndObject();
        }

        json.WriteStartArray("benefits");
        foreach (var line in standing.Benefits)
        {
            json.WriteStartObject();
            json.WriteString("member", line.Member);
            json.WriteString("benefit", Vocabulary.Word(line.Benefit));
            json.WriteString("amount", line.Amount.ToString());
            json.WriteEndObject();
        }

        json.WriteEndArray();
        if (standing.PhaseOut is { } running)
        {
            json.WriteStartObject("phaseOut");
            json.WriteNumber("monthsPaid", running.MonthsPaid);
            json.WriteStartArray("amounts");
            foreach (var frozen in running.Amounts)
            {
                json.WriteStartObject();
                json.WriteString("member", frozen.Member);
                json.WriteString("amount", frozen.Amount.ToString());
                json.WriteEndObject();
            }

            json.WriteEndArray();
            json.WriteEndObject();
        }

        json.WriteEndObject();
    }

    private static void Event(Utf8JsonWriter json, HouseholdEvent happened)
    {
        json.WriteStartObject();
        json.WriteString("type", Vocabulary.Word(happened.Type));
        MemberLine.Date(json, "date", happened.Date);
        MemberLine.Date(json, "decidedOn", happened.DecidedOn);
        if (happened.Member is { } member)
        {
            json.WriteString("member", member);
        }

        if (happened.Area is { } area)
        {
            json.WriteString("area", Vocabulary.Word(area));
        }

        json.WriteEndObject();
    }
}
