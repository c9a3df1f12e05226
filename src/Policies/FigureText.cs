using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Unicode;
using SocialAssistance.Rules.Standards;
using SocialAssistance.Rules.Values;

namespace SocialAssistance.Policies;

/// <summary>A single value in the spelling of the packs: the JSON behind <c>"value"</c>.</summary>
public static class FigureText
{
    private static readonly JsonSerializerOptions Plain = new() { Encoder = JavaScriptEncoder.Create(UnicodeRanges.All) };

    /// <summary>Reads a stored value; the result has the parameter's type. A text that is no value of it is a <see cref="PackException"/>.</summary>
    public static object Read(Parameter parameter, string json)
    {
        using var document = JsonDocument.Parse($$"""{"value":{{json}}}""");
        return PackValue.Read(parameter, new PackJson(parameter.Key, "value", document.RootElement));
    }

    /// <summary>Writes a value of the parameter's type.</summary>
    public static string Write(Parameter parameter, object value)
    {
        JsonNode? node = value switch
        {
            bool flag => flag,
            int count => count,
            IReadOnlyList<decimal> amounts => new JsonArray([.. amounts.Select(a => (JsonNode)new Money(a).ToString())]),
            IReadOnlyList<Band> bands => new JsonArray([.. bands.Select(Row)]),
            _ when parameter.Form is ValueForm.EnumerationList => new JsonArray([.. Words(value).Select(w => (JsonNode)w)]),
            _ => ParameterText.Write(parameter, value),
        };
        return node.ToJsonString(Plain);
    }

    private static string[] Words(object choices) => choices.ToString()!.Split(", ", StringSplitOptions.RemoveEmptyEntries);

    private static JsonObject Row(Band band) => new()
    {
        ["gapFrom"] = new Money(band.GapFrom).ToString(),
        ["gapTo"] = band.GapTo is { } end ? new Money(end).ToString() : null,
        ["amount"] = new Money(band.Amount).ToString(),
    };
}
