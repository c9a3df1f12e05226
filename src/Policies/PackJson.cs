using System.Text.Json;
using SocialAssistance.Rules.Values;

namespace SocialAssistance.Policies;

/// <summary>Reads fields of a pack strictly: unknown and repeated fields, wrong types and bad dates are refused.</summary>
internal readonly struct PackJson(string file, string place, JsonElement element)
{
    public string Place { get; } = place;

    public PackException Problem(string problem, string cure) => new(file, Place, problem, cure);

    public PackException Problem(string field, string problem, string cure) => new(file, $"{Place}.{field}", problem, cure);

    public PackJson Only(params ReadOnlySpan<string> fields)
    {
        if (element.ValueKind != JsonValueKind.Object)
        {
            throw Problem("must be a JSON object.", "Write it as { … }.");
        }

        var seen = new HashSet<string>(StringComparer.Ordinal);
        foreach (var property in element.EnumerateObject())
        {
            if (!fields.Contains(property.Name))
            {
                throw Problem($"unknown field \"{property.Name}\".", $"Use only {string.Join(", ", fields)}.");
            }

            if (!seen.Add(property.Name))
            {
                throw Problem($"the field \"{property.Name}\" is given twice.", "Keep one of them.");
            }
        }

        return this;
    }

    public JsonElement? Find(string field) => element.TryGetProperty(field, out var value) ? value : null;

    public JsonElement this[string field] => Find(field) ?? throw Problem($"the field \"{field}\" is missing.", "Add it.");

    public string Text(string field) => FindText(field) ?? throw Problem($"the field \"{field}\" is missing.", "Add it.");

    public string? FindText(string field) => Find(field) switch
    {
        null => null,
        { ValueKind: JsonValueKind.String } value when value.GetString() is { Length: > 0 } text => text,
        _ => throw Problem(field, "must be a text that is not empty.", "Write it in double quotes."),
    };

    public DateOnly? FindDate(string field) => FindText(field) switch
    {
        null => null,
        { } text when DateText.TryParse(text, out DateOnly day) => day,
        { } text => throw Problem(field, $"\"{text}\" is not a day of the calendar.", "Write it as YYYY-MM-DD."),
    };

    /// <summary>The named parts of an object; a name may come once.</summary>
    public IEnumerable<(string Name, PackJson Part)> Parts(string field)
    {
        var part = this[field];
        if (part.ValueKind != JsonValueKind.Object)
        {
            throw Problem(field, "must be a JSON object.", "Write it as { … }.");
        }

        var seen = new HashSet<string>(StringComparer.Ordinal);
        foreach (var property in part.EnumerateObject())
        {
            if (!seen.Add(property.Name))
            {
                throw new PackException(file, property.Name, "is given twice.", "Put all its entries in one list.");
            }

            yield return (property.Name, new PackJson(file, property.Name, property.Value));
        }
    }

    public IEnumerable<PackJson> Items(string field)
    {
        var list = this[field];
        if (list.ValueKind != JsonValueKind.Array || list.GetArrayLength() == 0)
        {
            throw Problem(field, "must be a list with at least one entry.", "Give a dated, cited value, or leave the key out.");
        }

        var index = 0;
        foreach (var item in list.EnumerateArray())
        {
            yield return new PackJson(file, $"{Place} entry {++index}", item);
        }
    }
}
