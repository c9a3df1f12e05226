using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace SocialAssistance.Rules.Tests.Cases;

/// <summary>
/// Compares an answer with what a case expects: only the fields named; null is the same as absent; lists in any order
/// but complete; amounts as numbers.
/// </summary>
internal static class AnswerComparison
{
    /// <summary>What differs, or null.</summary>
    public static string? Difference(JsonNode? expected, JsonNode? actual, string path = "")
    {
        switch (expected)
        {
            case null:
                return actual is null ? null : $"{path}: nothing expected, got {actual.ToJsonString()}";
            case JsonObject fields:
                if (actual is not JsonObject given)
                {
                    return $"{path}: an object expected, got {actual?.ToJsonString() ?? "nothing"}";
                }

                return fields.Select(f => Difference(f.Value, given[f.Key], $"{path}/{f.Key}")).FirstOrDefault(d => d is not null);
            case JsonArray wanted:
                return actual is JsonArray list ? Lists(wanted, list, path) : $"{path}: a list expected, got {actual?.ToJsonString() ?? "nothing"}";
            default:
                return Same(expected, actual) ? null : $"{path}: {expected.ToJsonString()} expected, got {actual?.ToJsonString() ?? "nothing"}";
        }
    }

    private static string? Lists(JsonArray wanted, JsonArray list, string path)
    {
        var free = list.ToList();
        foreach (var element in wanted)
        {
            // An element that names more fields is placed first by the tables; the first partner that fits is taken.
            var partner = free.FindIndex(candidate => Difference(element, candidate) is null);
            if (partner < 0)
            {
                return $"{path}: {element?.ToJsonString()} is missing; there is {list.ToJsonString()}";
            }

            free.RemoveAt(partner);
        }

        return free.Count == 0 ? null : $"{path}: unexpected {free[0]?.ToJsonString()}";
    }

    private static bool Same(JsonNode expected, JsonNode? actual)
    {
        if (actual is null || expected.GetValueKind() != actual.GetValueKind())
        {
            return false;
        }

        return expected.GetValueKind() == JsonValueKind.String
            && decimal.TryParse(expected.GetValue<string>(), NumberStyles.AllowDecimalPoint | NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var a)
            && decimal.TryParse(actual.GetValue<string>(), NumberStyles.AllowDecimalPoint | NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var b)
                ? a == b
                : expected.ToJsonString() == actual.ToJsonString();
    }
}
