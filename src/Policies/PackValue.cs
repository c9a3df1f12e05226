using System.Text.Json;
using SocialAssistance.Rules.Standards;
using SocialAssistance.Rules.Values;

namespace SocialAssistance.Policies;

/// <summary>Reads the value of a parameter from a pack, in the parameter's own type.</summary>
internal static class PackValue
{
    public static object Read(Parameter parameter, PackJson entry)
    {
        var value = entry["value"];
        return parameter.Form switch
        {
            ValueForm.Boolean => value.ValueKind switch
            {
                JsonValueKind.True => true,
                JsonValueKind.False => false,
                _ => throw Wrong(parameter, entry, value, "Write true or false."),
            },
            ValueForm.Integer => value.ValueKind == JsonValueKind.Number && value.TryGetInt32(out var count) && count is >= 0 and <= 1_000_000
                ? count
                : throw Wrong(parameter, entry, value, "Write a whole number from 0 to 1000000, without quotes."),
            ValueForm.EnumerationList => ReadWords(parameter, entry, value),
            ValueForm.MoneyList => ReadAmounts(parameter, entry, value),
            ValueForm.Bands => ReadBands(parameter, entry, value),
            _ => ReadText(parameter, entry, value),
        };
    }

    private static object ReadText(Parameter parameter, PackJson entry, JsonElement value) =>
        value.ValueKind == JsonValueKind.String && ParameterText.Read(parameter, value.GetString()!, out var read) == TextFault.None
            ? read!
            : throw Wrong(parameter, entry, value, parameter.Form switch
            {
                ValueForm.Money => "Write yuan in double quotes, such as \"885.00\".",
                ValueForm.Decimal => "Write a number in double quotes, such as \"0.30\".",
                ValueForm.Ratio => "Write a share in double quotes, such as \"0.30\" or \"1/6\".",
                ValueForm.Date => "Write a day as \"YYYY-MM-DD\".",
                _ => $"Use one of: {string.Join(", ", parameter.Allowed)}.",
            });

    private static object ReadWords(Parameter parameter, PackJson entry, JsonElement value)
    {
        if (value.ValueKind != JsonValueKind.Array)
        {
            throw Wrong(parameter, entry, value, $"Write a list of: {string.Join(", ", parameter.Allowed)}.");
        }

        var words = value.EnumerateArray().Select(w => w.ValueKind == JsonValueKind.String ? w.GetString()! : w.GetRawText()).ToArray();
        return words.FirstOrDefault(w => !parameter.Allowed.Contains(w)) is { } unknown
            ? throw entry.Problem("value", $"\"{unknown}\" is not a word of {parameter.Key}.", $"Use: {string.Join(", ", parameter.Allowed)}.")
            : ParameterText.ReadSet(parameter, words);
    }

    private static IReadOnlyList<decimal> ReadAmounts(Parameter parameter, PackJson entry, JsonElement value)
    {
        const string cure = "Write a list of rising amounts in double quotes, such as [\"2000.00\", \"5000.00\"].";
        if (value.ValueKind != JsonValueKind.Array || value.GetArrayLength() == 0)
        {
            throw Wrong(parameter, entry, value, cure);
        }

        var amounts = value.EnumerateArray().Select(a => Amount(a) ?? throw Wrong(parameter, entry, value, cure)).ToArray();
        return amounts.Zip(amounts.Skip(1)).All(pair => pair.First < pair.Second) ? amounts : throw Wrong(parameter, entry, value, cure);
    }

    private static IReadOnlyList<Band> ReadBands(Parameter parameter, PackJson entry, JsonElement value)
    {
        const string cure = "Write rows of { \"gapFrom\", \"gapTo\" (null: no end), \"amount\" }, gapTo above gapFrom.";
        if (value.ValueKind != JsonValueKind.Array || value.GetArrayLength() is 0 or > 50)
        {
            throw Wrong(parameter, entry, value, cure);
        }

        return [.. value.EnumerateArray().Select(Row)];

        Band Row(JsonElement row)
        {
            if (row.ValueKind == JsonValueKind.Object && row.EnumerateObject().Count() == 3
                && row.TryGetProperty("gapFrom", out var from) && row.TryGetProperty("gapTo", out var to) && row.TryGetProperty("amount", out var amount)
                && Amount(from) is { } start && Amount(amount) is { } paid && (to.ValueKind == JsonValueKind.Null || Amount(to) > start))
            {
                return new Band(start, Amount(to), paid);
            }

            throw Wrong(parameter, entry, value, cure);
        }
    }

    private static decimal? Amount(JsonElement value) =>
        value.ValueKind == JsonValueKind.String && Money.TryParse(value.GetString(), out var amount) ? amount.Yuan : null;

    private static PackException Wrong(Parameter parameter, PackJson entry, JsonElement value, string cure) =>
        entry.Problem("value", $"{value.GetRawText()} is not a value of {parameter.Key} ({parameter.Name}).", cure);
}
